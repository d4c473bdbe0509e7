"""ownership_blocks: ownership per student and per device, and user time below the line."""

from decimal import Decimal

from sheets.rich import one_purchase, rich_budget, rows_of, sheet_of, years_of
from xlbudget.analysis import analyze
from xlbudget.sheets.cost_of_ownership import cost_of_ownership_sheet

RICH = sheet_of(cost_of_ownership_sheet, rich_budget())
FOUND = analyze(rich_budget()).ownership


def test_user_hours_count_while_a_line_runs_and_is_asked():
    # L1 10 h, L2 5.5 h, L8 7 h until 2028; the lapsed line's 90 h do not count
    hours = tuple(map(Decimal, ("22.5", "22.5", "15.5", "15.5", "15.5")))
    assert years_of(RICH, "OwnershipByArea", "user_hours") == hours
    time = tuple(hour * Decimal("41.50") for hour in hours)
    assert years_of(RICH, "OwnershipByArea", "user_time") == time


def test_a_school_without_students_shows_none():
    rows = rows_of(RICH, "PerStudent")
    assert rows["students"] == ("students", 200, 250, 200, 200, 200, None)
    assert rows["1"][1] == FOUND.per_student_by_school[0].per_student[0]
    assert rows["2"][1:4] == ("none", 2, "none")
    assert rows["3"][1:] == (*["none"] * 5, None)


def test_district_per_student_is_that_of_analysis():
    assert years_of(RICH, "PerStudent", "district") == FOUND.per_student


def test_devices_in_service_leave_out_spares_and_what_is_worn_out():
    # L1 is refreshed: 100 throughout; L6 was bought in 2026 for 3 years: 30 until 2028
    assert years_of(RICH, "PerDevice", "devices") == (130, 130, 100, 100, 100)


def test_ownership_per_device_worked_by_hand():
    sheet = sheet_of(cost_of_ownership_sheet, one_purchase())
    assert years_of(sheet, "PerDevice", "per_device") == (90,) * 5
