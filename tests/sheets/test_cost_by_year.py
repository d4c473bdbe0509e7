"""Cost by year: agrees with analysis, with LibreOffice, and says what changes."""

import pytest

from analysis.budgets import budget, line
from sheets.rich import one_purchase, rich_budget, rows_of, sheet_of, shown
from xlbudget.analysis import analyze
from xlbudget.sheets.cost_by_year import TITLE, cost_by_year_sheet


def told(made):
    return [item.value for item in sheet_of(cost_by_year_sheet, made).judgements]


def test_libreoffice_agrees_with_every_cell(disagreeing):
    assert disagreeing.get(TITLE, []) == []


def test_headlines_are_those_of_analysis():
    found = analyze(rich_budget()).cash_flow
    cells = [shown(item.cell) for item in sheet_of(cost_by_year_sheet, rich_budget()).headlines]
    assert cells == [found.cost[0], found.prior, sum(found.cost), found.present_value.npv]


@pytest.mark.parametrize(
    ("prior", "change"), [(80, "25 % more"), (125, "20 % less"), (100, "0 % more")]
)
def test_the_change_from_the_prior_year_is_told(prior, change):
    made = budget(line(prior_amount=prior, goal_1="G1"))
    assert told(made) == [
        f"Year 1 costs {change} than the prior year",
        "Every dollar of year 1 serves a goal",
    ]


def test_without_a_prior_year_or_a_goal_it_says_so():
    assert told(one_purchase()) == [
        "No amounts of the prior year are entered: year 1 stands alone",
        "40 thousand dollars of year 1 serve no goal yet",
    ]


def test_the_chart_shows_the_six_areas_and_says_the_largest():
    chart = sheet_of(cost_by_year_sheet, one_purchase()).charts[0]
    assert len(chart.series) == 6
    assert chart.finding.value == "Hardware is the largest area: 100 % of cost over the plan"
    assert chart.finding.value in chart.alt
    assert "40, 0, 0, 0, 40" in chart.alt


@pytest.mark.parametrize("years", [1, 10])
def test_an_empty_budget_has_every_row_and_no_cost(years):
    sheet = sheet_of(cost_by_year_sheet, budget(years=years))
    assert rows_of(sheet, "CostTotals")["asked"] == (0, *(0,) * years, 0)
    assert rows_of(sheet, "PresentValue")["npv"][-1] == 0
