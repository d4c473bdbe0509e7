"""simulated_worth: moments as worked out, laws of the draws, then refusals."""

from math import inf, sqrt
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlbudget.errors import (
    FinanceError,
    NotANumberError,
    RateError,
    ShapeError,
    TermError,
)
from xlbudget.finance import npv, simulate_npv
from xlbudget.portfolio.drivers import Normal, Triangular
from xlbudget.portfolio.simulated_worth import simulated_worth

DRAWS = 200_000
PAID = Triangular(240_000, 250_000, 300_000, [-1])
SAVED = Triangular(50_000, 70_000, 85_000, [0, 1, 1, 1, 1, 1])
SAVINGS = [Normal(60_000, 9_000, [0] * year + [1]) for year in range(1, 6)]
UNIT = Normal(0, 1, [1])

law = settings(deadline=None, max_examples=30)


def moments(rate, drivers, correlation=None):
    """Return mean and deviation as worked out from those of the drivers."""
    worths = np.array([npv(rate, driver.flows) for driver in drivers])
    means, deviations = np.transpose([driver.moments() for driver in drivers])
    spreads = worths * deviations
    linked = np.eye(len(drivers)) if correlation is None else np.array(correlation)
    return float(worths @ means), sqrt(spreads @ linked @ spreads)


# --- worked examples: moments that need no draws


@pytest.mark.parametrize(
    ("drivers", "correlation"),
    [
        pytest.param([PAID], None, id="one-triangle"),
        pytest.param([Normal(5, 2, [0, 3])], None, id="one-normal"),
        pytest.param([PAID, SAVED], None, id="sum-of-triangles"),
        pytest.param([PAID, *SAVINGS], None, id="mixed"),
        pytest.param([Triangular(0, 0, 1, [1]), Triangular(0, 1, 1, [1])], None, id="one-sided"),
        pytest.param(SAVINGS[:2], [[1, 0.7], [0.7, 1]], id="correlated"),
        pytest.param(SAVINGS[:2], [[1, -1], [-1, 1]], id="opposed"),
        pytest.param(
            SAVINGS[:3], [[1, 0.5, 0.2], [0.5, 1, -0.3], [0.2, -0.3, 1]], id="three-correlated"
        ),
        pytest.param([PAID, SAVED], [[1, 0], [0, 1]], id="triangles-by-the-copula"),
    ],
)
@pytest.mark.parametrize("seed", [1, 2])
def test_mean_and_deviation_are_those_worked_out(drivers, correlation, seed):
    found = simulated_worth(0.04, drivers, draws=DRAWS, seed=seed, correlation=correlation)
    mean, deviation = moments(0.04, drivers, correlation)
    assert found.mean == pytest.approx(mean, abs=5 * deviation / sqrt(DRAWS))
    assert found.standard_deviation == pytest.approx(deviation, rel=0.01)


def test_percentiles_and_loss_of_a_normal_worth():
    percents = (1, 5, 25, 50, 75, 95, 99)
    found = simulated_worth(0, [Normal(1, 2, [1])], draws=10**6, percentiles=percents)
    expected = [(percent, NormalDist(1, 2).inv_cdf(percent / 100)) for percent in percents]
    assert found.percentiles == tuple((p, pytest.approx(x, abs=0.04)) for p, x in expected)
    assert found.probability_of_loss == pytest.approx(NormalDist(1, 2).cdf(0), abs=0.003)


@pytest.mark.parametrize("correlation", [None, [[1]]], ids=["alone", "by-the-copula"])
@pytest.mark.parametrize("sign", [1, -1])
def test_percentiles_of_a_triangle(correlation, sign):
    # A quarter of the triangle 0, 1, 4 lies below its mode; 1 - 3/4 (1 - x/4)**2 ... by hand.
    found = simulated_worth(
        0,
        [Triangular(0, 1, 4, [sign])],
        draws=400_000,
        correlation=correlation,
        percentiles=(0, 9, 25, 52, 100),
    )
    expected = {0: 0, 9: 0.6, 25: 1, 52: 4 - sqrt(0.48 * 12), 100: 4}
    if_turned = {100 - percent: -worth for percent, worth in expected.items()}
    held = dict(found.percentiles)
    wanted = expected if sign > 0 else {p: x for p, x in if_turned.items() if p in held}
    assert {p: held[p] for p in wanted} == pytest.approx(wanted, abs=0.015)


def test_drivers_that_move_exactly_together_add_up_percentile_by_percentile():
    alone = [simulated_worth(0.04, [driver], draws=DRAWS) for driver in (SAVED, SAVINGS[0])]
    both = simulated_worth(
        0.04, [SAVED, SAVINGS[0]], draws=DRAWS, correlation=[[1.0, 1.0], [1.0, 1.0]]
    )
    summed = [a + b for (_, a), (_, b) in zip(*(item.percentiles for item in alone), strict=True)]
    assert [worth for _, worth in both.percentiles] == pytest.approx(summed, rel=0.005)


def test_agrees_with_the_simulation_of_finance():
    theirs = simulate_npv(
        0.04, 5, cost=(240_000, 250_000, 300_000), saving=(50_000, 70_000, 85_000), draws=100_000
    )
    ours = simulated_worth(0.04, [PAID, SAVED], draws=100_000)
    assert ours.mean == pytest.approx(theirs.mean, abs=1_000)
    assert ours.standard_deviation == pytest.approx(theirs.standard_deviation, rel=0.02)
    assert ours.probability_of_loss == pytest.approx(theirs.probability_of_loss, abs=0.01)
    assert dict(ours.percentiles) == pytest.approx(dict(theirs.percentiles), abs=2_000)


