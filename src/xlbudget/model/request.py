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
from xlbudget.model.placement import place_of
from xlbudget.model.split import last_paying_year, source_slots, split_years


@dataclass(frozen=True, slots=True)
class Request:
    """What one line asks of one source, dollars by year of the plan."""

    place: Place
    cost: LineCost
    slot: int  # 1 to 3
    source: FundingSource
    successor: FundingSource | None
    parts: tuple[Decimal, ...]

    @property
    def line(self) -> LineItem:
        """Return the line that asks."""
        return self.cost.line

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
    last_years: Mapping[str, int | None]  # last year in which each source pays
    requests: tuple[Request, ...]

    def pays(self, source: FundingSource, line: LineItem, year: int) -> bool:
        """Whether a source pays in a year, for the area of a line."""
        last = self.last_years[source.source_id]
        begun = source.first_fiscal_year is None or year >= source.first_fiscal_year
        return begun and (last is None or year <= last) and allows(source, line)

    def has_ended(self, source: FundingSource, year: int) -> bool:
        """Whether a source has paid for the last time before a year."""
        last = self.last_years[source.source_id]
        return last is not None and year > last

    def payer(self, request: Request, year: int) -> FundingSource | None:
        """Return who pays a request in a year; None when nobody does."""
        asked = request.successor if self.has_ended(request.source, year) else request.source
        return asked if asked is not None and self.pays(asked, request.line, year) else None

    def wanted(self) -> Mapping[tuple[str, int], list[tuple[Request, Decimal]]]:
        """Return what is asked of each source in each year, request by request."""
        years = self.budget.district.years
        wanted: dict[tuple[str, int], list[tuple[Request, Decimal]]] = defaultdict(list)
        for request in self.requests:
            for year, part in zip(years, request.parts, strict=True):
                payer = self.payer(request, year) if part else None
                if payer is not None:
                    wanted[payer.source_id, year].append((request, part))
        return wanted


def allows(source: FundingSource, line: LineItem) -> bool:
    """Whether a source may pay for the area of a line."""
    return not source.allowed_areas or line.area in source.allowed_areas


def ended_by_date(work: Costed, source: FundingSource) -> bool:
    """Whether the obligation date, not the last fiscal year, is what ends a source."""
    last = work.last_years[source.source_id]
    return last is not None and (source.last_fiscal_year is None or last < source.last_fiscal_year)


def unpaid_after_end(work: Costed, request: Request) -> tuple[int, Decimal] | None:
    """Return the first year, and its amount, that nobody pays once the source has ended."""
    for year, part in zip(work.budget.district.years, request.parts, strict=True):
        if part and work.has_ended(request.source, year) and work.payer(request, year) is None:
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
    month = budget.district.fiscal_year_start_month
    sources = {source.source_id: source for source in reversed(budget.sources)}
    costs = line_costs(budget)
    requests = tuple(
        request
        for index, cost in enumerate(costs)
        for request in _requests(place_of(cost.line, index), cost, sources)
    )
    last_years = {key: last_paying_year(source, month) for key, source in sources.items()}
    return Costed(budget, costs, last_years, requests)


def _requests(
    place: Place, cost: LineCost, sources: Mapping[str, FundingSource]
) -> Iterator[Request]:
    slots = source_slots(cost.line)
    successor = sources.get(cost.line.successor)
    parts = split_years(cost.years, [slot.share for slot in slots])
    for number, (slot, part) in enumerate(zip(slots, parts, strict=True), start=1):
        if slot.key in sources:
            yield Request(place, cost, number, sources[slot.key], successor, part)


_KNOWN: ContextVar[Costed | None] = ContextVar("costed", default=None)
