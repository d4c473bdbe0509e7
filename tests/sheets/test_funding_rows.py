"""funding_rows: what is paid, needed, lost and rests on grants, worked by hand."""

from decimal import Decimal

import pytest

from sheets.mixed_money import MIXED
from sheets.reading import context
from sheets.rich import rich_budget, rows_of, sheet_of
from xlbudget.analysis import analyze
from xlbudget.sheets.funding_plan import funding_plan_sheet


def view(made, name="FundingPlan"):
    return rows_of(funding_plan_sheet(made), name)


@pytest.mark.parametrize(
    ("row", "year_1", "year_3"),
    [
        ("cost", 1100, 1100),
        ("recurring", 400, 400),
        ("renewable", 200, 200),
        ("one_time", 300, 0),
        ("paid", 900, 600),
        ("unfunded", 200, 500),
        ("need", 900, 900),
        ("lasting", 400, 400),
        ("gap", 500, 500),
        ("exposed", 300, 0),
        ("lost", 0, 300),
        ("has_lost", 0, 1),
        ("erate", 200, 200),
        ("net", 900, 900),
    ],
)
def test_the_plan_worked_by_hand(row, year_1, year_3):
    years = view(MIXED)[row][1:-1]
    assert (years[0], years[2]) == (year_1, year_3)


@pytest.mark.parametrize(
    ("row", "top", "bottom"),
    [("exposed_share", 300, 900), ("one_time_share", 300, 900), ("reliance", 500, 900)],
)
def test_shares_of_year_1_worked_by_hand(row, top, bottom):
    cells = view(MIXED)[row]
    assert float(cells[1]) == pytest.approx(top / bottom)
    assert cells[-1] is None  # shares have no total


@pytest.mark.parametrize("row", ["exposed_share", "one_time_share", "reliance"])
def test_a_share_of_nothing_is_none(row):
    assert view(context())[row][1:-1] == ("none",) * 5


def test_a_row_of_dollars_is_totaled():
    assert view(MIXED)["cost"][-1] == 5500
    assert view(MIXED)["has_lost"][-1] is None


def test_expected_money_is_shown_apart():
    assert view(MIXED, "FundingWithExpected")["recurring"][1] == 500
    assert view(MIXED, "FundingWithExpected")["unfunded"][1] == 100


def test_the_figures_of_the_rich_budget_are_those_of_analysis():
    rows = rows_of(sheet_of(funding_plan_sheet, rich_budget()), "FundingPlan")
    secured = analyze(rich_budget()).funding.secured
    assert rows["unfunded"][1:-1] == secured.unfunded
    assert rows["unfunded"][-1] == sum(secured.unfunded, Decimal(0))
