"""Internal rates of 100,000 plans: ours, and one at a time by numpy-financial and pyxirr.

    .venv/bin/python benchmarks/irr.py [rounds]

Goals: 80 times as fast as numpy-financial and 4 times as fast as pyxirr.  The peers run on a
sample of the rows and their time is scaled to all of them.  Every rate is checked to solve its
row, and on rows of mixed signs every row with more than one root of np.roots must be flagged.
Exits with 1 when a goal is missed.  pyxirr is needed here only: pip install pyxirr.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import numpy as np
import numpy_financial
import pyxirr
from interleaved import compare

from xlbudget.portfolio.internal_rates import InternalRates, RateStatus, irr_by_plan

ROWS, FLOWS, MIXED_ROWS = 100_000, 11, 2_000
SAMPLES = {"numpy_financial": 500, "pyxirr": 10_000}
GOALS = {"numpy_financial": 80, "pyxirr": 4}


def conventional(rows: int) -> np.ndarray:
    """Return plans that pay in the first year and receive in the ten that follow."""
    draw = np.random.default_rng(36)
    flows = draw.uniform(0, 5_000, (rows, FLOWS))
    flows[:, 0] = -draw.uniform(5_000, 40_000, rows)
    return flows


def check_rates(flows: np.ndarray, rates: np.ndarray) -> None:
    """Assert that each rate leaves nothing of its row but rounding."""
    factors = (1 + rates[:, None]) ** -np.arange(flows.shape[1])
    left = np.abs((flows * factors).sum(axis=1))
    assert (left <= 1e-12 * np.abs(flows * factors).sum(axis=1)).all()


def check_flags(flows: np.ndarray, found: InternalRates) -> None:
    """Assert that rows with several roots of np.roots are flagged, and no others."""
    for row, flagged in zip(flows, found.flagged, strict=True):
        roots = np.roots(row)
        roots = roots[(np.abs(roots.imag) < 1e-9 * np.abs(roots)) & (roots.real > 0)]
        assert flagged == (len(roots) > 1), row


def one_by_one(irr: Callable[[list[float]], float], flows: np.ndarray) -> Callable[[], object]:
    rows = flows.tolist()
    return lambda: [irr(row) for row in rows]


def main(rounds: int) -> int:
    flows = conventional(ROWS)
    found = irr_by_plan(flows)
    assert (found.statuses == RateStatus.UNIQUE).all()
    check_rates(flows, found.rates)
    theirs = np.array([pyxirr.irr(row) for row in flows.tolist()])
    assert np.allclose(found.rates, theirs, rtol=0, atol=1e-9)
    mixed = np.random.default_rng(37).uniform(-1_000, 1_000, (MIXED_ROWS, FLOWS))
    several = irr_by_plan(mixed)
    check_flags(mixed, several)
    unique = several.statuses == RateStatus.UNIQUE
    check_rates(mixed[unique], several.rates[unique])
    print(f"{ROWS:,} rates checked; {several.flagged.sum()} of {MIXED_ROWS:,} mixed rows flagged")
    medians = compare(
        rounds,
        xlbudget=lambda: irr_by_plan(flows),
        numpy_financial=one_by_one(numpy_financial.irr, flows[: SAMPLES["numpy_financial"]]),
        pyxirr=one_by_one(pyxirr.irr, flows[: SAMPLES["pyxirr"]]),
        mixed_rows=lambda: irr_by_plan(mixed),
    )
    print(f"mixed rows: {medians['mixed_rows'] / MIXED_ROWS * 1e6:.0f} microseconds each")
    missed = 0
    for peer, goal in GOALS.items():
        times = medians[peer] * ROWS / SAMPLES[peer] / medians["xlbudget"]
        print(f"{times:.1f} times as fast as {peer} (a sample, scaled); goal: {goal}")
        missed |= times < goal
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
