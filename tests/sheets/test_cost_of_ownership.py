"""Cost of ownership: agrees with analysis, with LibreOffice, and with figures worked by hand."""

import pytest

from analysis.budgets import budget
from sheets.rich import one_purchase, rich_budget, rows_of, sheet_of, shown
from xlbudget.analysis import analyze
from xlbudget.sheets.cost_of_ownership import TITLE, cost_of_ownership_sheet


def headlines(made):
    return [shown(item.cell) for item in sheet_of(cost_of_ownership_sheet, made).headlines]


def test_libreoffice_agrees_with_every_cell(disagreeing):
    assert disagreeing.get(TITLE, []) == []


def test_headlines_are_those_of_analysis():
    found = analyze(rich_budget()).ownership
    assert headlines(rich_budget()) == [
        found.years[0],
        found.per_student[0],
        found.evened_out[0],
        found.user_time[0],
    ]


def test_a_purchase_worked_by_hand():
    # $400, a tenth of it bought back, over 4 years: $90 a device and year; 200 students
    assert headlines(one_purchase()) == [9000, 45, 9000, 0]


def test_twice_as_many_devices_cost_twice_as_much_to_own():
    assert headlines(one_purchase(quantity=200)) == [18_000, 90, 18_000, 0]


def test_the_largest_area_and_the_state_of_the_reserve_are_told():
    told = [item.value for item in sheet_of(cost_of_ownership_sheet, one_purchase()).judgements]
    assert told == [
        "Hardware is the largest area: 100 % of ownership over the plan",
        "The refresh reserve is below zero at the end of 5 of 5 years: other money must bridge it",
    ]


@pytest.mark.parametrize("years", [1, 10])
def test_an_empty_budget_has_every_row_and_no_cost(years):
    sheet = sheet_of(cost_of_ownership_sheet, budget(years=years))
    assert rows_of(sheet, "OwnershipByArea")["total"] == ("$", *(0,) * years, 0)
    assert shown(sheet.judgements[0]) == "No line costs anything yet"
