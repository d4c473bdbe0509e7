"""The cliff: recurring need that has lost its source, and the lines behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.analysis.breakdown import ZERO, Amounts, sum_by_year
from xlbudget.analysis.claims import Claims, Demand
from xlbudget.model.cost import LineCost
from xlbudget.model.split import split


@dataclass(frozen=True, slots=True)
class LostPart:
    """A part of a line that has lost its source in the cliff year: what a successor must pay."""

    line_id: str
    source_id: str  # the source that has ended
    successor: str  # the line's successor, which does not pay either; "" for none
    amount: Decimal  # recurring need, dollars of the cliff year


def lost_by_year(claimed: Claims, wanted: Demand, years: int) -> Amounts:
    """Return the recurring need by year that has lost its source.

    Args:
        claimed: What the lines claim.
        wanted: What goes along each route.
        years: Years of the plan.

    """
    rows = (
        tuple(
            amount if lost else ZERO
            for amount, lost in zip(need.recurring, route.lost, strict=True)
        )
        for route, need in zip(claimed.routes, wanted.by_route, strict=True)
    )
    return sum_by_year(rows, years)


def cliff_place(lost: Amounts) -> int | None:
    """Return the place of the first year with a loss, counted from 0; None without one."""
    return next((place for place, amount in enumerate(lost) if amount > 0), None)


def lost_parts(
    claimed: Claims, costs: Sequence[LineCost], amounts: Sequence[Amounts], place: int
) -> tuple[LostPart, ...]:
    """Return the parts of lines that have lost their source in one year.

    Args:
        claimed: What the lines claim.
        costs: The lines.
        amounts: Cost of each line by year, aligned with the lines.
        place: Place of the year, counted from 0.

    """
    lost = {number for number, route in enumerate(claimed.routes) if route.lost[place]}
    return tuple(
        LostPart(cost.line.line_id, claim.source_id, claim.successor, amount)
        for cost, line, years in zip(costs, claimed.lines, amounts, strict=True)
        if line.starts <= place and not lost.isdisjoint(line.routes)
        for claim, number, amount in zip(
            line.claims, line.routes, split(years[place], line.shares), strict=True
        )
        if number in lost and amount
    )
