"""What the other modules of this room share about worth over time."""

from __future__ import annotations

from math import exp, expm1, inf, isfinite, log1p
from typing import TYPE_CHECKING

from xlbudget.finance._answers import finite, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NO_GROWTH = 1e-16


def worth(rate: float, amounts: Sequence[float], times: Iterable[float]) -> float:
    """Return the sum of ``amounts``, each discounted over its own time in periods."""
    force = log1p(rate)
    return total(
        (a * exp(-force * t) for a, t in zip(amounts, times, strict=True) if a),
        "The present value",
    )


def even_worth(rate: float, amounts: Sequence[float], first: float) -> float:
    """Return the sum of ``amounts``, one each period from ``first`` on, discounted."""
    factor = 1 / (1 + rate)
    summed = 0.0
    for amount in reversed(amounts):
        summed = summed * factor + amount
    if first:
        try:
            summed *= factor**first
        except OverflowError:
            summed = inf
    if rate and isfinite(summed):
        return summed
    # At 0 % this is exact; close to -100 % a factor may leave the numbers where the sum does not.
    return worth(rate, amounts, (first + k for k in range(len(amounts))))


def geometric_sum(force: float, first: float, count: int) -> float:
    """Return exp(force * k) summed over ``count`` values of k from ``first`` on, step 1."""
    try:
        if abs(force) < _NO_GROWTH:
            summed = float(count)
        else:
            # expm1 keeps the digits that q ** n - 1 loses where q is close to 1.
            summed = exp(first * force) * expm1(count * force) / expm1(force)
    except OverflowError:
        summed = inf
    return finite(summed, "The present value factor")


def recovery_factor(rate: float, years: int) -> float:
    """Return the level payment at each year's end that is worth 1 today."""
    if abs(rate) < _NO_GROWTH:
        return 1 / years
    try:
        return rate / -expm1(-years * log1p(rate))
    except OverflowError:  # close to -100 % a far payment is worth so much that none is needed
        return 0.0
