"""Cost of ownership: worked examples, then sums over a life, then refusals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import (
    FinanceError,
    NoFiniteAnswerError,
    NotANumberError,
    RateError,
    TermError,
)
from xlbudget.finance import (
    annual_ownership_cost,
    cost_per_device_day,
    equivalent_annual_cost,
    ownership_schedule,
    refresh_reserve,
)

law = settings(deadline=None)
dollars = st.integers(min_value=0, max_value=10**6).map(lambda cents: cents / 100)
lives = st.integers(min_value=1, max_value=10)
counts = st.integers(min_value=0, max_value=5_000)
fleets = st.tuples(dollars, dollars, lives, dollars, counts, dollars)
rates = st.floats(min_value=-0.2, max_value=0.5)


# --- worked examples


@pytest.mark.parametrize(
    ("arguments", "rate", "expected"),
    [
        pytest.param((358, 7, 4, 15, 1_050, 0), None, 91_875.00, id="example-1.4c-devices"),
        pytest.param((358, 7, 4, 15, 1_050, 0), 0.03, 99_339.94, id="example-1.4c-devices-3"),
        pytest.param(
            (358, 7, 4, 15, 1_050, 13.20), None, 91_875 + 13_860, id="example-1.4c-with-repair"
        ),
        pytest.param((180_000, 0, 7, 0, 1, 0), None, 25_714.29, id="example-1.4c-network"),
        pytest.param((180_000, 0, 7, 0, 1, 0), 0.03, 28_891.14, id="example-1.4c-network-3"),
        pytest.param((358, 7, 4, 15, 1, 13.20), 0.03, 107.81, id="example-1.4c-one-device"),
    ],
)
def test_annual_ownership_cost_agrees_with_worked_examples(arguments, rate, expected):
    assert annual_ownership_cost(*arguments, rate=rate) == pytest.approx(expected, abs=0.006)


def test_the_worked_example_of_a_whole_district_adds_up():
    devices = annual_ownership_cost(358, 7, 4, 15, 1_050, 13.20)
    network = annual_ownership_cost(180_000, 0, 7, 0, 1, 0)
    others = 42 * 1_000 + 60_000 * 0.30 + 2.0 * 78_000 + 60 * 400
    assert devices + network + others == pytest.approx(371_449.29, abs=0.006)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param({"horizon": 3}, (100, 100, 100), id="service-goes-on"),
        pytest.param({"horizon": 5, "refresh": False}, (100, 100, 100, 100, 0), id="bought-once"),
        pytest.param({"horizon": 5, "last_year": 2}, (100, 300, 0, 0, 0), id="ends-early"),
        pytest.param({"horizon": 5, "last_year": 1}, (400, 0, 0, 0, 0), id="ends-at-once"),
        pytest.param({"horizon": 5, "last_year": 4}, (100, 100, 100, 100, 0), id="ends-in-time"),
        pytest.param(
            {"horizon": 7, "last_year": 6},
            (100, 100, 100, 100, 100, 300, 0),
            id="the-second-purchase-ends-early",
        ),
        pytest.param({"horizon": 4, "first_year": 3}, (0, 0, 100, 100), id="begins-later"),
        pytest.param({"horizon": 2, "first_year": 3}, (0, 0), id="begins-after-the-plan"),
        pytest.param({"horizon": 2, "last_year": 3}, (100, 100), id="ends-after-the-plan"),
        pytest.param(
            {"horizon": 3, "last_year": 9, "refresh": False}, (100, 100, 100), id="worn-out-later"
        ),
        pytest.param(
            {"horizon": 3, "last_year": 2, "annual_unit_cost": 10, "quantity": 2, "residual": 40},
            (200, 560, 0),
            id="with-upkeep-and-residual",
        ),
    ],
)
def test_the_schedule_spreads_400_dollars_over_4_years(options, expected):
    assert ownership_schedule(380, 20, 4, **options) == pytest.approx(expected)


def test_refresh_reserve_agrees_with_domain_1_4d():
    assert refresh_reserve(2_400, 365, 4) == 219_000


def test_a_400_dollar_tablet_costs_44_cents_a_school_day():
    assert cost_per_device_day(400, 5, 180) == pytest.approx(0.4444, abs=5e-5)


# --- laws


@law
@given(fleets, rates)
def test_the_annuity_spread_is_the_annual_cost_of_the_net_price(fleet, rate):
    price, setup, life, residual, count, upkeep = fleet
    net = price + setup - residual / (1 + rate) ** life
    expected = count * (equivalent_annual_cost(net, rate, life) + upkeep)
    found = annual_ownership_cost(*fleet, rate=rate)
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-4)


@law
@given(fleets)
def test_without_interest_both_spreads_agree(fleet):
    even = annual_ownership_cost(*fleet)
    level = annual_ownership_cost(*fleet, rate=0.0)
    assert level == pytest.approx(even, rel=1e-9, abs=1e-4)


@law
@given(fleets, st.integers(1, 15), st.integers(0, 15))
def test_all_years_together_bear_every_purchase(fleet, first, more):
    price, setup, life, residual, count, upkeep = fleet
    last = first + more
    purchases = len(range(first, last + 1, life))
    found = ownership_schedule(
        price,
        setup,
        life,
        horizon=40,
        residual=residual,
        quantity=count,
        annual_unit_cost=upkeep,
        first_year=first,
        last_year=last,
    )
    expected = count * (purchases * (price + setup - residual) + (more + 1) * upkeep)
    assert sum(found) == pytest.approx(expected, rel=1e-9, abs=1e-4)


@law
@given(counts, dollars, lives)
def test_the_reserve_of_a_whole_life_buys_the_fleet(count, cost, life):
    assert life * refresh_reserve(count, cost, life) == pytest.approx(count * cost)


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: annual_ownership_cost(x, 0, 4, 0, 1, 0),
        lambda x: annual_ownership_cost(1, x, 4, 0, 1, 0),
        lambda x: annual_ownership_cost(1, 0, x, 0, 1, 0),
        lambda x: annual_ownership_cost(1, 0, 4, x, 1, 0),
        lambda x: annual_ownership_cost(1, 0, 4, 0, x, 0),
        lambda x: annual_ownership_cost(1, 0, 4, 0, 1, x),
        lambda x: ownership_schedule(x, 0, 4, horizon=5),
        lambda x: ownership_schedule(1, 0, 4, horizon=x),
        lambda x: ownership_schedule(1, 0, 4, horizon=5, annual_unit_cost=x),
        lambda x: ownership_schedule(1, 0, 4, horizon=5, first_year=x),
        lambda x: refresh_reserve(x, 1, 4),
        lambda x: refresh_reserve(1, x, 4),
        lambda x: refresh_reserve(1, 1, x),
        lambda x: cost_per_device_day(x, 5, 180),
        lambda x: cost_per_device_day(400, x, 180),
        lambda x: cost_per_device_day(400, 5, x),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: annual_ownership_cost(1, 0, 4, 0, 1, 0, rate=x),
        lambda x: ownership_schedule(1, 0, 4, horizon=5, last_year=x),
    ],
)
def test_refuses_what_is_given_and_not_a_number(ask, filled_junk):
    with pytest.raises(NotANumberError):
        ask(filled_junk)


def test_refuses_a_rate_of_minus_100_percent():
    with pytest.raises(RateError, match="-100"):
        annual_ownership_cost(1, 0, 4, 0, 1, 0, rate=-1.0)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: annual_ownership_cost(1, 0, 0, 0, 1, 0),
        lambda: ownership_schedule(1, 0, 0, horizon=5),
        lambda: ownership_schedule(1, 0, 4, horizon=0),
        lambda: ownership_schedule(1, 0, 4, horizon=5, first_year=0),
        lambda: ownership_schedule(1, 0, 4, horizon=5, first_year=3, last_year=2),
        lambda: refresh_reserve(1, 1, 0),
        lambda: cost_per_device_day(400, 0, 180),
        lambda: cost_per_device_day(400, 5, 0),
        lambda: cost_per_device_day(400, 5, 367),
    ],
)
def test_refuses_terms_that_cannot_be(ask):
    with pytest.raises(TermError):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: annual_ownership_cost(1, 0, 4, 0, -1, 0),
        lambda: ownership_schedule(1, 0, 4, horizon=5, quantity=-1),
        lambda: refresh_reserve(-1, 1, 4),
    ],
)
def test_refuses_a_negative_number_of_devices(ask):
    with pytest.raises(FinanceError, match="quantity is -1"):
        ask()


def test_refuses_a_cost_beyond_all_numbers():
    with pytest.raises(NoFiniteAnswerError):
        refresh_reserve(1e200, 1e200, 4)


def test_refuses_a_year_that_costs_more_than_any_number():
    with pytest.raises(NoFiniteAnswerError):
        ownership_schedule(1e308, 0, 1, horizon=3, annual_unit_cost=1e308)
