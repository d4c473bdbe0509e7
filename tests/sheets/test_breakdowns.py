"""breakdowns: every line stands in one row of a block, and the total is all lines."""

from decimal import Decimal

import pytest

from livebook import LiveBook
from sheets.rich import DEVICES, rich_budget, rows_of, sheet_of, years_of
from xlbudget.analysis import analyze
from xlbudget.sheets.breakdowns import largest_in_words
from xlbudget.sheets.cost_by_year import cost_by_year_sheet
from xlbudget.sheets.cost_of_ownership import cost_of_ownership_sheet

BLOCKS = {
    cost_by_year_sheet: ("CostByArea", "CostByCategory", "CostByType", "CostByNeed"),
    cost_of_ownership_sheet: (
        "OwnershipByArea",
        "OwnershipByCategory",
        "OwnershipByProgram",
        "OwnershipBySchool",
    ),
}
CASES = [(builder, name) for builder, names in BLOCKS.items() for name in names]


@pytest.mark.parametrize(("builder", "name"), CASES)
def test_the_rows_of_a_block_make_up_its_total(builder, name):
    rows = rows_of(sheet_of(builder, rich_budget()), name)
    parts = [rows[key][1:] for key in rows if not key.startswith(("total", "user"))]
    assert rows["total"][1:] == tuple(map(sum, zip(*parts, strict=True)))


@pytest.mark.parametrize(("builder", "name"), CASES)
def test_the_total_is_the_cost_of_all_lines(builder, name):
    made = rich_budget()
    column = "years" if builder is cost_by_year_sheet else "ownership"
    lines = [getattr(cost, column) for cost in analyze(made).costs]
    assert years_of(sheet_of(builder, made), name, "total") == tuple(
        map(sum, zip(*lines, strict=True))
    )


def test_lines_of_a_blank_or_unknown_word_have_a_row():
    rows = rows_of(sheet_of(cost_by_year_sheet, rich_budget()), "CostByNeed")
    assert rows["not said"] == (0, 100, 100, 0, 0, 0, 200)


def test_lines_of_an_unknown_program_have_the_last_row():
    rows = rows_of(sheet_of(cost_of_ownership_sheet, rich_budget()), "OwnershipByProgram")
    assert rows["1"][0] == DEVICES.program_id
    assert rows["3"] == rows["4"] == ("", 0, 0, 0, 0, 0, 0)
    assert rows["not said"][1] == 100 + 40 * 100 + 100 + Decimal("999.90")


def test_the_prior_year_stands_beside():
    rows = rows_of(sheet_of(cost_by_year_sheet, rich_budget()), "CostByArea")
    assert (rows["hardware"][0], rows["total"][0]) == (Decimal("3500.25"), Decimal("3500.25"))


def test_the_largest_row_is_told_and_the_first_of_equals():
    told = largest_in_words("X", "Area", {"a": Decimal(1), "b": Decimal(1)}, "cost")
    assert told.value == "A is the largest area: 50 % of cost over the plan"


def test_a_plan_without_cost_says_so():
    told = largest_in_words("X", "Area", {"a": Decimal(0), "b": Decimal(0)}, "cost")
    assert told.value == "No line costs anything yet"


def test_a_program_typed_into_a_spare_row_takes_its_lines(rich_book, libreoffice):
    live = LiveBook.open(libreoffice, *rich_book)
    live.put("Programs", 2, "Program", "P7")
    live.put("LineItems", 0, "Program", "P7")
    assert live.at("OwnershipByProgram", "3", "Program id") == "P7"
    # 105 units at $412.50 less $40 bought back, over 4 years
    assert live.at("OwnershipByProgram", "3", "Year 1") == pytest.approx(9778.13)
    assert live.at("OwnershipByProgram", "1", "Year 1") == 0
    live.close()
