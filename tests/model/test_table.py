"""read_table: rows of text to records with findings, and back."""

from decimal import Decimal

import pytest

from xlbudget.model import LineItem, School
from xlbudget.model.field import fields_of
from xlbudget.model.finding import Place, Severity
from xlbudget.model.table import read_table, table_rows, text_of
from xlbudget.model.tables import table_of

SCHOOLS = table_of(School)
HEADER = ["school_id", "name", "enrollment_2027", "enrollment_2028", "level"]


def read(*rows, header=HEADER, table=SCHOOLS, **options):
    place = Place(file=table.file)
    return read_table(table, [header, *rows], place=place, **options)


def test_reads_records_and_their_rows():
    reading = read(["S1", "Oak", "400", "", "middle"], [], ["", " "], ["S2", "Elm", "", "0", ""])
    assert reading.records == (
        School(school_id="S1", name="Oak", enrollment={2027: Decimal(400)}, level="middle"),
        School(school_id="S2", name="Elm", enrollment={2028: Decimal(0)}),
    )
    assert reading.rows == (2, 5)
    assert reading.findings == ()
    assert reading.whole


def test_blank_is_not_zero():
    (school,) = read(["S1", "Oak", "", "0", ""]).records
    assert school.enrollment == {2028: Decimal(0)}


def test_a_faulty_cell_is_named_and_left_blank():
    reading = read(["S1", "Oak", "400", "many", ""])
    (finding,) = reading.findings
    assert str(finding.place) == "schools.csv, row 2, enrollment_2028, S1"
    assert finding.severity is Severity.FATAL
    assert reading.records[0].enrollment == {2027: Decimal(400)}


def test_all_faults_come_back_at_once():
    reading = read(["=S1", "Oak", "x", "y", "z"], ["S2", "Elm", "1.5", "-1", ""])
    assert [(item.place.row, item.place.column) for item in reading.findings] == [
        (2, "school_id"),
        (2, "enrollment_2027"),
        (2, "enrollment_2028"),
        (2, "level"),
        (3, "enrollment_2027"),
        (3, "enrollment_2028"),
    ]


def test_a_row_with_more_cells_than_the_header_is_fatal():
    (finding,) = read(["S1", "Oak", "1", "2", "high", "6"]).findings
    assert finding.severity is Severity.FATAL
    assert finding.saw == "The row has 6 cells and the header 5"
    assert "quotation marks" in finding.fix


def test_blank_cells_beyond_the_header_are_passed_over():
    assert read(["S1", "Oak", "1", "2", "high", "", " "]).findings == ()


def test_a_short_row_is_a_warning_and_its_last_cells_are_blank():
    reading = read(["S1", "Oak"])
    assert reading.findings[0].severity is Severity.WARNING
    assert reading.records == (School(school_id="S1", name="Oak"),)


def test_without_its_required_columns_a_table_is_not_read():
    reading = read(["S1"], header=["school_id"])
    assert (reading.records, reading.whole) == ((), False)


def test_no_rows_and_a_header_alone_hold_no_record():
    assert read_table(SCHOOLS, [], place=Place()).whole
    assert read().records == ()


def test_a_line_gets_what_its_row_settles():
    names = [field.name for field in fields_of(LineItem) if field.required]
    cells = dict.fromkeys(names, "") | {"line_id": "L1", "category": "connectivity"}
    reading = read([*cells.values(), "F1"], header=[*cells, "source_1"], table=table_of(LineItem))
    (line,) = reading.records
    assert (line.area, line.source_share_1) == ("broadband", 1)


def test_reads_a_decimal_comma_where_declared():
    header = ["school_id", "name", "allocation_2027"]
    reading = read(["S1", "Oak", "1.234,50"], header=header, decimal_comma=True)
    assert reading.records[0].allocation == {2027: Decimal("1234.50")}


def test_writes_rows_that_it_reads_back():
    schools = (
        School(school_id="S1", name="=1+1", enrollment={2026: Decimal(4), 2028: Decimal(0)}),
        School(school_id="S2", name="Elm", allocation={2027: Decimal("-0.5")}),
    )
    rows = table_rows(SCHOOLS, schools, [2027])
    assert rows[0][5:-2] == [
        "enrollment_2026",
        "enrollment_2027",
        "enrollment_2028",
        "allocation_2027",
    ]
    assert read_table(SCHOOLS, rows[:2], place=Place()).records == schools[:1]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (Decimal("1E+3"), "1000"),
        (("a", "b"), "a;b"),
        (2027, "2027"),
    ],
)
def test_writes_a_value_as_text(value, text):
    assert text_of(value) == text
