"""Cost of ownership of 100,000 lines x 10 years, rows of Python floats in, rows out.

    .venv/bin/python benchmarks/tco.py [rounds]

Goal: at most 1.5 times bare numpy, which turns the rows into an array, computes, and turns the
answer into lists, without looking whether a cell is a number.  Both answers are compared, and a
part of them with xlbudget.finance line by line.  Exits with 1 when the goal is missed.
"""

from __future__ import annotations

import sys
from random import Random

import numpy as np
from interleaved import compare

from xlbudget import finance
from xlbudget.catalogue import FUNCTIONS, call
from xlbudget.hosts.faster import faster
from xlbudget.portfolio.fleets import tco_by_year, tco_table

LINES, HORIZON, CHECKED = 100_000, 10, 5_000
GOAL = 1.5
FASTER = faster()


def lines() -> list[list[float]]:
    """Return lines as a spreadsheet hands them over."""
    random = Random(14)
    return [
        [
            float(random.randint(1, 2_000)),
            random.uniform(20, 900),
            random.uniform(0, 20),
            float(random.randint(1, 8)),
            random.uniform(0, 50),
            random.uniform(0, 40),
            float(random.randint(1, HORIZON)),
        ]
        for _ in range(LINES)
    ]


def bare(rows: list[list[float]]) -> list[list[float]]:
    """Return the same in three lines of numpy."""
    quantity, price, setup, life, residual, annual, first = np.array(rows).T
    costs = quantity * annual + quantity * ((price + setup - residual) / life)
    return np.where(np.arange(1, HORIZON + 1) >= first[:, None], costs[:, None], 0).tolist()


def main(rounds: int) -> int:
    rows = lines()
    found = tco_by_year(rows, HORIZON)
    assert found == tuple(map(tuple, bare(rows)))
    assert found[:CHECKED] == finance.tco_by_year(rows[:CHECKED], HORIZON)
    medians = compare(
        rounds,
        bare_numpy=lambda: bare(rows),
        tco_by_year=lambda: tco_by_year(rows, HORIZON),
        through_call=lambda: call(FUNCTIONS["XLB_TCO_BY_YEAR"], (rows, float(HORIZON)), FASTER),
        tco_table=lambda: tco_table(rows, HORIZON),
        finance_of_5_percent=lambda: finance.tco_by_year(rows[:CHECKED], HORIZON),
    )
    ratio = medians["through_call"] / medians["bare_numpy"]
    print(f"{ratio:.2f} times bare numpy, as a cell asks; goal: {GOAL}")
    return int(ratio > GOAL)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
