"""A million draws of a plan's worth, against drawing their random numbers alone.

    .venv/bin/python benchmarks/monte_carlo.py [rounds]

Goal: at most 1.3 times the time of the random numbers, for a plan of 10 years: two triangular
prices and ten normal savings, no two of them correlated.  The random numbers alone are the same
uniform and normal ones, of the same type, from generators of the same kind, drawn into a space
that stays in the cache.
A plan with fewer figures is shown too, without a goal: there the percentiles weigh more.
The answer is checked against its moments as worked out.  Exits with 1 when the goal is missed.
"""

from __future__ import annotations

import sys
from math import sqrt

import numpy as np
from interleaved import compare

from xlbudget.finance import npv
from xlbudget.portfolio.drivers import Driver, Normal, Triangular
from xlbudget.portfolio.simulated_worth import simulated_worth

DRAWS, CHUNK, RATE = 1_000_000, 32_768, 0.04
GOAL = 1.3
PRICES = [Triangular(240_000, 250_000, 300_000, [0] * year + [-1]) for year in (0, 5)]
SAVINGS = [Normal(70_000, 10_000, [0] * year + [1]) for year in range(1, 11)]


def random_numbers(drivers: list[Driver]) -> None:
    """Draw what the simulation draws, and do nothing with it."""
    space = np.empty(CHUNK, np.float32)
    streams = [np.random.default_rng(k) for k in range(len(drivers))]
    for start in range(0, DRAWS, CHUNK):
        part = space[: DRAWS - start]
        for driver, stream in zip(drivers, streams, strict=True):
            if isinstance(driver, Normal):
                stream.standard_normal(out=part, dtype=np.float32)
            else:
                stream.random(out=part, dtype=np.float32)


def check(drivers: list[Driver]) -> None:
    """Assert mean and deviation within five standard errors."""
    found = simulated_worth(RATE, drivers, draws=DRAWS)
    worths = [npv(RATE, driver.flows) for driver in drivers]
    moments = [driver.moments() for driver in drivers]
    mean = sum(w * m.mean for w, m in zip(worths, moments, strict=True))
    deviation = sqrt(
        sum((w * m.standard_deviation) ** 2 for w, m in zip(worths, moments, strict=True))
    )
    assert abs(found.mean - mean) < 5 * deviation / sqrt(DRAWS)
    assert abs(found.standard_deviation / deviation - 1) < 5 / sqrt(DRAWS)


def main(rounds: int) -> int:
    many, few = [*PRICES, *SAVINGS], [*PRICES, *SAVINGS[:2]]
    check(many)
    check(few)
    medians = compare(
        rounds,
        numbers_of_12=lambda: random_numbers(many),
        worth_of_12=lambda: simulated_worth(RATE, many, draws=DRAWS),
        numbers_of_4=lambda: random_numbers(few),
        worth_of_4=lambda: simulated_worth(RATE, few, draws=DRAWS),
    )
    ratio = medians["worth_of_12"] / medians["numbers_of_12"]
    fewer = medians["worth_of_4"] / medians["numbers_of_4"]
    print(f"{ratio:.2f} times the random numbers alone; goal: {GOAL} (4 figures: {fewer:.2f})")
    return int(ratio > GOAL)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
