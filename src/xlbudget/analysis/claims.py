"""What the lines claim from sources by year: added up once for all lines that claim alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from xlbudget.analysis.breakdown import ZERO, Amounts, sum_by_year
from xlbudget.model.cost import LineCost
from xlbudget.model.payers import Claim, Payers, Route, claims_of
from xlbudget.model.split import split_years


@dataclass(frozen=True, slots=True)
class LineClaims:
    """What a line claims: whose parts, how large, and from which year they are recurring."""

    claims: tuple[Claim, ...]  # by source slot
    routes: tuple[int, ...]  # numbers of the claims' routes
    shares: tuple[Decimal, ...]
    starts: int  # years of the plan before the cost becomes recurring need
    cost: Amounts  # as entered
    parts: tuple[Amounts, ...]  # of the cost as entered, by claim and year


@dataclass(frozen=True, slots=True)
class Claims:
    """What all lines claim, aligned with the lines; claims that go one way share a route."""

    lines: tuple[LineClaims, ...]
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class Claimed:
    """Dollars by year: all cost, and the part of it that is recurring need."""

    cost: Amounts
    recurring: Amounts


@dataclass(frozen=True, slots=True)
class Demand:
    """What all lines cost, and what of it goes along each route."""

    total: Claimed
    by_route: tuple[Claimed, ...]  # aligned with the routes


def claims(costs: Iterable[LineCost], payers: Payers, years: tuple[int, ...]) -> Claims:
    """Return what the lines claim, once for all scenarios.

    Args:
        costs: The lines.
        payers: The sources.
        years: Fiscal years of the plan.

    """
    numbers: dict[Route, int] = {}
    known: dict[Claim, int] = {}
    found = []
    for cost in costs:
        asked, shares = claims_of(cost.line)
        for claim in asked:
            if claim not in known:
                route = payers.route(claim, years)
                known[claim] = numbers.setdefault(route, len(numbers))
        starts = min(max(cost.recurring_from - years[0], 0), len(years))
        routes = tuple(known[claim] for claim in asked)
        parts = split_years(cost.years, shares)
        found.append(LineClaims(asked, routes, shares, starts, cost.years, parts))
    return Claims(tuple(found), tuple(numbers))


def demand(claimed: Claims, amounts: Iterable[Amounts], years: int) -> Demand:
    """Return what the lines cost, and what of it goes along each route.

    Args:
        claimed: What the lines claim.
        amounts: Cost of each line by year, aligned with the lines.
        years: Years of the plan.

    """
    total = _Pile()
    piles = [_Pile() for _ in claimed.routes]
    for line, costs in zip(claimed.lines, amounts, strict=True):
        total.add(costs, line.starts)
        parts = line.parts if costs is line.cost else split_years(costs, line.shares)
        for number, part in zip(line.routes, parts, strict=True):
            piles[number].add(part, line.starts)
    return Demand(total.summed(years), tuple(pile.summed(years) for pile in piles))


@dataclass(slots=True)
class _Pile:
    """Rows of amounts, put on piles by the year from which they are recurring."""

    rows: dict[int, list[Amounts]] = field(default_factory=dict)

    def add(self, amounts: Amounts, starts: int) -> None:
        pile = self.rows.get(starts)
        if pile is None:
            self.rows[starts] = [amounts]
        else:
            pile.append(amounts)

    def summed(self, years: int) -> Claimed:
        sums = {starts: sum_by_year(rows, years) for starts, rows in self.rows.items()}
        later = [(ZERO,) * starts + row[starts:] for starts, row in sums.items()]
        return Claimed(sum_by_year(sums.values(), years), sum_by_year(later, years))
