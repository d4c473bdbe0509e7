"""Learning for money: worked examples, then laws, then refusals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import (
    FinanceError,
    NoAnswerError,
    NoFiniteAnswerError,
    NotANumberError,
    ShapeError,
    ShareError,
    ZeroBaseError,
)
from xlbudget.finance import academic_roi, cost_effectiveness, value_of_investment

law = settings(deadline=None)
gains = st.floats(min_value=0.01, max_value=2)
students = st.integers(min_value=1, max_value=10**5)
dollars = st.floats(min_value=1, max_value=1e8)
goals = st.lists(
    st.tuples(st.floats(0, 10), st.floats(-10, 10), st.floats(0, 1)), min_size=1, max_size=10
)


# --- worked examples


@pytest.mark.parametrize(
    ("gain", "students", "dollars", "per_thousand", "per_tenth"),
    [
        pytest.param(0.20, 400, 180_000, 0.4444, 225.00, id="example-4.2-program-a"),
        pytest.param(0.12, 900, 150_000, 0.7200, 138.89, id="example-4.2-program-b"),
    ],
)
def test_both_measures_agree_with_worked_examples(gain, students, dollars, per_thousand, per_tenth):
    assert 1_000 * academic_roi(gain, students, dollars) == pytest.approx(per_thousand, abs=5e-5)
    assert cost_effectiveness(dollars / students, gain) / 10 == pytest.approx(per_tenth, abs=0.006)


@pytest.mark.parametrize(
    ("importances", "influences", "probabilities", "expected"),
    [
        pytest.param([5, 3], [2, 4], None, 22, id="all-certain"),
        pytest.param([5, 3], [2, 4], [0.5, 1], 17, id="half-certain"),
        pytest.param([5, 3], [2, -4], [1, 1], -2, id="harm"),
    ],
)
def test_the_score_weighs_influence_by_importance(importances, influences, probabilities, expected):
    assert value_of_investment(importances, influences, probabilities) == expected


def test_a_loss_of_learning_is_a_negative_return():
    assert academic_roi(-0.1, 100, 1_000) == pytest.approx(-0.01)


def test_nobody_helped_is_no_return():
    assert academic_roi(0.2, 0, 1_000) == 0


# --- laws


@law
@given(gains, students, dollars)
def test_the_return_is_effect_over_cost_per_student(gain, students, dollars):
    price = cost_effectiveness(dollars / students, gain)
    assert academic_roi(gain, students, dollars) * price == pytest.approx(1, rel=1e-9)


@law
@given(goals)
def test_the_score_is_the_sum_over_goals(goals):
    expected = sum(value_of_investment([i], [j], [p]) for i, j, p in goals)
    assert value_of_investment(*zip(*goals, strict=True)) == pytest.approx(expected, abs=1e-9)


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: academic_roi(x, 1, 1),
        lambda x: academic_roi(1, x, 1),
        lambda x: academic_roi(1, 1, x),
        lambda x: cost_effectiveness(x, 1),
        lambda x: cost_effectiveness(1, x),
        lambda x: value_of_investment([x], [1]),
        lambda x: value_of_investment([1], [x]),
        lambda x: value_of_investment([1], [1], [x]),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


@pytest.mark.parametrize("ask", [lambda: academic_roi(1, 1, 0), lambda: cost_effectiveness(1, 0)])
def test_refuses_to_divide_by_nothing(ask):
    with pytest.raises(ZeroBaseError):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: academic_roi(1, -1, 1),
        lambda: academic_roi(1, 1, -1),
        lambda: cost_effectiveness(-1, 1),
        lambda: value_of_investment([-1], [1]),
    ],
)
def test_refuses_negative_counts_and_costs(ask):
    with pytest.raises(FinanceError, match="must be 0 or more"):
        ask()


def test_a_loss_has_no_price():
    with pytest.raises(NoAnswerError, match=r"effect is -0\.1"):
        cost_effectiveness(450, -0.1)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: value_of_investment([], []),
        lambda: value_of_investment([1], [1, 2]),
        lambda: value_of_investment([1], [1], [1, 1]),
        lambda: value_of_investment([1], [1], []),
    ],
)
def test_refuses_empty_and_unlike_lists(ask):
    with pytest.raises(ShapeError):
        ask()


@pytest.mark.parametrize("chance", [-0.1, 1.1])
def test_refuses_a_chance_outside_0_to_1(chance):
    with pytest.raises(ShareError):
        value_of_investment([1], [1], [chance])


@pytest.mark.parametrize(
    "ask",
    [
        lambda: academic_roi(1e200, 1e200, 1),
        lambda: cost_effectiveness(1e308, 1e-10),
        lambda: value_of_investment([1e200, 1e200], [1e200, -1e200]),
    ],
)
def test_refuses_a_figure_beyond_all_numbers(ask):
    with pytest.raises(NoFiniteAnswerError):
        ask()
