"""The refresh reserve: put aside evenly what replacing equipment costs in lumps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.analysis.breakdown import Amounts, sum_by_year
from xlbudget.analysis.frame import Frame
from xlbudget.model.choices import CostType
from xlbudget.model.cost import LineCost
from xlbudget.model.split import to_cents


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshReserve:
    """The reserve by year: opening + contribution + interest - purchases = closing."""

    opening: Amounts
    contribution: Amounts  # ownership cost of the refreshed lines
    interest: Amounts  # on the opening balance, to the cent
    purchases: Amounts  # cash cost of the refreshed lines
    closing: Amounts  # below 0: the reserve does not carry the plan
    recurring_purchases: Amounts  # the part of purchases that is recurring need


def is_refreshed(cost: LineCost) -> bool:
    """Return whether a line is a purchase that is replaced at the end of its life."""
    return cost.line.refresh and cost.line.cost_type == CostType.PURCHASE


def refresh_reserve(frame: Frame) -> RefreshReserve:
    """Return the refresh reserve of a plan by year."""
    lines = [cost for cost in frame.costs if is_refreshed(cost)]
    purchases = sum_by_year((cost.years for cost in lines), frame.count)
    contribution = sum_by_year((cost.ownership for cost in lines), frame.count)
    opening, interest = [], []
    balance = frame.value("reserve_opening")
    for paid_in, paid_out in zip(contribution, purchases, strict=True):
        opening.append(balance)
        interest.append(to_cents(balance * frame.value("reserve_interest")))
        balance += paid_in + interest[-1] - paid_out
    return RefreshReserve(
        opening=tuple(opening),
        contribution=contribution,
        interest=tuple(interest),
        purchases=purchases,
        closing=(*opening[1:], balance),
        recurring_purchases=_recurring(lines, frame),
    )


def _recurring(lines: Iterable[LineCost], frame: Frame) -> Amounts:
    rows = (
        tuple(
            amount if year >= cost.recurring_from else Decimal(0)
            for year, amount in zip(frame.years, cost.years, strict=True)
        )
        for cost in lines
    )
    return sum_by_year(rows, frame.count)
