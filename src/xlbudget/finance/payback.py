"""How long until the money is back."""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import inf
from typing import TYPE_CHECKING

from xlbudget.finance import _arguments as arguments
from xlbudget.finance.present_value import single_present_value

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROUNDING = 1e-12
"""The share of the largest flow, below which a balance counts as settled."""


def simple_payback(flows: Sequence[float]) -> float:
    """Return after how many periods the flows have paid back what was spent.

    Use it as a first screen.  It ignores interest, and whatever comes after; a later outlay
    that opens a new debt is not looked at.

    Args:
        flows: Dollars, one flow per period, the first one now; money paid out is negative.

    Returns:
        Periods from now, linear within a period; 0 when nothing is ever owed, infinity when
        the money does not come back.

    Raises:
        NotANumberError: A flow is blank, text or not finite.
        ShapeError: There are no flows.

    Example:
        >>> simple_payback([-16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000])
        4.0
        >>> simple_payback([-100, 20, 30])
        inf

    Formula:
        :math:`t - 1` plus what is still owed then over the flow of period t, for the first t
        whose running sum is no longer below zero.

    Source:
        OpenStax, *Principles of Finance* 2e, section 16.1; 10 CFR 436.23.

    """
    return _recovered(arguments.numbers(flows, "flow"))


def discounted_payback(rate: float, flows: Sequence[float]) -> float:
    """Return after how many periods the flows have paid back what was spent, with interest.

    Use it rather than the simple payback wherever money has a price.

    Args:
        rate: Discount rate per period as a fraction, above -1.
        flows: Dollars, one flow per period, the first one now; money paid out is negative.

    Returns:
        Periods from now, linear within a period; 0 when nothing is ever owed, infinity when
        the money does not come back.

    Raises:
        NotANumberError: An argument or a flow is blank, text or not finite.
        RateError: ``rate`` is -1 or less.
        ShapeError: There are no flows.
        NoFiniteAnswerError: A discounted flow is too large to be a number.

    Example:
        >>> flows = [-16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]
        >>> round(discounted_payback(0.09, flows), 2)
        5.05

    Formula:
        As for the simple payback, on flows times :math:`(1 + r)^{-t}`.

    Source:
        OpenStax, *Principles of Finance* 2e, section 16.1.

    """
    checked = arguments.rate(rate)
    held = arguments.numbers(flows, "flow")
    return _recovered(
        [flow * single_present_value(checked, t) if flow else 0.0 for t, flow in enumerate(held)]
    )


def _recovered(flows: Sequence[float]) -> float:
    """Return when the running sum, having been below zero, first is not any more."""
    largest = max(map(abs, flows)) or 1.0
    scaled = [flow / largest for flow in flows]
    balances = [0.0 if abs(b) <= _ROUNDING else b for b in accumulate(scaled)]
    if min(balances) >= 0:
        return 0.0
    for period, (before, after) in enumerate(pairwise(balances), start=1):
        if before < 0 <= after:
            return period - 1 + min(1.0, -before / scaled[period])
    return inf
