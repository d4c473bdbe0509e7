"""tco_by_year and tco_table: by hand, then exactly the finance function, then its refusals."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget import finance
from xlbudget.errors import XlbudgetError
from xlbudget.portfolio import fleets
from xlbudget.portfolio.fleets import tco_by_year, tco_table

CHROMEBOOKS = [1_050.0, 358.0, 7.0, 4.0, 15.0, 0.0, 1.0]

law = settings(deadline=None)
dollars = st.floats(-1e9, 1e9)
years = st.integers(1, 60).map(float)
lines = st.lists(
    st.tuples(st.floats(0, 1e6), dollars, dollars, years, dollars, dollars, years),
    min_size=1,
    max_size=20,
)


def with_cell(column, cell):
    """Return two lines, the second with another cell."""
    return [CHROMEBOOKS, [*CHROMEBOOKS[:column], cell, *CHROMEBOOKS[column + 1 :]]]


def refusal_of(ask, *arguments):
    with pytest.raises(XlbudgetError) as refusal:
        ask(*arguments)
    return type(refusal.value), str(refusal.value)


# --- worked examples


def test_the_fleet_of_the_annual_cost_example():
    assert tco_by_year([CHROMEBOOKS], 2) == ((91_875, 91_875),)


@pytest.mark.parametrize("size", [1e-9, 1e15, 0.0])
def test_prices_of_any_size(size):
    line = [10.0, size, 0.0, 4.0, 0.0, size, 2.0]
    assert tco_by_year([line], 3) == ((0.0, *[10 * size + 10 * (size / 4)] * 2),)


def test_a_line_that_starts_beyond_the_plan_costs_nothing():
    assert tco_by_year([[1.0, 400.0, 0.0, 4.0, 0.0, 0.0, 10_000.0]], 3) == ((0, 0, 0),)


def test_the_table_is_an_array():
    found = tco_table(np.array([CHROMEBOOKS, CHROMEBOOKS]), 5)
    assert found.shape == (2, 5)
    assert (found == 91_875).all()


@pytest.mark.parametrize(
    "held", [[[int(cell) for cell in CHROMEBOOKS]], np.array([CHROMEBOOKS], np.int64)]
)
def test_whole_numbers_are_numbers_too(held):
    assert tco_table(held, 2).tolist() == [[91_875, 91_875]]


# --- laws


@law
@given(lines, st.integers(1, 50))
def test_each_row_is_exactly_what_finance_says(rows, horizon):
    expected = tuple(
        finance.ownership_schedule(
            price,
            setup,
            life,
            horizon=horizon,
            residual=residual,
            quantity=quantity,
            annual_unit_cost=annual,
            first_year=first,
        )
        for quantity, price, setup, life, residual, annual, first in rows
    )
    assert tco_by_year(rows, horizon) == expected == finance.tco_by_year(rows, horizon)
    assert tuple(map(tuple, tco_table(rows, horizon).tolist())) == expected


def test_sound_lines_do_not_take_the_slow_way(monkeypatch):
    monkeypatch.setattr(fleets.fleet, "tco_by_year", None)
    found = tco_by_year([CHROMEBOOKS], 3)
    assert [type(cell) for row in found for cell in row] == [float] * 3


# --- refusals: those of finance, word for word


@pytest.mark.parametrize("ask", [tco_by_year, tco_table])
@pytest.mark.parametrize("column", range(7))
def test_refuses_what_is_not_a_number(ask, column, junk):
    rows = with_cell(column, junk)
    refused = refusal_of(ask, rows, 3)
    assert refused == refusal_of(finance.tco_by_year, rows, 3)
    assert refused[1].startswith("Line 2: ")


@pytest.mark.parametrize("as_given", [list, np.array], ids=["rows", "array"])
@pytest.mark.parametrize(
    ("column", "cell"),
    [
        pytest.param(0, -1.0, id="negative-quantity"),
        pytest.param(3, 0.0, id="no-life"),
        pytest.param(3, 2.5, id="half-a-year-of-life"),
        pytest.param(3, 10_001.0, id="endless-life"),
        pytest.param(6, 0.0, id="before-the-plan"),
        pytest.param(6, 1.5, id="half-a-year"),
        pytest.param(1, np.nan, id="not-a-number"),
        pytest.param(4, np.inf, id="infinite"),
        pytest.param(1, 1e308, id="price-beyond-all-numbers"),
        pytest.param(5, 1e308, id="cost-beyond-all-numbers"),
    ],
)
def test_refuses_what_makes_no_sense(as_given, column, cell):
    rows = with_cell(column, cell)
    assert refusal_of(tco_table, as_given(rows), 3) == refusal_of(finance.tco_by_year, rows, 3)


@pytest.mark.parametrize("rows", [[], [[1.0, 2.0]], [CHROMEBOOKS, [1.0]], [5.0], ["1234567"]])
def test_refuses_another_shape(rows):
    assert refusal_of(tco_by_year, rows, 3) == refusal_of(finance.tco_by_year, rows, 3)


@pytest.mark.parametrize("rows", [np.empty((0, 7)), np.ones((2, 6)), np.ones(7)])
def test_refuses_an_array_of_another_shape(rows):
    assert refusal_of(tco_table, rows, 3)


@pytest.mark.parametrize("horizon", [0, 51, 2.5, True, None, "3"])
def test_refuses_another_horizon(horizon):
    rows = [CHROMEBOOKS]
    assert refusal_of(tco_by_year, rows, horizon) == refusal_of(finance.tco_by_year, rows, horizon)


@pytest.mark.parametrize("horizon", [3.0, np.int64(3)])
def test_a_whole_horizon_of_another_type_is_understood(horizon):
    assert tco_by_year([CHROMEBOOKS], horizon) == tco_by_year([CHROMEBOOKS], 3)
