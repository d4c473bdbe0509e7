"""What a person answers about a line that loses its source: in words, and as the way out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from xlbudget.actions.ask import Option
from xlbudget.analysis.breakdown import ZERO
from xlbudget.analysis.exposed_line import ExposedLine, lost_by_line
from xlbudget.analysis.remedy import Remedy, Successor, Way, can_stop, lives_longer, remedies
from xlbudget.model import Budget, LineItem
from xlbudget.model.choices import CostType
from xlbudget.model.field import fields_of
from xlbudget.model.parse import parse
from xlbudget.sheets.labels import MARK
from xlbudget.sheets.words import grouped

FIELDS = {
    Way.SUCCESSOR: "successor",
    Way.LIFE: "service_life",
    Way.FEWER: "quantity",
    Way.STOP: "last_fiscal_year",
}
"""The field of the line that each way out changes."""


def answer_of(remedy: Remedy) -> str:
    """Return the answer that stands for a way out: ``successor:F03``, ``life:5``, ``stop``."""
    if remedy.way is Way.STOP:
        return remedy.way.value
    return f"{remedy.way}:{getattr(remedy.line, FIELDS[remedy.way])}"


def options(
    budget: Budget, exposed: ExposedLine, takers: Sequence[Successor]
) -> tuple[Option, ...]:
    """Return the ways out of a line to choose from, each with what it leaves of the loss."""
    return tuple(
        Option(answer_of(remedy), f"{in_words(remedy, takers)}: {_left(budget, remedy.line)}")
        for remedy in remedies(exposed, takers)
    )


def in_words(remedy: Remedy, takers: Sequence[Successor]) -> str:
    """Return a way out as a clause."""
    line = remedy.line
    if remedy.way is Way.SUCCESSOR:
        taker = next(one for one in takers if one.source.source_id == line.successor)
        enough = f"lacks ${grouped(taker.short)} a year for it" if taker.short else "has enough"
        return f"{line.successor}{MARK}{taker.source.name} takes over, and {enough}"
    if remedy.way is Way.LIFE:
        return f"keep it {line.service_life} years"
    if remedy.way is Way.FEWER:
        return f"buy {line.quantity:,} instead"
    return f"end it with fiscal year {line.last_fiscal_year}"


def remedy_of(exposed: ExposedLine, takers: Sequence[Successor], answer: str) -> Remedy | str:
    """Return the way out that an answer means, or the reason why it means none.

    Args:
        exposed: The line.
        takers: The sources that could take over.
        answer: ``successor:ID``, ``life:YEARS``, ``fewer:UNITS`` or ``stop``.

    """
    word, _, value = answer.partition(":")
    if word not in set(Way):
        return f"{answer} is no way out; answer successor:ID, life:YEARS, fewer:UNITS or stop"
    way = Way(word)
    if way is Way.STOP:
        return _stopped(exposed)
    field = next(one for one in fields_of(LineItem) if one.name == FIELDS[way])
    read = parse(field, value.partition(MARK)[0])
    if read.refused:
        return f"{read.faults[0].saw}. {read.faults[0].wants}"
    wrong = _wrong(way, exposed, takers, read.value)
    change: dict[str, Any] = {field.name: read.value}
    return wrong or Remedy(way, replace(exposed.line, **change))


def _stopped(exposed: ExposedLine) -> Remedy | str:
    if exposed.line.cost_type == CostType.CONTRACT:
        return "A contract's payments stand year by year: change them in its row"
    if not can_stop(exposed):
        return f"The line begins in FY{exposed.first_year}, the year of the loss: delete it instead"
    return Remedy(Way.STOP, replace(exposed.line, last_fiscal_year=exposed.first_year - 1))


def _wrong(way: Way, exposed: ExposedLine, takers: Sequence[Successor], value: object) -> str:
    """Return why a way out is not open to a line; "" when it is."""
    line = exposed.line
    ids = [taker.source.source_id for taker in takers]
    if way is Way.SUCCESSOR and value not in ids:
        these = f"one of {', '.join(ids)}" if ids else "another way out: none does"
        return f"Choose a source that pays for {line.area} from FY{exposed.first_year}: {these}"
    if way is Way.LIFE and not lives_longer(line):
        return "Only what is bought and replaced has a life that can be lengthened"
    if way is Way.LIFE and not _more(value, line.service_life):
        return f"It serves {line.service_life} years now: give more"
    if way is Way.FEWER and not (_more(value, 0) and _more(line.quantity, value)):
        return f"The line has {line.quantity or 0:,} units: give fewer, and more than 0"
    return ""


def _more(value: object, than: object) -> bool:
    return Decimal(str(value or 0)) > Decimal(str(than or 0))


def _left(budget: Budget, line: LineItem) -> str:
    """Return how much of a line's need loses its source in all years of the plan, in words."""
    lost = sum(lost_by_line(budget, line), ZERO)
    return "nothing loses its source then" if lost <= 0 else f"${grouped(lost)} still does"
