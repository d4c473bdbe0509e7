"""The ways out for a line that loses its source: who could take over, or how it could cost less."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import islice

from xlbudget.analysis.breakdown import ZERO
from xlbudget.analysis.exposed_line import ExposedLine
from xlbudget.analysis.funding_plan import FundingPlan
from xlbudget.model import Budget, FundingSource, LineItem
from xlbudget.model.choices import ERATE, CostType, SourceStatus, Stream
from xlbudget.model.payers import payers_of

LONGER, LONGEST = (1, 2, 3), 50  # years more that are offered; years that a life may have
KEPT = (Decimal("0.75"), Decimal("0.5"))  # parts of the units that are offered
TAKERS = 4  # sources that are offered to take over


class Way(StrEnum):
    """What can be done about a line that loses its source."""

    SUCCESSOR = "successor"
    LIFE = "life"
    FEWER = "fewer"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way out for one line: the way, and the line as it then is."""

    way: Way
    line: LineItem


@dataclass(frozen=True, slots=True)
class Successor:
    """A source that could take over, and what it then lacks.

    Attributes:
        source: The source.
        short: Dollars that it lacks in the worst year, once it pays the loss too; 0 for enough.

    """

    source: FundingSource
    short: Decimal


def successors(budget: Budget, plan: FundingPlan, exposed: ExposedLine) -> tuple[Successor, ...]:
    """Return the sources that could take over a line, the best first.

    A source can take over when it pays for the line's area in every year of the loss.  One-time
    money would only put the cliff off, and E-rate pays no more than its discount: neither is
    named.  Secured money comes first, then what lacks least, then recurring money.

    Args:
        budget: The budget.
        plan: Its funding plan.
        exposed: The line.

    """
    payers = payers_of(budget.sources, budget.district.fiscal_year_start_month)
    years = [place for place, amount in enumerate(exposed.lost) if amount > 0]
    found = [
        Successor(paid.source, max(ZERO, *(exposed.lost[k] - paid.remaining[k] for k in years)))
        for paid in plan.sources
        if _lasts(paid.source)
        and all(
            payers.by_id[paid.source.source_id].pays(exposed.line.area, plan.years[place])
            for place in years
        )
    ]
    return tuple(sorted(found, key=_by_worth))


def remedies(exposed: ExposedLine, takers: Iterable[Successor]) -> Iterator[Remedy]:
    """Yield the ways out that are open for a line.

    Args:
        exposed: The line.
        takers: The sources that could take over.

    """
    line = exposed.line
    for taker in islice(takers, TAKERS):
        yield Remedy(Way.SUCCESSOR, replace(line, successor=taker.source.source_id))
    if lives_longer(line):
        for more in LONGER:
            if (life := (line.service_life or 0) + more) <= LONGEST:
                yield Remedy(Way.LIFE, replace(line, service_life=life))
    for units in _fewer(line.quantity or ZERO):
        yield Remedy(Way.FEWER, replace(line, quantity=units))
    if can_stop(exposed):
        yield Remedy(Way.STOP, replace(line, last_fiscal_year=exposed.first_year - 1))


def lives_longer(line: LineItem) -> bool:
    """Return whether a longer service life puts off what a line costs."""
    return line.cost_type == CostType.PURCHASE and line.refresh and bool(line.service_life)


def can_stop(exposed: ExposedLine) -> bool:
    """Return whether a line has a year before its loss with which it can end.

    A contract's payments stand year by year, whatever its last year is.
    """
    first = exposed.line.first_fiscal_year
    is_contract = exposed.line.cost_type == CostType.CONTRACT
    return not is_contract and first is not None and first < exposed.first_year


def _fewer(quantity: Decimal) -> Iterator[Decimal]:
    """Yield the smaller numbers of units that are offered: whole ones where units are whole."""
    step = Decimal(1) if quantity == quantity.to_integral_value() else Decimal("0.01")
    found = ((quantity * part).quantize(step, ROUND_HALF_UP) for part in KEPT)
    yield from dict.fromkeys(units for units in found if 0 < units < quantity)


def _lasts(source: FundingSource) -> bool:
    is_stable = source.stream != Stream.ONE_TIME and source.kind not in ERATE
    return is_stable and source.status != SourceStatus.APPLIED


def _by_worth(found: Successor) -> tuple[bool, Decimal, bool, str]:
    source = found.source
    return (
        source.status != SourceStatus.SECURED,
        found.short,
        source.stream != Stream.RECURRING,
        source.source_id,
    )
