"""npv_by_plan: a published example, then the finance function row by row, then refusals."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from xlbudget.errors import (
    NoFiniteAnswerError,
    NotANumberError,
    RateError,
    ShapeError,
    TermError,
)
from xlbudget.finance import npv
from xlbudget.portfolio.present_values import npv_by_plan

OPENSTAX = [-16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]

law = settings(deadline=None)
plans = arrays(
    np.float64,
    array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=12),
    elements=st.floats(-1e9, 1e9),
)
rates = st.floats(-0.5, 2)

# --- worked examples


@pytest.mark.parametrize(("first_period", "expected"), [(0, 2_835.62), (1, 2_601.49)])
def test_agrees_with_published_example(first_period, expected):
    found = npv_by_plan(
        0.09, [OPENSTAX, [2 * flow for flow in OPENSTAX]], first_period=first_period
    )
    assert found == pytest.approx([expected, 2 * expected], abs=0.01)


@pytest.mark.parametrize("plan", [[0.0] * 5, [-1e-9, 2e-9], [-1e15, 3e15], [7.0]])
def test_one_row_of_any_size(plan):
    assert npv_by_plan(0.03, [plan]).tolist() == [pytest.approx(npv(0.03, plan), rel=1e-13)]


@pytest.mark.parametrize("none", [[], np.empty((0, 5))])
def test_no_plans_have_no_worth(none):
    assert npv_by_plan(0.03, none).shape == (0,)


# --- laws


@law
@given(plans, rates, st.floats(0, 3))
def test_each_row_is_worth_what_finance_says(flows, rate, first_period):
    expected = [npv(rate, row, first_period=first_period) for row in flows.tolist()]
    scale = np.abs(flows).max() * 2.0 ** (flows.shape[1] + 3)
    found = npv_by_plan(rate, flows, first_period=first_period)
    assert found == pytest.approx(expected, rel=1e-12, abs=1e-15 * scale)


@law
@given(plans)
def test_lists_and_arrays_give_the_same(flows):
    assert np.array_equal(npv_by_plan(0.04, flows), npv_by_plan(0.04, flows.tolist()))


def test_nothing_is_worth_nothing_however_large_the_factor():
    flows = [[1.0, *[0.0] * 2_000]]
    assert npv_by_plan(-0.9, flows).tolist() == [npv(-0.9, flows[0])] == [1]


# --- refusals


def test_refuses_what_is_not_a_number_and_says_where(junk):
    with pytest.raises(NotANumberError) as refusal:
        npv_by_plan(0.03, [[1.0, 2.0], [3.0, junk]])
    assert str(refusal.value).startswith("Row 2: Flow 2 of 2 is ")


@pytest.mark.parametrize("cell", [np.nan, np.inf])
def test_refuses_an_array_with_a_hole(cell):
    with pytest.raises(NotANumberError, match="Flow 1 of 2 is") as refusal:
        npv_by_plan(0.03, np.array([[1, 2], [3, 4], [cell, 5]]))
    assert refusal.value.place == "Row 3"


@pytest.mark.parametrize(
    ("flows", "saw"),
    [
        pytest.param([[1.0], [1.0, 2.0]], "Row 2 holds 2 flows", id="unlike-rows"),
        pytest.param([[], []], "no flows", id="empty-rows"),
        pytest.param(np.empty((2, 0)), "holds no flows", id="empty-array"),
        pytest.param([1.0, 2.0], "one single flow", id="one-row-without-its-list"),
        pytest.param(np.ones(3), "one single flow", id="array-of-one-dimension"),
        pytest.param("12", "no rows of flows", id="text"),
        pytest.param(5, "no rows of flows", id="number"),
    ],
)
def test_refuses_another_shape(flows, saw):
    with pytest.raises(ShapeError) as refusal:
        npv_by_plan(0.03, flows)
    assert saw in refusal.value.saw


@pytest.mark.parametrize("cells", [np.array([[True, False]]), np.array([["1", "2"]])])
def test_refuses_an_array_of_what_are_no_numbers(cells):
    with pytest.raises(NotANumberError):
        npv_by_plan(0.03, cells)


def test_refuses_a_rate_of_minus_100_percent():
    with pytest.raises(RateError):
        npv_by_plan(-1, [OPENSTAX])


def test_refuses_a_first_period_before_now():
    with pytest.raises(TermError):
        npv_by_plan(0.03, [OPENSTAX], first_period=-1)


@pytest.mark.parametrize("row", [[1e308, 1e308, 1e308], [0.0] * 2_000 + [1.0]])
def test_refuses_a_worth_beyond_all_numbers_and_says_where(row):
    with pytest.raises(NoFiniteAnswerError, match="row 2"):
        npv_by_plan(-0.9, [[0.0] * len(row), row])
