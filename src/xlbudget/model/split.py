"""How an amount is split among sources or goals, and until when a source pays.

Shares are cumulated before they are rounded, so that the parts of an amount always add up to
the amount times the sum of the shares, to the cent: a spreadsheet does the same by
``ROUND(T*c2,2)-ROUND(T*c1,2)``.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate
from operator import sub

from xlbudget.finance import fiscal_year
from xlbudget.model.funding_source import FundingSource
from xlbudget.model.line_item import LineItem, Split

CENT = Decimal("0.01")
ZERO = Decimal(0)
ONE = Decimal(1)


def to_cents(amount: Decimal) -> Decimal:
    """Return dollars rounded half up (away from zero) to the cent."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def source_slots(line: LineItem) -> tuple[Split, Split, Split]:
    """Return the three source slots of a line by position; a blank slot has the key ``""``."""
    first = _first(line.source_share_1, line.source_share_2, line.source_share_3)
    return (
        Split(line.source_1, first),
        Split(line.source_2, line.source_share_2 or ZERO),
        Split(line.source_3, line.source_share_3 or ZERO),
    )


def goal_slots(line: LineItem) -> tuple[Split, Split, Split]:
    """Return the three goal slots of a line by position; a blank slot has the key ``""``."""
    first = _first(line.goal_share_1, line.goal_share_2, line.goal_share_3)
    return (
        Split(line.goal_1, first),
        Split(line.goal_2, line.goal_share_2 or ZERO),
        Split(line.goal_3, line.goal_share_3 or ZERO),
    )


def _first(share: Decimal | None, *others: Decimal | None) -> Decimal:
    """Return the first share; a blank one is what the others leave of 1."""
    return ONE - sum((other or ZERO for other in others), ZERO) if share is None else share


def split(amount: Decimal, shares: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Return the parts of one amount, in the order of the shares.

    Args:
        amount: Dollars, whole cents; a negative amount gives negative parts.
        shares: Fractions of 1.  They need not sum to 1: what they leave out is in no part.

    Example:
        >>> [str(part) for part in split(Decimal("0.05"), [Decimal("0.5"), Decimal("0.5")])]
        ['0.03', '0.02']

    """
    return tuple(part for (part,) in split_years((amount,), shares))


def split_years(
    amounts: Sequence[Decimal], shares: Sequence[Decimal]
) -> tuple[tuple[Decimal, ...], ...]:
    """Return for each share its part of every amount: ``parts[slot][year]``.

    Args:
        amounts: Dollars by year, whole cents.
        shares: Fractions of 1, one for each slot.

    """
    below: Sequence[Decimal] | None = None
    parts = []
    for reach in accumulate(shares):
        level = _level(amounts, reach)
        parts.append(tuple(level) if below is None else tuple(map(sub, level, below)))
        below = level
    return tuple(parts)


def _level(amounts: Sequence[Decimal], reach: Decimal) -> Sequence[Decimal]:
    """Return the amounts times a cumulated share, rounded to the cent."""
    if reach == ONE:
        return amounts
    return [(amount * reach).quantize(CENT, ROUND_HALF_UP) for amount in amounts]


def last_paying_year(source: FundingSource, start_month: int | None) -> int | None:
    """Return the last fiscal year in which a source pays; None when it goes on.

    It is the source's last fiscal year, or the one that holds its obligation date when that
    is earlier.
    """
    ends = [source.last_fiscal_year] if source.last_fiscal_year is not None else []
    if source.obligation_date is not None:
        ends.append(fiscal_year(source.obligation_date, start_month or 1))
    return min(ends, default=None)
