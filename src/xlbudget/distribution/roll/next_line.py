"""A line of this year as next year's: its amount becomes the prior one, its price grows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, localcontext
from typing import Any

from xlbudget.distribution.roll.note import Note, Topic
from xlbudget.model.choices import CostType, LineStatus, Need
from xlbudget.model.cost import EXACT, LineCost
from xlbudget.model.funding_source import FundingSource
from xlbudget.model.line_item import LineItem
from xlbudget.model.split import ONE, ZERO, last_paying_year, source_slots, to_cents

_DECIDED = (LineStatus.APPROVED, LineStatus.CONDITIONAL, LineStatus.RELEASED)
_PRICES = ("unit_price", "unit_setup", "flat_benefit")


def leaving(cost: LineCost, year: int, amount: Decimal) -> Note | None:
    """Return why a line is not in next year's budget; None when it is.

    A one-time line is done when nothing of it is paid later and nothing bought is in service.

    Args:
        cost: The line, and what it costs in this year's plan.
        year: The fiscal year that ends.
        amount: What the line costs in it.

    """
    line = cost.line
    if line.last_fiscal_year is not None and line.last_fiscal_year <= year:
        done = Topic.DONE if line.need == Need.ONE_TIME else Topic.ENDED
        return _note(done, line, amount)
    first = line.first_fiscal_year
    has_begun = first is not None and first <= year
    later = (cost.years, cost.ownership, cost.resale)
    if line.need == Need.ONE_TIME and has_begun and not any(any(it[1:]) for it in later):
        return _note(Topic.DONE, line, amount)
    return None


def next_line(cost: LineCost, amount: Decimal, *, keeps_price: bool) -> LineItem:
    """Return a line one year on.

    Prices are in money of a plan's first year: they grow by one year of their class, so that the
    line costs in each later year what this year's plan says.  What was decided is asked anew.

    Args:
        cost: The line, and what it costs in this year's plan.
        amount: What it costs in the year that ends, in dollars.
        keeps_price: Whether its price is a standard item's, which the district's list gives.

    """
    line = cost.line
    prices = {} if keeps_price else _grown(line, cost.growth)
    status = line.status
    if status in _DECIDED:
        status = LineStatus.JUSTIFIED.value
    return replace(line, prior_amount=amount, status=status, **prices)


def notes_of(
    line: LineItem,
    cost: LineCost,
    sources: dict[str, FundingSource],
    start_month: int,
    last_year: int,
) -> Iterator[Note]:
    """Yield what is to be looked at in a line that goes on.

    Args:
        line: The line one year on.
        cost: What it costs in this year's plan, whose last year is the one before ``last_year``.
        sources: The sources by id.
        start_month: Month in which the fiscal year starts.
        last_year: Last fiscal year of the new plan.

    """
    next_year = last_year - len(cost.years) + 1
    for slot in source_slots(line):
        source = sources.get(slot.key)
        ends = None if source is None else last_paying_year(source, start_month)
        if source is not None and ends is not None and ends < next_year:
            after = f"; {line.successor} follows" if line.successor else "; no source follows"
            words = f"{line.description}: {source.name} paid to FY{ends}{after}"
            yield _note(Topic.SOURCE_ENDED, line, line.prior_amount or ZERO, words)
    goes_on = line.last_fiscal_year is None or line.last_fiscal_year >= last_year
    if line.cost_type == CostType.CONTRACT and goes_on and last_year not in line.payment:
        words = f"{line.description}: FY{last_year}"
        yield _note(Topic.NO_PAYMENT, line, line.prior_amount or ZERO, words)


def _grown(line: LineItem, growth: Decimal) -> dict[str, Any]:
    with localcontext(EXACT):
        given = {name: getattr(line, name) for name in _PRICES}
        return {name: to_cents(price * (ONE + growth)) for name, price in given.items() if price}


def _note(topic: Topic, line: LineItem, amount: Decimal, words: str = "") -> Note:
    return Note(topic, line.line_id, words or line.description, line.school_id, amount)
