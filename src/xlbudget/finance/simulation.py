"""What a plan may be worth when it rests on three-point estimates."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from xlbudget.errors import ShapeError
from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import finite, total
from xlbudget.finance.present_value import uniform_present_value

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_DRAWS = 100_000
PERCENTILES = (5, 25, 50, 75, 95)

_LARGEST_SEED = 2**53


class Moments(NamedTuple):
    """Where an uncertain figure lies, and how far it strays.

    Attributes:
        mean: Its average.
        standard_deviation: The usual distance from it.

    """

    mean: float
    standard_deviation: float


@dataclass(frozen=True, slots=True)
class Simulation:
    """What many random draws of a plan are worth.

    Attributes:
        mean: Average worth in dollars of today.
        standard_deviation: Of the draws, in dollars.
        probability_of_loss: Share of the draws that are worth less than nothing.
        percentiles: Pairs of a percentage and the worth that so many draws do not exceed.

    """

    mean: float
    standard_deviation: float
    probability_of_loss: float
    percentiles: tuple[tuple[int, float], ...]


def triangular_moments(low: float, mode: float, high: float) -> Moments:
    r"""Return the average and the spread of an estimate given as low, likeliest and high.

    Use it to sum three-point estimates without a simulation.

    Args:
        low: Smallest value, in any unit.
        mode: Likeliest value, between the two others.
        high: Largest value.

    Returns:
        Mean and standard deviation in the same unit.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        FinanceError: The three do not rise.
        NoFiniteAnswerError: The spread is too large to be a number.

    Example:
        >>> mean, deviation = triangular_moments(240_000, 250_000, 300_000)
        >>> round(mean, 2), round(deviation, 2)
        (263333.33, 13123.35)

    Formula:
        :math:`(a + b + c) / 3` and
        :math:`\sqrt{(a^2 + b^2 + c^2 - ab - ac - bc) / 18}`.

    Source:
        The triangular distribution, as in any handbook of statistics.

    """
    a, b, c = _triangle((low, mode, high), "estimate")
    left, right = b - a, c - b
    # Worked out from the sides, not from the squares: those lose digits far from zero.
    deviation = sqrt((left * left + left * right + right * right) / 18)
    mean = a + (2 * left + right) / 3
    return Moments(finite(mean, "The mean"), finite(deviation, "The standard deviation"))


def simulate_npv(
    rate: float,
    years: int,
    *,
    cost: tuple[float, float, float],
    saving: tuple[float, float, float],
    draws: int = 10_000,
    seed: int = 1,
    percentiles: Sequence[int] = PERCENTILES,
) -> Simulation:
    r"""Return what a purchase with yearly savings may be worth, by many random draws.

    Use it when both the cost and the saving are three-point estimates.  The same seed always
    gives the same answer.

    Args:
        rate: Discount rate per year as a fraction, above -1.
        years: Years of saving, 1 or more.
        cost: Dollars paid now: low, likeliest, high.
        saving: Dollars saved at each year's end: low, likeliest, high; drawn once for all
            years of a draw.
        draws: Number of draws, 2 to 100,000.
        seed: A whole number, 0 or more, that fixes the draws.
        percentiles: Whole percentages from 0 to 100 to report.

    Returns:
        Mean, standard deviation, probability of loss and percentiles of the net present value.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole.
        RateError: ``rate`` is -1 or less.
        TermError: ``years``, ``draws``, ``seed`` or a percentage lies outside its limits.
        ShapeError: An estimate does not hold three numbers.
        FinanceError: The three numbers of an estimate do not rise.
        NoFiniteAnswerError: A worth is too large to be a number.

    Example:
        >>> answer = simulate_npv(0.04, 5, cost=(240_000, 250_000, 300_000),
        ...                       saving=(50_000, 70_000, 85_000), draws=2_000, seed=7)
        >>> 39_000 < answer.mean < 43_000
        True

    Formula:
        :math:`-C + S \cdot UPV` for each draw of C and S from triangular distributions;
        percentiles are interpolated between the sorted draws.

    Source:
        10 CFR 436.24 (uncertainty analyses); the generator of Python's ``random``.

    """
    factor = uniform_present_value(rate, years)
    paid, saved = _triangle(cost, "cost"), _triangle(saving, "saving")
    count = arguments.whole(draws, "The number of draws", lowest=2, highest=MOST_DRAWS)
    wanted = [
        arguments.whole(percent, "A percentage", lowest=0, highest=100) for percent in percentiles
    ]
    start = arguments.whole(seed, "The seed", lowest=0, highest=_LARGEST_SEED)
    draw = Random(start).triangular  # noqa: S311 - a repeatable stream, not a secret
    worths = sorted(
        factor * draw(saved[0], saved[2], saved[1]) - draw(paid[0], paid[2], paid[1])
        for _ in range(count)
    )
    mean = total(worths, "The mean") / count
    squares = ((worth - mean) * (worth - mean) for worth in worths)
    variance = total(squares, "The standard deviation") / (count - 1)
    return Simulation(
        mean=mean,
        standard_deviation=sqrt(variance),
        probability_of_loss=sum(worth < 0 for worth in worths) / count,
        percentiles=tuple((percent, _percentile(worths, percent)) for percent in wanted),
    )


def _triangle(estimate: Sequence[float], noun: str) -> tuple[float, float, float]:
    held = arguments.numbers(estimate, noun)
    if len(held) != len(("low", "likeliest", "high")):
        raise ShapeError(
            saw=f"The {noun} holds {len(held)} number{'' if len(held) == 1 else 's'}",
            wants="Three are needed: low, likeliest and high",
            fix="Give these three; the same one three times where it is certain",
        )
    low, mode, high = held
    if not low <= mode <= high:
        raise arguments.outside(
            f"The likeliest {noun}", mode, f"It must lie between {low:,.10g} and {high:,.10g}"
        )
    return low, mode, high


def _percentile(rising: Sequence[float], percent: int) -> float:
    place, rest = divmod(percent * (len(rising) - 1), 100)
    above = rising[min(place + 1, len(rising) - 1)]
    return rising[place] + (above - rising[place]) * rest / 100
