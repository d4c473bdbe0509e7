"""refresh: the reserve goes on from its opening balance, and recurring need is evened out."""

from decimal import Decimal

import pytest

from analysis.budgets import budget, purchase
from sheets.rich import one_purchase, rich_budget, rows_of, sheet_of, years_of
from xlbudget.analysis import analyze
from xlbudget.sheets.cost_of_ownership import cost_of_ownership_sheet

PARTS = ("opening", "contribution", "interest", "purchases", "closing")


@pytest.mark.parametrize("part", PARTS)
def test_the_reserve_is_that_of_analysis(part):
    sheet = sheet_of(cost_of_ownership_sheet, rich_budget())
    reserve = analyze(rich_budget()).ownership.reserve
    assert years_of(sheet, "RefreshReserve", part) == getattr(reserve, part)


def test_the_opening_balance_stands_before_year_1():
    rows = rows_of(sheet_of(cost_of_ownership_sheet, rich_budget()), "RefreshReserve")
    assert rows["closing"][0] == Decimal("2500.55")


def test_recurring_need_worked_by_hand():
    # 40,000 in year 1 and again in year 5; put aside evenly it is 9,000 a year
    sheet = sheet_of(cost_of_ownership_sheet, one_purchase())
    assert years_of(sheet, "AsPurchased", "purchased") == (40_000, 0, 0, 0, 40_000)
    assert years_of(sheet, "AsPurchased", "evened_out") == (9000,) * 5
    assert years_of(sheet, "AsPurchased", "difference") == (-31_000, *(9000,) * 3, -31_000)


def test_what_is_not_recurring_need_is_no_lump_in_it():
    made = budget(purchase(quantity=2, refresh=True, service_life=5, need="one-time"))
    sheet = sheet_of(cost_of_ownership_sheet, made)
    assert years_of(sheet, "AsPurchased", "need") == (0,) * 5
    assert years_of(sheet, "AsPurchased", "lumps") == (0,) * 5
    assert years_of(sheet, "AsPurchased", "purchased") == (200, 0, 0, 0, 0)


def test_the_chart_says_its_finding_and_the_numbers():
    chart = sheet_of(cost_of_ownership_sheet, one_purchase()).charts[0]
    finding = "Evening out moves the recurring need of a year by at most 31 thousand dollars"
    assert chart.finding.value == finding
    assert finding in chart.alt
    assert "40, 0, 0, 0, 40 as purchased, 9, 9, 9, 9, 9 evened out" in chart.alt


def test_a_reserve_large_enough_carries_the_plan():
    made = budget(purchase(quantity=1), rates={"reserve_opening": "5"})
    told = sheet_of(cost_of_ownership_sheet, made).judgements[1].value
    assert told == "The refresh reserve stays at or above zero in every year"
