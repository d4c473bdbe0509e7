"""single_rates: the two-flow answer by hand, the law of its certificate, and what is too far."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.finance import irr
from xlbudget.portfolio._single_rates import single_rates
from xlbudget.portfolio.internal_rates import RateStatus, irr_by_plan

law = settings(deadline=None)
amounts = st.floats(1e-6, 1)
outlays = st.lists(amounts, min_size=1, max_size=20)
FAR_OUT = [-1e-40, *[0.0] * 398, -1e-20, 1.0]  # the first step leads to 1e20 ** 399


def forces(plans, change):
    return single_rates(np.array(plans).T, np.array(change))


# --- worked examples


def test_two_flows_grow_by_their_quotient():
    assert forces([[-0.5, 1.0], [1.0, -0.25]], [1, 1]) == pytest.approx(np.log([2, 0.25]))


def test_plans_that_change_in_unlike_periods_are_solved_together():
    plans = [[-1.0, 0.5, 0.75], [-0.5, -0.5, 1.0], [0.0, 1.0, -0.5]]
    expected = np.log1p([irr(plan) for plan in plans])
    assert forces(plans, [1, 2, 2]) == pytest.approx(expected, abs=1e-15)


# --- laws


@law
@given(outlays, outlays)
def test_nothing_is_left_at_the_rate(paid, received):
    flows = np.array([*(-amount for amount in paid), *received])
    [force] = forces([flows], [len(paid)])
    terms = flows * np.exp(-force * (np.arange(len(flows)) - len(paid)))
    assert abs(terms.sum()) <= 1e-12 * np.abs(terms).sum()


# --- what these sums cannot reach is solved elsewhere


def test_what_lies_too_far_out_is_not_guessed():
    assert np.isnan(forces([FAR_OUT], [400])).all()


def test_what_lies_too_far_out_is_solved_all_the_same():
    found = irr_by_plan([FAR_OUT, [-1.0, 1.1, *[0.0] * 399]])
    assert found.statuses.tolist() == [RateStatus.UNIQUE] * 2
    assert found.rates == pytest.approx([irr(FAR_OUT), 0.1], rel=1e-12)
