"""Normal and Triangular: moments by hand, what they add to a worth, then refusals."""

import numpy as np
import pytest

from xlbudget.errors import FinanceError, NotANumberError
from xlbudget.finance import triangular_moments
from xlbudget.portfolio.drivers import Normal, Triangular

# --- worked examples


def test_moments():
    assert Normal(3, 2, [1]).moments() == (3, 2)
    assert Triangular(1, 2, 6, [1]).moments() == triangular_moments(1, 2, 6)


@pytest.mark.parametrize(
    ("driver", "expected"),
    [
        pytest.param(Normal(10, 2, [1]), [6, 10, 12], id="normal"),
        pytest.param(Triangular(0, 1, 1, [1]), [0.150831, 0.707107, 0.917249], id="mode-high"),
        pytest.param(Triangular(0, 0, 1, [1]), [0.011440, 0.292893, 0.601684], id="mode-low"),
        pytest.param(Triangular(5, 5, 5, [1]), [5, 5, 5], id="certain"),
    ],
)
@pytest.mark.parametrize("scale", [1, -3])
def test_a_figure_lies_as_far_out_as_its_point(driver, expected, scale):
    worths = np.zeros(3, np.float32)
    driver.add_linked(np.array([-2.0, 0.0, 1.0]), scale, worths)
    assert worths / scale + driver.center() == pytest.approx(expected, abs=2e-6)


@pytest.mark.parametrize("driver", [Normal(10, 2, [1]), Triangular(2, 3, 9, [1])])
def test_draws_have_the_moments(driver):
    worths = np.zeros(500_000, np.float32)
    space = np.empty((2, len(worths)), np.float32)
    driver.add(np.random.default_rng(1), space, 1, worths)
    mean, deviation = driver.moments()
    assert worths.mean(dtype=float) + driver.center() == pytest.approx(mean, abs=deviation / 100)
    assert worths.std(dtype=float) == pytest.approx(deviation, rel=0.01)


def test_draws_stay_in_the_triangle():
    worths = np.zeros(500_000, np.float32)
    driver = Triangular(2, 3, 9, [1])
    driver.add(np.random.default_rng(1), np.empty((2, len(worths)), np.float32), 1, worths)
    assert worths.min() + driver.center() >= 2 - 1e-6
    assert worths.max() + driver.center() <= 9 + 1e-6


# --- refusals


@pytest.mark.parametrize("place", range(3))
def test_refuses_what_is_not_a_number(place, junk):
    numbers = [1, 1, 1]
    numbers[place] = junk
    with pytest.raises(NotANumberError):
        Triangular(*numbers, [1])
    with pytest.raises(NotANumberError):
        Normal(*numbers[place : place + 1] or [junk], 1, [1])


def test_refuses_a_deviation_that_is_not_a_number(junk):
    with pytest.raises(NotANumberError):
        Normal(1, junk, [1])


@pytest.mark.parametrize("numbers", [(2, 1, 3), (1, 4, 3), (3, 2, 1)])
def test_refuses_a_triangle_that_does_not_rise(numbers):
    with pytest.raises(FinanceError, match="likeliest"):
        Triangular(*numbers, [1])


def test_refuses_a_negative_deviation():
    with pytest.raises(FinanceError, match="0 or more"):
        Normal(1, -1, [1])