@pytest.mark.parametrize(("worth", "loss"), [(-250_000, 1), (250_000, 0), (0, 0)])
@pytest.mark.parametrize("correlation", [None, [[1, 0], [0, 1]]])
def test_without_uncertainty_every_draw_is_the_same(worth, loss, correlation):
    certain = [Normal(worth, 0, [1]), Triangular(7, 7, 7, [0, 0])]
    found = simulated_worth(0.04, certain, draws=100, correlation=correlation)
    assert (found.mean, found.standard_deviation) == (worth, 0)
    assert found.probability_of_loss == loss
    assert {value for _, value in found.percentiles} == {worth}


@pytest.mark.parametrize("size", [1e-9, 1e15, 1e100])
def test_flows_of_any_size(size):
    drivers = [Triangular(0, 1, 4, [size]), Normal(1, 1, [size])]
    found = simulated_worth(0.04, drivers, draws=50_000)
    mean, deviation = moments(0.04, drivers)
    assert found.mean == pytest.approx(mean, rel=0.02)
    assert found.standard_deviation == pytest.approx(deviation, rel=0.02)


def test_a_certain_sum_beyond_compare_does_no_harm():
    found = simulated_worth(0, [Normal(1, 0, [1e300]), Normal(0, 1e-20, [1])], draws=1_000)
    assert found.mean == pytest.approx(1e300)
    assert found.standard_deviation == pytest.approx(1e-20, rel=0.1)


def test_single_precision_keeps_a_small_spread_of_a_large_sum():
    found = simulated_worth(0, [Normal(1e12, 0.01, [1])], draws=DRAWS)
    assert found.standard_deviation == pytest.approx(0.01, rel=0.01)
    assert dict(found.percentiles)[95] - found.mean == pytest.approx(0.01645, rel=0.03)


# --- laws


@law
@given(
    st.integers(2, 3_000),
    st.integers(0, 2**53),
    st.sampled_from([1, 7, 100, 999, 2**20]),
    st.sampled_from([None, [[1, 0.5, -0.2], [0.5, 1, 0], [-0.2, 0, 1]]]),
)
def test_the_chunk_changes_nothing(draws, seed, chunk, correlation):
    def found(**chunked):
        return simulated_worth(
            0.04,
            [PAID, SAVED, SAVINGS[0]],
            draws=draws,
            seed=seed,
            correlation=correlation,
            **chunked,
        )

    assert found(chunk=chunk) == found()


@pytest.mark.parametrize("correlation", [None, [[1, 0.5], [0.5, 1]]])
def test_the_seed_fixes_the_answer(correlation):
    first, again, other = (
        simulated_worth(0.04, [PAID, SAVED], draws=50_000, seed=seed, correlation=correlation)
        for seed in (7, 7, 8)
    )
    assert first == again
    assert first.mean != other.mean


def test_one_driver_more_does_not_change_the_draws_of_the_others():
    few = simulated_worth(0, [UNIT], draws=1_000)
    more = simulated_worth(0, [UNIT, Normal(5, 0, [1])], draws=1_000)
    assert more.mean - few.mean == pytest.approx(5, abs=1e-6)


# --- refusals


@pytest.mark.parametrize(
    "ask",
    [
        lambda x: simulated_worth(x, [UNIT]),
        lambda x: simulated_worth(0, [Normal(0, 1, [x])]),
        lambda x: simulated_worth(0, [UNIT], draws=x),
        lambda x: simulated_worth(0, [UNIT], seed=x),
        lambda x: simulated_worth(0, [UNIT], chunk=x),
        lambda x: simulated_worth(0, [UNIT], percentiles=(x,)),
        lambda x: simulated_worth(0, [UNIT], correlation=[[x]]),
    ],
)
def test_refuses_what_is_not_a_number(ask, junk):
    with pytest.raises(NotANumberError):
        ask(junk)


@pytest.mark.parametrize(
    "limits",
    [
        {"draws": 1},
        {"draws": 10_000_001},
        {"seed": -1},
        {"chunk": 0},
        {"percentiles": (101,)},
    ],
)
def test_refuses_numbers_outside_their_limits(limits):
    with pytest.raises(TermError):
        simulated_worth(0.04, [UNIT], **limits)


def test_refuses_a_plan_without_drivers():
    with pytest.raises(ShapeError, match="no drivers"):
        simulated_worth(0.04, [])
    with pytest.raises(NotANumberError, match="list of drivers"):
        simulated_worth(0.04, None)


def test_refuses_a_rate_of_minus_100_percent():
    with pytest.raises(RateError):
        simulated_worth(-1, [UNIT])


@pytest.mark.parametrize("flow", [1e308, -1e308])
def test_refuses_a_worth_beyond_all_numbers(flow):
    with pytest.raises(FinanceError, match="too large"):
        simulated_worth(0, [Normal(1e10, 1e10, [flow])])


@pytest.mark.parametrize("deviation", [-1, -inf])
def test_refuses_a_negative_deviation(deviation):
    with pytest.raises((FinanceError, NotANumberError)):
        Normal(0, deviation, [1])
