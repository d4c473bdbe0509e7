"""The one rate of flows that change sign once, for many plans in one sweep.

With u = ln(1 + rate), let the flows before the change be P and those from it on Q, all taken
positive and counted away from the change.  The rate solves

    F(u) = ln(sum of Q_j exp(-u j)) - ln(sum of P_j exp(u j)) - u = 0.

F falls everywhere, at least as steeply as 1 and at most as steeply as there are periods: there
is one zero (Descartes' rule of signs says so too), and Newton's steps are quick.  No term
cancels another, so the answer keeps its digits.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from xlbudget.portfolio._cells import Numbers

_ROUNDS = 40
_SMALL_STEP = 2.0**-26
"""The steps' lengths square from one to the next, so what is left after this one is nothing."""


def single_rates(flows: Numbers, change: NDArray[np.intp]) -> Numbers:
    """Return u = ln(1 + rate) of each plan; NaN where it lies too far out for these sums.

    Args:
        flows: A row for each period, a column for each plan, whose flows change sign once and
            are none larger than 1.
        change: For each plan the period in which its flows have their second sign.

    """
    order = np.argsort(change, kind="stable")
    forces = np.empty(len(order))
    forces[order] = _solved(*_sides(np.abs(flows[:, order]), change[order]))
    return forces


def _sides(flows: Numbers, change: NDArray[np.intp]) -> tuple[Numbers, Numbers]:
    """Return Q and P, a row for each period away from the change; ``change`` rises."""
    if change[0] == change[-1]:  # as in most plans: one purchase, then income
        return flows[change[0] :], flows[change[0] - 1 :: -1]
    last = len(flows) - 1
    after = change + np.arange(last - change[0] + 1)[:, None]
    before = change - 1 - np.arange(change[-1])[:, None]
    plan = np.arange(len(change))
    later = np.where(after <= last, flows[np.minimum(after, last), plan], 0)
    earlier = np.where(before >= 0, flows[np.maximum(before, 0), plan], 0)
    return later, earlier


def _solved(later: Numbers, earlier: Numbers) -> Numbers:
    forces = np.zeros(later.shape[1])
    with np.errstate(all="ignore"):
        for _ in range(_ROUNDS):
            growth = np.exp(forces)
            income, late = _sum_and_delay(later, 1 / growth)
            outlay, early = _sum_and_delay(earlier, growth)
            step = (np.log(income / outlay) - forces) / (1 + late + early)
            forces += step
            moving = ~(np.abs(step) <= _SMALL_STEP)
            if not moving.any():
                break
    forces[moving] = np.nan
    return forces


def _sum_and_delay(amounts: Numbers, factor: Numbers) -> tuple[Numbers, Numbers]:
    """Return the sum of amounts times powers of the factor, and their mean time in periods."""
    total = amounts[-1].copy()
    slope = np.zeros_like(total)
    for amount in amounts[-2::-1]:
        slope *= factor
        slope += total
        total *= factor
        total += amount
    return total, slope * factor / total
