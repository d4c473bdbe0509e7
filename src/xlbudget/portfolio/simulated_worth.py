"""What a plan may be worth when many of its figures are uncertain, by a million draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.random import Generator, SeedSequence, default_rng

from xlbudget.finance import Simulation, npv
from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import finite, total
from xlbudget.finance.simulation import PERCENTILES
from xlbudget.portfolio._cells import Numbers
from xlbudget.portfolio._correlation import linked_parts
from xlbudget.portfolio._percentiles import percentiles as percentiles_of
from xlbudget.portfolio.drivers import Draws, Driver

MOST_DRAWS = 10_000_000

_LARGEST_SEED = 2**53
_CHUNK = 32_768
_LARGEST_CHUNK = 2**20
_SUMMED = 8_192  # draws at a time, whatever the chunk: their sum is to be the same
_FAR = 1e30  # more deviations from the mean than any draw goes


def simulated_worth(
    rate: float,
    drivers: Sequence[Driver],
    *,
    draws: int = 100_000,
    seed: int = 1,
    correlation: Sequence[Sequence[float]] | Numbers | None = None,
    percentiles: Sequence[int] = PERCENTILES,
    chunk: int = _CHUNK,
) -> Simulation:
    r"""Return what a plan may be worth today when its figures are drawn at random.

    Use it where a plan rests on several estimates: prices, savings, enrollment, each year's or
    for all years.  The same seed always gives the same answer, whatever the chunk.

    Args:
        rate: Discount rate per period as a fraction, above -1.
        drivers: The uncertain figures, each ``Normal`` or ``Triangular`` and with the flows
            that one unit brings.  A certain one is a ``Normal`` without deviation.
        draws: Number of draws, 2 to 10 million.
        seed: A whole number, 0 or more, that fixes the draws.
        correlation: A row and a column for each driver, from -1 to 1, with 1 on the diagonal;
            none where the drivers do not hang together.
        percentiles: Whole percentages from 0 to 100 to report.
        chunk: Draws at a time; it changes memory and speed only.

    Returns:
        Mean, standard deviation, probability of loss and percentiles of the net present value.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole.
        RateError: ``rate`` is -1 or less.
        TermError: ``draws``, ``seed``, ``chunk`` or a percentage lies outside its limits.
        ShapeError: There are no drivers, or the correlation is not a square of their number.
        FinanceError: Not all of the correlations can hold at once.
        NoFiniteAnswerError: A worth is too large to be a number.

    Example:
        A purchase of about $250,000 that saves about $70,000 in each of 5 years, at 4 %:

        >>> from xlbudget.portfolio.drivers import Normal, Triangular
        >>> paid = Triangular(240_000, 250_000, 300_000, [-1])
        >>> saved = Normal(70_000, 6_000, [0, 1, 1, 1, 1, 1])
        >>> answer = simulated_worth(0.04, [paid, saved], draws=200_000, seed=7)
        >>> 47_800 < answer.mean < 48_800
        True

    Formula:
        :math:`\sum_i x_i NPV_i` for each draw of the drivers x, with NPV the worth of one
        unit's flows.  Correlated drivers are drawn by a Gaussian copula: correlated normal
        numbers, each read as a share of its own distribution.

    Source:
        10 CFR 436.24 (uncertainty analyses); R. B. Nelsen, *An Introduction to Copulas*; the
        generator of ``numpy.random``, in single precision about the plan's own mean.

    """
    count = arguments.whole(draws, "The number of draws", lowest=2, highest=MOST_DRAWS)
    start = arguments.whole(seed, "The seed", lowest=0, highest=_LARGEST_SEED)
    size = arguments.whole(chunk, "The chunk", highest=_LARGEST_CHUNK)
    wanted = [
        arguments.whole(percent, "A percentage", lowest=0, highest=100) for percent in percentiles
    ]
    plan = _Plan.of(rate, drivers)
    parts = None if correlation is None else linked_parts(correlation, len(plan.drivers))
    streams = [default_rng(source) for source in SeedSequence(start).spawn(len(plan.drivers))]
    worths = np.zeros(count, np.float32)
    space = np.empty((2, min(size, count)), np.float32)
    for part in np.split(worths, range(size, count, size)):
        if parts is None:
            plan.add_alone(part, streams, space[:, : len(part)])
        else:
            plan.add_linked(part, streams, parts)
    return _summary(plan, worths, wanted)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A plan's drivers in units of its own spread, so that single precision is enough."""

    drivers: tuple[Driver, ...]
    weights: tuple[float, ...]
    center: float
    unit: float

    @classmethod
    def of(cls, rate: float, drivers: Sequence[Driver]) -> _Plan:
        arguments.listed(drivers, "driver")
        held = tuple(drivers)
        worths = [npv(rate, driver.flows) for driver in held]
        spreads = [
            abs(worth) * driver.moments().standard_deviation
            for worth, driver in zip(worths, held, strict=True)
        ]
        centers = (worth * item.center() for worth, item in zip(worths, held, strict=True))
        unit = total(spreads, "The standard deviation") or 1.0
        weights = tuple(
            worth / unit if spread else 0.0 for worth, spread in zip(worths, spreads, strict=True)
        )
        return cls(held, weights, total(centers, "The mean"), unit)

    def add_alone(self, worths: Draws, streams: Sequence[Generator], space: Draws) -> None:
        """Add to each worth what the drivers bring, each drawn for itself."""
        for driver, weight, stream in zip(self.drivers, self.weights, streams, strict=True):
            driver.add(stream, space, weight, worths)

    def add_linked(self, worths: Draws, streams: Sequence[Generator], parts: Numbers) -> None:
        """Add to each worth what the drivers bring, drawn together."""
        linked = _linked(parts, streams, len(worths))
        for driver, weight, points in zip(self.drivers, self.weights, linked, strict=True):
            driver.add_linked(points, weight, worths)


def _linked(parts: Numbers, streams: Sequence[Generator], count: int) -> Iterator[Numbers]:
    """Yield correlated normal numbers for each driver, summed from independent ones."""
    alone = [stream.standard_normal(count, np.float32).astype(np.float64) for stream in streams]
    for row in parts:
        summed = np.zeros(count)
        # Not a product of matrices: its rounding would depend on the size of the chunk.
        for part, numbers in zip(row, alone, strict=True):
            if part:
                summed += part * numbers
        yield summed


def _summary(plan: _Plan, worths: Draws, percents: Sequence[int]) -> Simulation:
    count, summed, squares = len(worths), 0.0, 0.0
    for part in np.split(worths, range(_SUMMED, count, _SUMMED)):
        exact = part.astype(np.float64)
        summed += float(exact.sum())
        squares += float(np.square(exact, out=exact).sum())
    variance = max(squares - summed * summed / count, 0) / (count - 1)
    nothing = np.clip(-plan.center / plan.unit, -_FAR, _FAR)
    found = (plan.center + plan.unit * worth for worth in percentiles_of(worths, percents))
    return Simulation(
        mean=finite(plan.center + plan.unit * summed / count, "The mean"),
        standard_deviation=plan.unit * sqrt(variance),
        probability_of_loss=np.count_nonzero(worths < np.float32(nothing)) / count,
        percentiles=tuple(zip(percents, found, strict=True)),
    )
