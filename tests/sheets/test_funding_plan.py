"""funding_plan: who pays in each year, what is lasting, what is missing."""

from decimal import Decimal

import pytest

from analysis.budgets import line, source
from sheets.reading import clean_context, column_of, context, table_of
from sheets.rich import rich_budget, rows_of, sheet_of, shown
from xlbudget.analysis import analyze
from xlbudget.sheets.funding_plan import funded_in_words, funding_plan_sheet, money_chart

MIXED = context(
    line("L1", unit_price=500, source_1="GEN"),
    line("L2", unit_price=300, source_1="GRANT"),
    line("L3", unit_price=200, need="one-time", source_1="ERATE"),
    line("L4", unit_price=100, source_1="HOPE"),
    sources=(
        source("GEN", *[400] * 5),
        source("GRANT", 300, 100, stream="one-time", last_fiscal_year=2028),
        source("ERATE", *[200] * 5, stream="renewable", kind="E-rate Category Two"),
        source("HOPE", *[100] * 5, status="expected"),
    ),
)


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


def test_expected_money_is_shown_apart():
    assert view(MIXED, "FundingWithExpected")["recurring"][1] == 500
    assert view(MIXED, "FundingWithExpected")["unfunded"][1] == 100


@pytest.mark.parametrize("row", ["exposed_share", "one_time_share", "reliance"])
def test_a_share_of_nothing_is_none(row):
    assert view(context())[row][1:-1] == ("none",) * 5


def test_a_row_of_dollars_is_totaled():
    assert view(MIXED)["cost"][-1] == 5500
    assert view(MIXED)["has_lost"][-1] is None


def test_every_source_shows_what_it_pays():
    rows = rows_of(funding_plan_sheet(MIXED), "FundingBySource")
    assert rows["1"] == ("one-time", 300, 100, 0, 0, 0, 400)
    assert rows["4"] == ("", 0, 0, 0, 0, 0, 0)  # the first spare row
    table = table_of(funding_plan_sheet(MIXED), "FundingBySource")
    assert column_of(table, "Source")[:2] == ["GEN · GEN", "GRANT · GRANT"]


def test_the_head_shows_year_1_and_the_cliff():
    sheet = funding_plan_sheet(MIXED)
    assert [shown(headline.cell) for headline in sheet.headlines] == [200, 500, 2029, 300]
    clean = funding_plan_sheet(clean_context())
    assert [shown(headline.cell) for headline in clean.headlines] == [0, 0, "none", 0]


def test_whether_money_suffices_is_one_sentence():
    told = "Secured money pays for every year of the plan"
    assert funded_in_words(clean_context()).value == told
    assert funded_in_words(MIXED).value == "Secured money falls short in 5 of 5 years"


def test_the_chart_says_what_one_time_money_meets():
    chart = money_chart(MIXED)
    assert chart.finding.value == "One-time money meets 33 % of recurring need in FY2027"
    assert chart.finding.value in chart.alt
    assert [series.name for series in chart.series if series.line] == ["Recurring need"]


def test_the_figures_of_the_rich_budget_are_those_of_analysis():
    rows = rows_of(sheet_of(funding_plan_sheet, rich_budget()), "FundingPlan")
    secured = analyze(rich_budget()).funding.secured
    assert rows["unfunded"][1:-1] == secured.unfunded
    assert rows["unfunded"][-1] == sum(secured.unfunded, Decimal(0))
