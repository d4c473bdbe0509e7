"""Fiscal years: published ones first, then laws, then refusals."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlbudget.errors import NotANumberError, TermError
from xlbudget.finance import fiscal_year

days = st.dates(date(1900, 1, 1), date(9000, 1, 1))
months = st.integers(1, 12)


# --- published years


@pytest.mark.parametrize(
    ("day", "start_month", "expected"),
    [
        pytest.param(date(2020, 7, 1), 7, 2021, id="nces-school-year-2020-21-is-2021"),
        pytest.param(date(2021, 6, 30), 7, 2021, id="nces-last-day-of-2021"),
        pytest.param(date(2026, 6, 30), 7, 2026, id="e-rate-funding-year-ends-in-june"),
        pytest.param(date(2025, 10, 1), 10, 2026, id="federal-year-2026-starts-in-october"),
        pytest.param(date(2026, 9, 30), 10, 2026, id="federal-year-2026-ends-in-september"),
        pytest.param(date(2025, 9, 1), 9, 2026, id="texas-districts-from-september"),
        pytest.param(date(2026, 12, 31), 1, 2026, id="calendar-year"),
        pytest.param(date(2026, 1, 1), 1, 2026, id="first-day-of-a-calendar-year"),
    ],
)
def test_a_year_is_named_by_the_calendar_year_in_which_it_ends(day, start_month, expected):
    assert fiscal_year(day, start_month) == expected


def test_a_year_starts_in_july_unless_told_otherwise():
    assert fiscal_year(date(2026, 7, 1)) == 2027


# --- laws


@given(days, months)
def test_a_new_year_begins_on_the_first_of_the_start_month_only(day, start_month):
    begins = day.day == 1 and day.month == start_month
    assert fiscal_year(day, start_month) - fiscal_year(day - timedelta(1), start_month) == begins


@given(days, months)
def test_the_last_day_of_a_year_lies_in_the_year_of_its_name(day, start_month):
    name = fiscal_year(day, start_month)
    last = date(name + (start_month == 1), start_month, 1) - timedelta(1)
    assert fiscal_year(last, start_month) == name == last.year


@given(st.datetimes(datetime(1900, 1, 1), datetime(9000, 1, 1)))  # noqa: DTZ001 - cells have none
def test_the_time_of_the_day_does_not_matter(moment):
    assert fiscal_year(moment) == fiscal_year(moment.date())


# --- refusals


def test_refuses_what_is_no_date(junk):
    with pytest.raises(NotANumberError, match="The day"):
        fiscal_year(junk)


def test_refuses_a_month_that_is_no_number(junk):
    with pytest.raises(NotANumberError):
        fiscal_year(date(2026, 7, 1), junk)


@pytest.mark.parametrize("start_month", [0, 13, -1])
def test_refuses_a_month_outside_the_calendar(start_month):
    with pytest.raises(TermError, match="between 1 and 12"):
        fiscal_year(date(2026, 7, 1), start_month)
