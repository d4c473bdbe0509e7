"""What each line asks of each source, and who pays it: worked out once for all rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.model.budget import Budget
from xlbudget.model.cost import LineCost, line_costs
from xlbudget.model.fault import short
from xlbudget.model.finding import Place
from xlbudget.model.funding_source import FundingSource
from xlbudget.model.line_item import LineItem
from xlbudget.model.payers import ALWAYS, Claim, Payer, Payers, payers_of
from xlbudget.model.placement import place_of
from xlbudget.model.split import source_slots, split_years


@dataclass(frozen=True, slots=True)
class Request:
    """What one line asks of one source, dollars by year of the plan."""

    place: Place
    cost: LineCost
    slot: int  # 1 to 3
    claim: Claim
    payer: Payer  # the source, until it ends
    parts: tuple[Decimal, ...]

    @property
    def line(self) -> LineItem:
        """Return the line that asks."""
        return self.cost.line

    @property
    def source(self) -> FundingSource:
        """Return the source that is asked."""
        return self.payer.source

    @property
    def payer_named(self) -> str:
        """Return the id and name of the source that is asked."""
        name = short(self.source.name)
        return f"{self.source.source_id} ({name})" if name else self.source.source_id

    @property
    def column(self) -> str:
        """Return the name of the column that names the source."""
        return f"source_{self.slot}"


@dataclass(frozen=True, slots=True)
class Costed:
    """A budget, what its lines cost, and what they ask of sources that are known."""

    budget: Budget
    costs: tuple[LineCost, ...]
    payers: Payers
    requests: tuple[Request, ...]

    def last_year(self, source: FundingSource) -> int:
        """Return the last fiscal year in which a source pays; ALWAYS when it goes on."""
        return self.payers.by_id[source.source_id].last

    def wanted(self) -> Mapping[tuple[str, int], list[tuple[Request, Decimal]]]:
        """Return what is asked of each source in each year, request by request."""
        years = self.budget.district.years
        wanted: dict[tuple[str, int], list[tuple[Request, Decimal]]] = defaultdict(list)
        for request in self.requests:
            for year, part in zip(years, request.parts, strict=True):
                payer = self.payers.payer(request.claim, year) if part else None
                if payer is not None:
                    wanted[payer.source.source_id, year].append((request, part))
        return wanted


def ended_by_date(work: Costed, source: FundingSource) -> bool:
    """Whether the obligation date, not the last fiscal year, is what ends a source."""
    stated = source.last_fiscal_year
    return work.last_year(source) < (ALWAYS if stated is None else stated)


def unpaid_after_end(work: Costed, request: Request) -> tuple[int, Decimal] | None:
    """Return the first year, and its amount, that nobody pays once the source has ended."""
    for year, part in zip(work.budget.district.years, request.parts, strict=True):
        if part and work.payers.is_lost(request.claim, year):
            return year, part
    return None


def costed(budget: Budget) -> Costed:
    """Return what a budget's lines cost and ask; inside ``costed_once`` it is worked out once."""
    known = _KNOWN.get()
    return known if known is not None and known.budget is budget else _costed(budget)


@contextmanager
def costed_once(budget: Budget) -> Iterator[None]:
    """Let every rule that runs inside share one costing of a budget."""
    token = _KNOWN.set(_costed(budget))
    try:
        yield
    finally:
        _KNOWN.reset(token)


def _costed(budget: Budget) -> Costed:
    payers = payers_of(budget.sources, budget.district.fiscal_year_start_month)
    costs = line_costs(budget)
    requests = tuple(
        request
        for index, cost in enumerate(costs)
        for request in _requests(place_of(cost.line, index), cost, payers)
    )
    return Costed(budget, costs, payers, requests)


def _requests(place: Place, cost: LineCost, payers: Payers) -> Iterator[Request]:
    slots = source_slots(cost.line)
    parts = split_years(cost.years, [slot.share for slot in slots])
    for number, (slot, part) in enumerate(zip(slots, parts, strict=True), start=1):
        if slot.key in payers.by_id:
            claim = Claim(slot.key, cost.line.successor, cost.line.area)
            yield Request(place, cost, number, claim, payers.by_id[slot.key], part)


_KNOWN: ContextVar[Costed | None] = ContextVar("costed", default=None)
