"""Paybacks: published figures, then the definition, then refusals."""

from math import inf

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from xlbudget.errors import NotANumberError, RateError, ShapeError
from xlbudget.finance import discounted_payback, npv, simple_payback

OPENSTAX = [-16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]

law = settings(deadline=None)
outlays = st.integers(min_value=1, max_value=10**6)
incomes = st.lists(st.integers(min_value=0, max_value=10**5), min_size=1, max_size=20)
rates = st.floats(min_value=-0.2, max_value=0.5)


# --- published figures


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        pytest.param(OPENSTAX, 4.0, id="openstax-16.1"),
        pytest.param([-170_000, *[21_382] * 21], 7.9506, id="blcc-5.3-ecip-342"),
        pytest.param([-250_000, *[70_000] * 5], 3.5714, id="example-3.4-payback"),
        pytest.param([-100, 20, 30], inf, id="never-recovered"),
        pytest.param([100, -50], 0, id="never-owing"),
        pytest.param([0, 0], 0, id="nothing-moves"),
        pytest.param([-100], inf, id="no-period-to-recover-in"),
        pytest.param([0, -100, 150], 1 + 100 / 150, id="the-debt-begins-later"),
        pytest.param([50, -100, 0, 100], 2.5, id="income-before-the-debt"),
        pytest.param([-0.3, 0.1, 0.1, 0.1], 3, id="rounding-does-not-hide-the-end"),
        pytest.param([-100, 150, -100, 60], 100 / 150, id="a-later-debt-is-not-looked-at"),
        pytest.param([-1e308, -1e308, 1e308, 1e308], 3, id="sums-beyond-all-numbers"),
    ],
)
def test_simple_payback_agrees_with_worked_examples(flows, expected):
    assert simple_payback(flows) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("rate", "flows", "expected"),
    [
        pytest.param(0.09, OPENSTAX, 5.05, id="openstax-16.1"),
        pytest.param(0.04, [-250_000, *[70_000] * 5], 3.9316, id="example-3.4-payback"),
        pytest.param(0.21, OPENSTAX, inf, id="never-recovered-at-a-high-rate"),
        pytest.param(0.09, [5, 5], 0, id="never-owing"),
    ],
)
def test_discounted_payback_agrees_with_worked_examples(rate, flows, expected):
    assert discounted_payback(rate, flows) == pytest.approx(expected, abs=5e-3)


# --- laws


@law
@given(outlays, incomes)
def test_what_has_come_back_by_then_is_what_was_spent(outlay, income):
    periods = simple_payback([-outlay, *income])
    whole = min(int(min(periods, len(income))), len(income) - 1)
    back = sum(income[:whole]) + (min(periods, len(income)) - whole) * income[whole]
    assert back == pytest.approx(min(outlay, sum(income)), rel=1e-9)


@law
@given(outlays, incomes)
def test_without_interest_both_paybacks_agree(outlay, income):
    flows = [-outlay, *income]
    assert discounted_payback(0.0, flows) == simple_payback(flows)


@law
@given(rates, outlays, incomes)
def test_the_money_comes_back_exactly_when_the_plan_is_worth_something(rate, outlay, income):
    flows = [-outlay, *income]
    worth = npv(rate, flows)
    assume(abs(worth) > 1e-6 * outlay)
    assert (discounted_payback(rate, flows) < inf) == (worth > 0)


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: simple_payback([-1, x]),
        lambda x: discounted_payback(x, [-1, 2]),
        lambda x: discounted_payback(0.1, [-1, x]),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


def test_refuses_a_rate_of_minus_100_percent():
    with pytest.raises(RateError, match="-100"):
        discounted_payback(-1.0, [-1, 2])


@pytest.mark.parametrize("ask", [simple_payback, lambda flows: discounted_payback(0.1, flows)])
def test_refuses_an_empty_list(ask):
    with pytest.raises(ShapeError):
        ask([])
