"""Lease or buy: NIST's figures, then the flows themselves, then refusals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import NoFiniteAnswerError, NotANumberError, RateError, TermError
from xlbudget.finance import LeaseOrBuy, lease_or_buy, life_cycle_cost, npv

OMB_DEMO = {
    "lease_payment": 500_000,
    "purchase_price": 5_000_000,
    "owner_annual_cost": 200_000,
    "resale_value": 2_500_000,
}

law = settings(deadline=None)
amounts = st.integers(min_value=0, max_value=10**7)


# --- published figures


@pytest.mark.parametrize(
    ("rate", "lease", "buy", "cheaper"),
    [
        pytest.param(-0.008, 8_002_567.82, 5_380_924.42, "buy", id="nist-omb-demo-2022-real"),
        pytest.param(0.024, 6_236_474.33, 5_742_966.65, "buy", id="nist-omb-demo-2024-real"),
        pytest.param(0.047, 5_296_691.01, 5_863_398.79, "lease", id="nist-omb-demo-nominal"),
    ],
)
def test_the_rate_basis_turns_lease_or_buy_round(rate, lease, buy, cheaper):
    answer = lease_or_buy(rate, 15, **OMB_DEMO)
    assert answer.lease == pytest.approx(lease, abs=0.006)
    assert answer.buy == pytest.approx(buy, abs=0.006)
    assert answer.cheaper == cheaper


@pytest.mark.parametrize("rate", [-0.008, 0.024, 0.047])
def test_life_cycle_costs_of_both_ways_agree_with_lease_or_buy(rate):
    answer = lease_or_buy(rate, 15, **OMB_DEMO)
    lease = life_cycle_cost(rate, 15, investment=0, recurring=500_000)
    buy = life_cycle_cost(rate, 15, investment=5_000_000, recurring=200_000, residual=2_500_000)
    assert (lease, buy) == pytest.approx((answer.lease, answer.buy))


def test_equal_costs_are_either():
    answer = lease_or_buy(0.0, 2, lease_payment=50, purchase_price=100)
    assert answer == LeaseOrBuy(100.0, 100.0, "either")


def test_a_lease_paid_in_advance_costs_one_year_of_interest_more():
    later = lease_or_buy(0.05, 3, lease_payment=100, purchase_price=300)
    sooner = lease_or_buy(0.05, 3, lease_payment=100, purchase_price=300, paid_in_advance=True)
    assert sooner.lease == pytest.approx(later.lease * 1.05)


def test_the_lessee_may_bear_upkeep_too():
    answer = lease_or_buy(0.0, 3, lease_payment=100, purchase_price=300, lease_annual_cost=10)
    assert answer.lease == pytest.approx(330)


# --- laws


@law
@given(
    st.floats(min_value=-0.2, max_value=0.5),
    st.integers(min_value=1, max_value=30),
    st.tuples(amounts, amounts, amounts),
    st.booleans(),
)
def test_both_costs_are_present_values_of_their_flows(rate, years, money, in_advance):
    payment, price, upkeep = money
    answer = lease_or_buy(
        rate,
        years,
        lease_payment=payment,
        purchase_price=price,
        owner_annual_cost=upkeep,
        resale_value=price / 2,
        paid_in_advance=in_advance,
    )
    owned = [price, *[upkeep] * years]
    owned[years] -= price / 2
    size = (payment + price + upkeep + 1) * years * 1.25**years
    assert answer.buy == pytest.approx(npv(rate, owned), abs=1e-12 * size)
    leased = npv(rate, [payment] * years, first_period=0 if in_advance else 1)
    assert answer.lease == pytest.approx(leased, abs=1e-12 * size)


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: lease_or_buy(x, 5, lease_payment=1, purchase_price=1),
        lambda x: lease_or_buy(0.1, x, lease_payment=1, purchase_price=1),
        lambda x: lease_or_buy(0.1, 5, lease_payment=x, purchase_price=1),
        lambda x: lease_or_buy(0.1, 5, lease_payment=1, purchase_price=x),
        lambda x: lease_or_buy(0.1, 5, **{**OMB_DEMO, "owner_annual_cost": x}),
        lambda x: lease_or_buy(0.1, 5, **{**OMB_DEMO, "resale_value": x}),
        lambda x: lease_or_buy(0.1, 5, **OMB_DEMO, lease_annual_cost=x),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


def test_refuses_a_rate_of_minus_100_percent():
    with pytest.raises(RateError, match="-100"):
        lease_or_buy(-1.0, 5, lease_payment=1, purchase_price=1)


def test_refuses_less_than_a_year():
    with pytest.raises(TermError):
        lease_or_buy(0.1, 0, lease_payment=1, purchase_price=1)


@pytest.mark.parametrize(
    "huge", [{"lease_payment": 1e308}, {"owner_annual_cost": 1e308}, {"lease_annual_cost": 1e308}]
)
def test_refuses_a_cost_beyond_all_numbers(huge):
    with pytest.raises(NoFiniteAnswerError):
        lease_or_buy(0.0, 5, **{**OMB_DEMO, **huge})
