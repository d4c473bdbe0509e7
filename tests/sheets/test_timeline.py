"""timeline: rows by fiscal year, every year in the same column on every sheet."""

from decimal import Decimal

import pytest

from sheets.reading import clean_context, column_of, context, headers_of
from sheets.rich import shown as shown_cell
from xlbudget.sheets.plan import Calculated, Emphasis, Form
from xlbudget.sheets.timeline import YearRow, fiscal_years, shown, timeline


def row(**facts):
    given = {
        "key": "a",
        "label": "Cost",
        "formula": lambda k: f"={k}*2",
        "values": [2, 4, 6, 8, 10],
    }
    return YearRow(**(given | facts))


def table(*rows, made=None, **facts):
    return timeline(made or clean_context(), name="T", heading="Cost by year", rows=rows, **facts)


def test_the_columns_are_label_unit_years_and_total():
    years = [f"Year {k}" for k in range(1, 6)]
    assert headers_of(table(row())) == ["Row", "Unit", *years, "Total"]
    assert headers_of(table(row(), label="Money", beside="Prior year"))[:2] == [
        "Money",
        "Prior year",
    ]


def test_every_year_has_its_formula_and_value_and_the_total_sums_them():
    cells = table(row(beside="$")).rows[0].cells
    assert cells[:4] == ("Cost", "$", Calculated("=1*2", 2), Calculated("=2*2", 4))
    assert cells[-1] == Calculated("=SUM({T|a|Year 1..Year 5})", 30)


def test_a_rate_has_no_total():
    assert table(row(total=False)).rows[0].cells[-1] is None


def test_a_value_that_is_not_there_is_the_word_none_and_counts_nothing():
    values = [None, Decimal("0.5"), "none", 1, Decimal("2.5")]
    cells = table(row(values=values)).rows[0].cells
    assert [shown_cell(cell) for cell in cells[2:]] == ["none", 0.5, "none", 1, 2.5, 4]
    assert (shown(None), shown(0), shown("x")) == ("none", 0, "x")


def test_each_year_wants_its_value():
    with pytest.raises(ValueError, match="shorter"):
        table(row(values=[1, 2]))


@pytest.mark.parametrize("years", [1, 5, 10])
def test_fiscal_years_follow_the_base_year(years):
    cells = fiscal_years(context(years=years))
    assert [cell.value for cell in cells] == list(range(2027, 2027 + years))
    assert cells[0].formula == "=BaseYear"
    assert [cell.formula for cell in cells[1:2]] == ["=BaseYear+1"][: years - 1]


def test_labels_stand_above_the_years_alone():
    labels = [shown_cell(label) for label in table(row()).labels]
    assert labels == [None, None, 2027, 2028, 2029, 2030, 2031, None]


def test_rows_stand_out_and_are_shown_as_told():
    made = table(row(emphasis=Emphasis.TOTAL, form=Form.SHARE), row(key="b"))
    assert [(item.emphasis, item.form) for item in made.rows] == [
        (Emphasis.TOTAL, Form.SHARE),
        (Emphasis.NONE, None),
    ]
    assert column_of(made, "Row") == ["Cost", "Cost"]
