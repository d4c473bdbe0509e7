"""merged: new rows below the old ones, and what a person wrote stays."""

from decimal import Decimal

from xlbudget.model import LineItem, School
from xlbudget.model.merged_rows import merged
from xlbudget.model.table import table_rows
from xlbudget.model.tables import table_of

SCHOOLS = table_of(School)
OLD = [
    ["School id", "Colour", "name", "level"],
    ["S1", "red", "Oak", "high"],
    ["S2", "blue"],
]


def put(old, *schools, **options):
    return merged(SCHOOLS, old, table_rows(SCHOOLS, schools, ()), **options)


def test_without_a_file_the_rows_are_those_of_the_records_without_empty_columns():
    found = put([], School(school_id="007", name="Elm"))
    assert found.rows == (("school_id", "name"), ("007", "Elm"))
    assert (found.added, found.there) == (1, ())


def test_a_new_record_stands_below_in_the_file_s_own_columns():
    found = put(OLD, School(school_id="S3", name="Elm"))
    assert found.rows[0] == ("School id", "Colour", "name", "level")
    assert found.rows[1:] == (
        ("S1", "red", "Oak", "high"),
        ("S2", "blue", "", ""),
        ("S3", "", "Elm", ""),
    )


def test_a_column_that_the_file_lacks_is_added():
    found = put(OLD, School(school_id="S3", name="Elm", allocation={2027: Decimal("5.50")}))
    assert found.rows[0][-1] == "allocation_2027"
    assert [row[-1] for row in found.rows[1:]] == ["", "", "5.50"]


def test_a_record_that_is_there_takes_the_new_values_and_keeps_the_others():
    found = put(OLD, School(school_id="S1", name="Oak Hill"))
    assert found.rows[1] == ("S1", "red", "Oak Hill", "high")
    assert (found.added, found.there) == (0, ("S1",))


def test_a_cell_that_is_blank_in_the_new_row_stays_though_another_row_has_one():
    first = School(school_id="S1", name="Oak")
    found = put(OLD, first, School(school_id="S2", name="Elm", level="middle"))
    assert [row[-1] for row in found.rows[1:]] == ["high", "middle"]


def test_a_file_with_decimal_commas_is_given_decimal_commas():
    school = School(school_id="1.5", name="No. 1", allocation={2027: Decimal("5.50")})
    assert put([], school, decimal_comma=True).rows[1] == ("1.5", "No. 1", "5,50")


def test_a_no_that_nobody_told_takes_no_yes_away():
    lines = table_of(LineItem)
    old = [["line_id", "refresh"], ["L1", "yes"]]
    new = table_rows(lines, [LineItem(line_id="L1", description="A")], ())
    assert merged(lines, old, new).rows[1][:2] == ("L1", "yes")
    assert merged(lines, old, new, given=frozenset({"refresh"})).rows[1][:2] == ("L1", "no")
