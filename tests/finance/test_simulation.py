"""Three-point estimates: worked examples, then moments and draws, then refusals."""

from random import Random
from statistics import mean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import (
    FinanceError,
    NoFiniteAnswerError,
    NotANumberError,
    RateError,
    ShapeError,
    TermError,
)
from xlbudget.finance import simulate_npv, triangular_moments, uniform_present_value

COST = (240_000, 250_000, 300_000)
SAVING = (50_000, 70_000, 85_000)

law = settings(deadline=None)
figures = st.floats(min_value=-1e6, max_value=1e6)
triangles = st.tuples(figures, figures, figures).map(sorted)


# --- worked examples


def test_the_analytic_moments_of_example_3_4i():
    cost, saving = triangular_moments(*COST), triangular_moments(*SAVING)
    factor = uniform_present_value(0.04, 5)
    assert factor * saving.mean - cost.mean == pytest.approx(40_874.53, abs=0.006)
    deviation = (cost.standard_deviation**2 + (factor * saving.standard_deviation) ** 2) ** 0.5
    assert deviation == pytest.approx(34_506.29, abs=0.006)


def test_the_simulation_of_example_3_4i_within_four_standard_errors():
    found = simulate_npv(0.04, 5, cost=COST, saving=SAVING, draws=100_000, seed=12_345)
    error = 34_506.29 / 100_000**0.5
    assert found.mean == pytest.approx(40_874.53, abs=4 * error)
    assert found.standard_deviation == pytest.approx(34_506.29, abs=4 * error)
    assert found.probability_of_loss == pytest.approx(0.13206, abs=4 * 0.00108)
    assert dict(found.percentiles)[5] == pytest.approx(-17_974, abs=1_000)
    assert dict(found.percentiles)[50] == pytest.approx(42_115, abs=1_000)
    assert dict(found.percentiles)[95] == pytest.approx(96_309, abs=1_000)


def test_a_certain_plan_has_no_spread():
    found = simulate_npv(0.0, 2, cost=(5, 5, 5), saving=(2, 2, 2), draws=10, percentiles=(0, 100))
    assert (found.mean, found.standard_deviation, found.probability_of_loss) == (-1, 0, 1)
    assert found.percentiles == ((0, -1.0), (100, -1.0))


# --- laws


@law
@given(triangles)
def test_the_moments_agree_with_the_textbook(triangle):
    a, b, c = triangle
    found = triangular_moments(a, b, c)
    variance = (a * a + b * b + c * c - a * b - a * c - b * c) / 18
    assert found.mean == pytest.approx((a + b + c) / 3, abs=1e-6)
    assert found.standard_deviation**2 == pytest.approx(variance, rel=1e-6, abs=1e-2)


@law
@given(st.integers(min_value=0, max_value=2**53), st.integers(min_value=2, max_value=50))
def test_the_summary_describes_the_draws(seed, draws):
    random = Random(seed)  # noqa: S311 - the stream that is to be repeated
    factor = uniform_present_value(0.04, 5)
    worths = []
    while len(worths) < draws:
        saving = random.triangular(50_000, 85_000, 70_000)
        worths.append(factor * saving - random.triangular(240_000, 300_000, 250_000))
    found = simulate_npv(
        0.04, 5, cost=COST, saving=SAVING, draws=draws, seed=seed, percentiles=(0, 50, 100)
    )
    assert found.mean == pytest.approx(mean(worths))
    assert found.standard_deviation == pytest.approx(stdev(worths))
    middle = (sorted(worths)[(draws - 1) // 2] + sorted(worths)[draws // 2]) / 2
    assert [worth for _, worth in found.percentiles] == pytest.approx(
        [min(worths), middle, max(worths)]
    )


def test_the_same_seed_gives_the_same_answer_and_another_does_not():
    first, again, other = (
        simulate_npv(0.04, 5, cost=COST, saving=SAVING, draws=100, seed=seed) for seed in (3, 3, 4)
    )
    assert first == again
    assert first != other


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: triangular_moments(x, 1, 2),
        lambda x: triangular_moments(0, x, 2),
        lambda x: triangular_moments(0, 1, x),
        lambda x: simulate_npv(x, 5, cost=COST, saving=SAVING),
        lambda x: simulate_npv(0.04, x, cost=COST, saving=SAVING),
        lambda x: simulate_npv(0.04, 5, cost=(x, 1, 2), saving=SAVING),
        lambda x: simulate_npv(0.04, 5, cost=COST, saving=(0, 1, x)),
        lambda x: simulate_npv(0.04, 5, cost=COST, saving=SAVING, draws=x),
        lambda x: simulate_npv(0.04, 5, cost=COST, saving=SAVING, seed=x),
        lambda x: simulate_npv(0.04, 5, cost=COST, saving=SAVING, percentiles=[x]),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


@pytest.mark.parametrize("cost", [(1, 2), (1, 2, 3, 4), [], 250_000])
def test_refuses_an_estimate_that_is_not_three_numbers(cost):
    with pytest.raises(ShapeError):
        simulate_npv(0.04, 5, cost=cost, saving=SAVING)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: triangular_moments(2, 1, 3),
        lambda: triangular_moments(0, 4, 3),
        lambda: simulate_npv(0.04, 5, cost=(3, 2, 1), saving=SAVING),
    ],
)
def test_refuses_estimates_that_do_not_rise(ask):
    with pytest.raises(FinanceError, match="likeliest"):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: simulate_npv(0.04, 0, cost=COST, saving=SAVING),
        lambda: simulate_npv(0.04, 5, cost=COST, saving=SAVING, draws=1),
        lambda: simulate_npv(0.04, 5, cost=COST, saving=SAVING, draws=100_001),
        lambda: simulate_npv(0.04, 5, cost=COST, saving=SAVING, seed=-1),
        lambda: simulate_npv(0.04, 5, cost=COST, saving=SAVING, percentiles=[101]),
    ],
)
def test_refuses_numbers_outside_their_limits(ask):
    with pytest.raises(TermError):
        ask()


def test_refuses_a_rate_of_minus_100_percent():
    with pytest.raises(RateError, match="-100"):
        simulate_npv(-1.0, 5, cost=COST, saving=SAVING)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: triangular_moments(-1e308, 0, 1e308),
        lambda: triangular_moments(0, 1e200, 2e200),
        lambda: simulate_npv(0.0, 5, cost=(0, 0, 0), saving=(1e308, 1e308, 1e308)),
        lambda: simulate_npv(0.0, 5, cost=(0, 0, 0), saving=(0, 1e200, 2e200)),
    ],
)
def test_refuses_a_figure_beyond_all_numbers(ask):
    with pytest.raises(NoFiniteAnswerError):
        ask()
