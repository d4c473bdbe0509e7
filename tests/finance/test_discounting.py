"""Flows at even distances are worth what the same flows are worth one by one."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlbudget.finance._discounting import even_worth, worth

dollars = st.floats(min_value=-1e8, max_value=1e8)
rates = st.floats(min_value=-0.3, max_value=1.0)


@given(rates, st.lists(dollars, min_size=1, max_size=60), st.sampled_from([0.0, 0.5, 1.0]))
def test_even_flows_are_worth_the_same_as_flows_at_their_times(rate, amounts, first):
    times = [first + k for k in range(len(amounts))]
    whole = worth(rate, [abs(amount) for amount in amounts], times)
    assert abs(even_worth(rate, amounts, first) - worth(rate, amounts, times)) <= 1e-12 * whole


@pytest.mark.parametrize("rate", [1e-9, 0.03, 0.3, -0.05])
def test_it_agrees_with_exact_arithmetic(rate):
    amounts = [float((-1) ** k * (k + 1) * 1_000) for k in range(40)]
    exact = sum(Fraction(a) / (1 + Fraction(rate)) ** k for k, a in enumerate(amounts))
    assert even_worth(rate, amounts, 0.0) == pytest.approx(float(exact), rel=1e-13)


def test_without_a_rate_it_is_the_exact_sum():
    assert even_worth(0.0, [0.1] * 10, 0.0) == 1.0


def test_a_factor_beyond_all_numbers_spoils_no_finite_worth():
    rate = -1 + 2**-53
    assert even_worth(rate, [5.0, *[0.0] * 30], 0.0) == 5.0
