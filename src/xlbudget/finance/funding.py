"""Does lasting money carry lasting cost?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlbudget.errors import ShareError
from xlbudget.finance import _arguments as arguments
from xlbudget.finance.erate import erate_category_two_budget, erate_discount

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "cliff_year",
    "erate_category_two_budget",
    "erate_discount",
    "exposed_recurring_share",
    "one_time_share",
    "structural_gap",
]

_LARGEST_YEAR = 9_999


def one_time_share(one_time: float, total: float) -> float:
    """Return which share of the funding comes from money that ends.

    Use it to show how far a plan leans on grants, bonds and reserves.

    Args:
        one_time: Dollars from one-time sources, from 0 to ``total``.
        total: Dollars from all sources, above 0.

    Returns:
        A share from 0 to 1.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        ZeroBaseError: ``total`` is 0.
        ShareError: ``one_time`` exceeds ``total``.
        FinanceError: An argument is negative.

    Example:
        >>> one_time_share(30_000, 120_000)
        0.25

    Formula:
        :math:`F_{one-time} / F`.

    Source:
        GFOA, *Achieving a Structurally Balanced Budget*, for the notion of one-time money.

    """
    return _part(one_time, total, "The one-time funding", "The total funding")


def exposed_recurring_share(exposed: float, recurring_need: float) -> float:
    """Return which share of the recurring need is paid by money that ends.

    Use it as the measure of the funding cliff to come.

    Args:
        exposed: Dollars of recurring need paid from one-time sources, from 0 to
            ``recurring_need``.
        recurring_need: Dollars needed again each year, above 0.

    Returns:
        A share from 0 to 1.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        ZeroBaseError: ``recurring_need`` is 0.
        ShareError: ``exposed`` exceeds ``recurring_need``.
        FinanceError: An argument is negative.

    Example:
        >>> round(exposed_recurring_share(117_449.29, 371_449.29), 5)
        0.31619

    Formula:
        :math:`N_{exposed} / N`.

    Source:
        GFOA, *Achieving a Structurally Balanced Budget*, for the notion of recurring money.

    """
    return _part(exposed, recurring_need, "The exposed recurring cost", "The recurring need")


def structural_gap(recurring_need: float, recurring_funding: float) -> float:
    """Return what recurring money falls short of the recurring need in one year.

    Use it year by year: a budget is in structural balance where there is no gap.

    Args:
        recurring_need: Dollars needed again each year, 0 or more.
        recurring_funding: Dollars of secured recurring and renewable money for it, 0 or more.

    Returns:
        Dollars; above 0 is a gap, below 0 room to spare.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        FinanceError: An argument is negative.

    Example:
        >>> round(structural_gap(371_449.29, 254_000), 2)
        117449.29

    Formula:
        :math:`N_t - F_t`.

    Source:
        GFOA, *Achieving a Structurally Balanced Budget*.

    """
    need = arguments.at_least(recurring_need, "The recurring need")
    return need - arguments.at_least(recurring_funding, "The recurring funding")


def cliff_year(
    needed_until: Sequence[int],
    funded_until: Sequence[int],
    *,
    needed_from: Sequence[int] | None = None,
) -> int | None:
    r"""Return the first year in which a recurring need has lost its source of money.

    Use it to see in time when grants run out under cost that goes on.

    Args:
        needed_until: Last fiscal year in which each recurring line is needed (2030 for
            FY 2029-30), at most the last year of the plan.
        funded_until: Last fiscal year that the source of each line pays, or its successor's
            where one takes over.
        needed_from: First fiscal year in which each line is needed, if some begin only after
            their source has ended.

    Returns:
        A fiscal year, or None when every need is funded to its end.

    Raises:
        NotANumberError: A year is blank, text or not a whole number.
        ShapeError: A list is empty, or they are of unlike length.
        TermError: A year lies outside 0 to 9999.

    Example:
        Devices needed to 2031 on a grant that ends in 2028, content on the general fund:

        >>> cliff_year([2031, 2031], [2028, 2031])
        2029

    Formula:
        The smallest :math:`\max(u + 1, s)` that is not after e, for lines funded until u and
        needed from s to e.

    Source:
        Own measure, after GFOA, *Achieving a Structurally Balanced Budget*.

    """
    ends = _years(needed_until, "last year of need")
    paid = _years(funded_until, "last year of funding")
    arguments.same_length(ends, paid, "last years of need and of funding")
    starts = (0,) * len(ends)
    if needed_from is not None:
        starts = _years(needed_from, "first year of need")
    arguments.same_length(ends, starts, "last and first years of need")
    losses = [
        max(until + 1, start)
        for end, until, start in zip(ends, paid, starts, strict=True)
        if max(until + 1, start) <= end
    ]
    return min(losses, default=None)


def _part(part: float, whole: float, name: str, name_of_whole: str) -> float:
    held = arguments.at_least(part, name)
    base = arguments.divisor(whole, name_of_whole)
    if held > base:
        raise ShareError(
            saw=f"{name} is {held:,.10g} and {name_of_whole.lower()} {base:,.10g}",
            wants="A part cannot exceed the whole",
            fix="Check that both cover the same years and lines",
        )
    return held / base


def _years(values: Sequence[int], noun: str) -> tuple[int, ...]:
    held = arguments.listed(values, noun)
    return tuple(
        arguments.whole(value, f"{noun.capitalize()} {position}", lowest=0, highest=_LARGEST_YEAR)
        for position, value in enumerate(held, start=1)
    )
