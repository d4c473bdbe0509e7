"""map_rows: records out of another system's rows, and what becomes of the other rows."""

import csv
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foreign import ACTUALS, ACTUALS_MAPPING
from xlbudget.model.finding import Place, Severity
from xlbudget.model.mapped import NOT_CALCULATED, map_rows
from xlbudget.model.mapping_file import read_mapping

PLACE = Place(file="actuals.csv")
SCHOOLS = """\
table = "schools"
[columns]
school_id = "Campus"
name = "Campus name"
enrollment_2027 = "Students"
allocation_2027 = "Budget"
"""


def mapped(text=ACTUALS, mapping=ACTUALS_MAPPING):
    rows = list(csv.reader(text.splitlines()))
    return map_rows(read_mapping(mapping, PLACE).mapping, rows, PLACE)


def with_row(row):
    return mapped(f"{ACTUALS}{row}\n")


def test_actuals_become_lines_with_their_codes():
    software, repair, credit, carts = mapped().records
    assert (software.line_id, software.function, software.object) == (
        "199-11-6399-00-001-6-11",
        "11",
        "6399",
    )
    assert (software.unit_price, software.school_id) == (Decimal("3750.00"), "001")
    assert (repair.school_id, repair.area) == ("", "technical support")
    assert credit.unit_price == Decimal("-250.25")
    assert (carts.category, carts.area) == ("device hardware", "hardware")


def test_a_formula_in_a_text_stays_text():
    assert mapped().records[2].description == "=SUM(A1)"


def test_every_row_is_accounted_for():
    found = mapped()
    assert (found.rows, found.not_mapped, found.left_out) == ((5, 6, 7, 8), (9,), (10,))


def test_the_control_total_ties_to_the_cent():
    total, _ = mapped().totals
    assert (total.column, total.field) == ("Actual Amount", "unit_price")
    # 3,750.00 + 12,400.50 - 250.25 + 48,000.00 + 800.00, and the file's own total of them
    assert total.in_file == Decimal("64700.25") * 2
    assert (total.left_out, total.not_mapped) == (Decimal("64700.25"), Decimal("800.00"))
    assert (total.imported, total.missing) == (Decimal("63900.25"), 0)


def test_a_code_that_is_asked_for_tells_row_column_and_what_to_do():
    (finding,) = mapped().findings
    assert (finding.place.row, finding.place.column) == (9, "Account Code")
    assert "“6411”" in finding.saw
    assert finding.fix.startswith('Add "6411" = ')


@pytest.mark.parametrize(
    ("row", "column", "saw"),
    [
        ("199-11-6399-00-003-6-11,Books,001,about 5", "Actual Amount", "about 5"),
        ("199-11-6399-00-003-6-11,,001,5", "Account Description", "blank"),
        ("199,Books,001,5", "Account Code", "part 2"),
        ("199-11-6399-00-001-6-11,Books,001,5", "Account Code", "row 5 already"),
        ("199-11-6399-00-003-6-11,Books,001,#REF!", "Actual Amount", "#REF!"),
        (f"199-11-6399-00-003-6-11,{NOT_CALCULATED},001,5", "Account Description", "#NOT"),
        ("199-11-6399-00-003-6-11,Books,1,5", "Org", "“1”"),
    ],
)
def test_a_row_that_does_not_map_is_told_with_place_and_value(row, column, saw):
    found = with_row(row)
    told = [one for one in found.findings if one.place.row == 11]
    assert (told[0].place.column, told[0].severity) == (column, Severity.FATAL)
    assert saw in told[0].saw
    assert found.not_mapped == (9, 11)


def test_a_column_that_is_not_there_is_told_with_its_nearest():
    found = mapped(ACTUALS.replace("Actual Amount", "Amount (actual)"))
    (finding,) = found.findings
    assert not found.whole
    assert finding.place.row == 4
    assert "amount (actual)" in finding.wants


def test_a_column_that_stands_twice_is_refused():
    found = mapped(ACTUALS.replace("Org,", "Actual amount,"))
    assert {one.saw for one in found.findings} == {
        "There is no column “Org” in row 4",
        "The column “Actual Amount” stands 2 times",
    }


def test_a_header_row_below_the_file_is_refused():
    assert not mapped("a,b\n").whole


def test_money_with_the_other_sign_is_turned_around_and_still_ties():
    found = mapped(mapping=ACTUALS_MAPPING.replace("header_row", 'sign = "reversed"\nheader_row'))
    assert [one.unit_price for one in found.records][2:] == [Decimal("250.25"), Decimal(-48000)]
    assert found.totals[0].imported == Decimal("-63900.25")
    assert found.totals[0].missing == 0


def test_leading_zeros_of_ids_and_decimal_commas_are_kept():
    text = 'Campus,Campus name,Students,Budget\n00041,Oak,310,"1.234,50"\n'
    found = mapped(text, "decimal_comma = true\n" + SCHOOLS)
    (school,) = found.records
    assert school.school_id == "00041"
    assert school.allocation == {2027: Decimal("1234.50")}
    assert [total.imported for total in found.totals] == [Decimal(310), Decimal("1234.50")]


def test_a_number_with_a_comma_says_what_to_change_in_the_mapping():
    (finding,) = mapped(
        'Campus,Campus name,Students,Budget\n1,Oak,310,"1234,50"\n', SCHOOLS
    ).findings
    assert "decimal_comma = true in the mapping" in finding.wants


def test_rows_without_ids_are_numbered_by_their_row():
    mapping = SCHOOLS.replace('school_id = "Campus"\n', "").replace(
        "[columns]", 'number_ids = "S-"\n[columns]'
    )
    found = mapped("Campus name,Students,Budget\nOak,1,1\n\nElm,2,2\n", mapping)
    assert [school.school_id for school in found.records] == ["S-0002", "S-0004"]


cents = st.decimals(-99_999, 99_999, places=2)


@given(st.lists(st.tuples(cents, st.sampled_from(["6399", "6411", "Total"])), max_size=12))
def test_whatever_the_rows_every_dollar_is_accounted_for(rows):
    lines = "".join(
        f"{'Total' if code == 'Total' else f'199-11-{code}-00-{place:03d}'},A,001,{amount}\n"
        for place, (amount, code) in enumerate(rows)
    )
    head = "".join(ACTUALS.splitlines(keepends=True)[:4])
    for total in mapped(head + lines).totals:
        assert total.in_file == sum(amount for amount, _ in rows)
        assert total.imported == sum(amount for amount, code in rows if code == "6399")
        assert total.missing == 0
