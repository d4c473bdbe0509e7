"""Many lines at once: worked examples, then the single line as the judge, then refusals."""

from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import (
    FinanceError,
    NoFiniteAnswerError,
    NotANumberError,
    ShapeError,
    TermError,
)
from xlbudget.finance import annual_ownership_cost, tco_by_year

CHROMEBOOKS = (1_050, 358, 7, 4, 15, 13.20, 1)
LIFE, FIRST_YEAR = 3, 6

dollars = st.integers(0, 5_000)
lines = st.tuples(
    st.integers(0, 3_000),
    dollars,
    dollars,
    st.integers(1, 12),
    dollars,
    dollars,
    st.integers(1, 15),
)
plans = st.lists(lines, min_size=1, max_size=6)
horizons = st.integers(1, 50)
law = settings(deadline=None)


def _with(place, value):
    return (*CHROMEBOOKS[:place], value, *CHROMEBOOKS[place + 1 :])


# --- worked examples


def test_agrees_with_the_worked_example_of_ownership():
    [years] = tco_by_year([CHROMEBOOKS], 5)
    assert years == pytest.approx([91_875 + 13_860] * 5)  # even spread, repair and management


def test_each_line_begins_in_its_own_year():
    devices, network = (100, 400, 0, 4, 0, 20, 1), (10, 800, 0, 8, 0, 0, 2)
    assert tco_by_year([devices, network], 3) == ((12_000.0,) * 3, (0.0, 1_000.0, 1_000.0))


def test_a_line_that_begins_after_the_plan_costs_nothing():
    assert tco_by_year([_with(FIRST_YEAR, 9)], 5) == ((0.0,) * 5,)


# --- laws


@law
@given(plans, horizons)
def test_a_line_costs_the_same_in_each_year_of_service(plan, horizon):
    for (quantity, price, setup, life, residual, annual, first), years in zip(
        plan, tco_by_year(plan, horizon), strict=True
    ):
        yearly = annual_ownership_cost(price, setup, life, residual, quantity, annual)
        assert years == pytest.approx(
            [yearly if year >= first else 0.0 for year in range(1, horizon + 1)]
        )


@law
@given(plans, horizons)
def test_the_lines_do_not_know_of_each_other(plan, horizon):
    apart = tuple(years for line in plan for years in tco_by_year([line], horizon))
    assert tco_by_year(plan, horizon) == apart


@law
@given(lines, horizons)
def test_twice_the_devices_cost_twice_as_much(line, horizon):
    once, twice = tco_by_year([line, (2 * line[0], *line[1:])], horizon)
    assert fsum(twice) == pytest.approx(2 * fsum(once), rel=1e-9)


# --- refusals


@pytest.mark.parametrize("place", range(7))
def test_refuses_what_is_not_a_number_and_names_the_line(place, junk):
    with pytest.raises(NotANumberError) as refusal:
        tco_by_year([CHROMEBOOKS, _with(place, junk)], 5)
    assert refusal.value.place == "Line 2"


@pytest.mark.parametrize("line", [CHROMEBOOKS[:6], (*CHROMEBOOKS, 1), (), 5, "abcdefg", None])
def test_refuses_a_line_that_does_not_hold_seven_numbers(line):
    with pytest.raises(ShapeError, match="Line 1 does not hold 7 numbers"):
        tco_by_year([line], 5)


def test_refuses_no_lines():
    with pytest.raises(ShapeError):
        tco_by_year([], 5)


@pytest.mark.parametrize("horizon", [0, 51])
def test_refuses_plans_of_no_years_or_too_many(horizon):
    with pytest.raises(TermError, match="between 1 and 50"):
        tco_by_year([CHROMEBOOKS], horizon)


@pytest.mark.parametrize("place", [LIFE, FIRST_YEAR])
def test_refuses_a_life_or_first_year_below_one(place):
    with pytest.raises(TermError):
        tco_by_year([_with(place, 0)], 5)


def test_refuses_a_negative_quantity():
    with pytest.raises(FinanceError):
        tco_by_year([_with(0, -1)], 5)


def test_refuses_a_cost_beyond_all_numbers():
    with pytest.raises(NoFiniteAnswerError):
        tco_by_year([(1, 1e308, 0, 1, 0, 1e308, 1)], 3)
