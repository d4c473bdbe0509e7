"""A plan's turn of the year: this year's budget beside next year's, both without their lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from xlbudget.distribution.consolidate.merged import Merged
from xlbudget.distribution.roll.next_line import leaving, next_line, notes_of
from xlbudget.distribution.roll.next_years import a_year_later, with_next_years, year_later
from xlbudget.distribution.roll.note import Note
from xlbudget.model.budget import Budget
from xlbudget.model.choices import LineStatus, Stage
from xlbudget.model.district import District
from xlbudget.model.line_item import LineItem
from xlbudget.model.school_pack import item_matching
from xlbudget.model.split import ZERO


@dataclass(frozen=True, slots=True)
class Turn:
    """A plan's turn of the year; neither budget has its lines."""

    old: Budget
    new: Budget


def turn_of(old: Budget) -> Turn:
    """Return the turn of the year of a budget; its lines are ``next_lines``."""
    new = replace(
        old,
        district=_district(old.district),
        lines=(),
        team=tuple(replace(member, signed_off=None) for member in old.team),
        calendar=tuple(replace(one, day=a_year_later(one.day)) for one in old.calendar),
    )
    return Turn(replace(old, lines=()), with_next_years(new))


def next_lines(
    parts: Iterable[Merged], turn: Turn
) -> Iterator[tuple[LineItem | None, tuple[Note, ...]]]:
    """Yield each line one year on, None when it leaves, and what is to be known about it.

    Args:
        parts: This year's budget, part by part.
        turn: The turn of the year.

    """
    year, last = turn.old.district.base_fiscal_year, turn.new.district.last_year
    month, years = turn.new.district.fiscal_year_start_month, turn.new.district.years
    sources = {source.source_id: source for source in turn.new.sources}
    for part in parts:
        for cost, recorded in zip(part.costs, part.recorded, strict=True):
            amount = cost.years[0] if recorded is None else recorded.get(year, ZERO)
            if cost.line.status == LineStatus.LAPSED:
                continue
            if note := leaving(cost, year, amount):
                yield None, (note,)
                continue
            is_listed = item_matching(cost.line, turn.old.standard_items) != ""
            line = year_later(next_line(cost, amount, keeps_price=is_listed), years)
            yield line, tuple(notes_of(line, cost, sources, month, last))


def _district(district: District) -> District:
    return replace(
        district,
        base_fiscal_year=district.base_fiscal_year + 1,
        stage=Stage.REQUESTED.value,
        as_of=None,
        due=a_year_later(district.due),
    )
