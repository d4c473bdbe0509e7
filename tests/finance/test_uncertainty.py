"""Uncertain plans: worked examples, then moments and orders, then refusals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import (
    NoAnswerError,
    NoFiniteAnswerError,
    NotANumberError,
    ShapeError,
    ShareError,
    UnknownChoiceError,
)
from xlbudget.finance import (
    expected_value,
    irr,
    npv,
    tornado,
)

BASE = {"saving": 70_000, "life": 5, "cost": 250_000, "rate": 0.04}
SWINGS = {
    "rate": (0.032, 0.048),
    "cost": (200_000, 300_000),
    "life": (4, 6),
    "saving": (56_000, 84_000),
}

law = settings(deadline=None)
figures = st.floats(min_value=-1e6, max_value=1e6)


def plan(saving, life, cost, rate):
    """Return the worth of the base plan of example 3.4."""
    return npv(rate, [-cost, *[saving] * int(life)])


# --- worked examples


def test_the_expected_value_of_example_3_4g():
    found = expected_value([-30_149.77, 61_627.56, 138_404.90], [0.25, 0.50, 0.25])
    assert found == pytest.approx(57_877.56, abs=0.006)


@pytest.mark.parametrize(
    ("place", "name", "at_low", "at_high", "swing"),
    [
        pytest.param(0, "saving", -697.95, 123_953.08, 124_651.03, id="example-3.4h-saving"),
        pytest.param(1, "life", 4_092.67, 116_949.58, 112_856.91, id="example-3.4h-life"),
        pytest.param(2, "cost", 111_627.56, 11_627.56, 100_000.00, id="example-3.4h-cost"),
        pytest.param(3, "rate", 68_757.02, 54_746.24, 14_010.78, id="example-3.4h-rate"),
    ],
)
def test_the_tornado_of_example_3_4h(place, name, at_low, at_high, swing):
    row = tornado(plan, BASE, SWINGS)[place]
    assert row.name == name
    assert (row.at_low, row.at_high, row.swing) == pytest.approx(
        (at_low, at_high, swing), abs=0.006
    )


# --- laws


@law
@given(st.lists(st.tuples(figures, st.integers(1, 100)), min_size=1, max_size=8))
def test_the_expected_value_lies_among_the_values(rows):
    whole = sum(weight for _, weight in rows)
    values = [value for value, _ in rows]
    found = expected_value(values, [weight / whole for _, weight in rows])
    assert min(values) - 1e-6 <= found <= max(values) + 1e-6


@law
@given(st.dictionaries(st.sampled_from("abcdef"), st.tuples(figures, figures), min_size=1))
def test_rows_fall_by_swing_and_name_every_input_once(swings):
    rows = tornado(lambda **inputs: sum(inputs.values()), dict.fromkeys("abcdef", 0), swings)
    assert sorted(row.name for row in rows) == sorted(swings)
    assert [row.swing for row in rows] == sorted((row.swing for row in rows), reverse=True)


def test_equal_swings_keep_their_order():
    rows = tornado(
        lambda **inputs: sum(inputs.values()), {"b": 0, "a": 0}, {"b": (0, 1), "a": (1, 0)}
    )
    assert [row.name for row in rows] == ["b", "a"]


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: expected_value([x], [1]),
        lambda x: expected_value([1], [x]),
        lambda x: tornado(plan, {**BASE, "cost": x}, SWINGS),
        lambda x: tornado(plan, BASE, {"cost": (x, 1)}),
        lambda x: tornado(lambda **_: x, BASE, SWINGS),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


@pytest.mark.parametrize(
    "weights", [(0.25, 0.5), (0.5, 0.5 + 2e-9), (1.5, -0.5)], ids=["short", "over", "outside"]
)
def test_refuses_weights_that_do_not_sum_to_1(weights):
    with pytest.raises(ShareError):
        expected_value([1, 2], weights)


def test_takes_weights_that_miss_1_by_rounding():
    assert expected_value([3, 3, 3], [1 / 3, 1 / 3, 0.3333333333]) == pytest.approx(3)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: expected_value([], []),
        lambda: expected_value([1, 2], [1]),
        lambda: tornado(plan, BASE, {"cost": (1, 2, 3)}),
    ],
)
def test_refuses_lists_of_another_shape(ask):
    with pytest.raises(ShapeError):
        ask()


def test_refuses_a_swing_of_an_unknown_input():
    with pytest.raises(UnknownChoiceError, match="saving, life, cost, rate"):
        tornado(plan, BASE, {"price": (1, 2)})


def test_a_refusal_of_the_model_comes_through():
    with pytest.raises(NoAnswerError):
        tornado(lambda a: irr([a, a]), {"a": 1}, {"a": (1, 2)})


@pytest.mark.parametrize(
    "ask",
    [
        lambda: tornado(lambda a: a, {"a": 0}, {"a": (-1e308, 1e308)}),
    ],
)
def test_refuses_a_figure_beyond_all_numbers(ask):
    with pytest.raises(NoFiniteAnswerError):
        ask()
