"""Who pays each part of a line in each year, and which parts have lost their source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from xlbudget.model.funding_source import FundingSource
from xlbudget.model.line_item import LineItem
from xlbudget.model.split import last_paying_year, source_slots

ALWAYS = 10**9  # last year of a source that goes on


class Claim(NamedTuple):
    """What decides who pays a part of a line: its source, its successor and its area."""

    source_id: str
    successor: str
    area: str


@dataclass(frozen=True, slots=True)
class Route:
    """Who pays a claim in each year of the plan, and when it has lost its source."""

    payers: tuple[str, ...]  # id of the source by year; "" when nobody pays
    lost: tuple[bool, ...]  # the source has ended and no successor pays


@dataclass(frozen=True, slots=True)
class Payer:
    """When and for what a source pays."""

    source: FundingSource
    first: int  # first fiscal year in which it pays
    last: int  # last fiscal year in which it pays; ALWAYS when it goes on
    areas: frozenset[str]  # areas it may pay for; none named: all

    def allows(self, area: str) -> bool:
        """Return whether it may pay for an area."""
        return not self.areas or area in self.areas

    def pays(self, area: str, year: int) -> bool:
        """Return whether it pays for an area in a fiscal year."""
        return self.first <= year <= self.last and self.allows(area)


@dataclass(frozen=True, slots=True)
class Payers:
    """The sources of a budget by id; of two with one id the first counts."""

    by_id: Mapping[str, Payer]

    def route(self, claim: Claim, years: tuple[int, ...]) -> Route:
        """Return who pays a claim in each year."""
        payers = (self.payer(claim, year) for year in years)
        return Route(
            tuple(payer.source.source_id if payer else "" for payer in payers),
            tuple(self.is_lost(claim, year) for year in years),
        )

    def payer(self, claim: Claim, year: int) -> Payer | None:
        """Return who pays a claim in a year; None when nobody does.

        A source answers for its parts to its last year, and the line's successor from then
        on.  A source that is not known or does not pay yet has no successor.
        """
        source = self.by_id.get(claim.source_id)
        if source is None:
            return None
        asked = source if year <= source.last else self.by_id.get(claim.successor)
        return asked if asked is not None and asked.pays(claim.area, year) else None

    def is_lost(self, claim: Claim, year: int) -> bool:
        """Return whether a claim's source has ended and no successor pays in the year."""
        source = self.by_id.get(claim.source_id)
        return source is not None and year > source.last and self.payer(claim, year) is None


def payers_of(sources: Iterable[FundingSource], start_month: int) -> Payers:
    """Return the payers among a budget's sources.

    Args:
        sources: Sources in order.
        start_month: Month in which the fiscal year starts.

    """
    by_id: dict[str, Payer] = {}
    for source in sources:
        last = last_paying_year(source, start_month)
        payer = Payer(
            source,
            source.first_fiscal_year or -ALWAYS,
            ALWAYS if last is None else last,
            frozenset(source.allowed_areas),
        )
        by_id.setdefault(source.source_id, payer)
    return Payers(by_id)


def claims_of(line: LineItem) -> tuple[tuple[Claim, ...], tuple[Decimal, ...]]:
    """Return a line's claims and their shares, up to the last slot that names a source."""
    slots = source_slots(line)
    named = max((position for position, slot in enumerate(slots, 1) if slot.key), default=0)
    return (
        tuple(Claim(slot.key, line.successor, line.area) for slot in slots[:named]),
        tuple(slot.share for slot in slots[:named]),
    )
