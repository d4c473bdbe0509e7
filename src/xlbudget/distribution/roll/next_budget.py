"""A district's budget one year on: what came home becomes last year's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from xlbudget.distribution.consolidate.merged import Merged
from xlbudget.distribution.roll.next_line import leaving, next_line, notes_of
from xlbudget.distribution.roll.next_years import a_year_later, with_next_years
from xlbudget.distribution.roll.note import LEAVING, Note, Topic
from xlbudget.model.budget import Budget
from xlbudget.model.choices import LineStatus, Stage
from xlbudget.model.cost import LineCost
from xlbudget.model.district import District
from xlbudget.model.line_item import LineItem
from xlbudget.model.school_pack import item_matching
from xlbudget.model.split import ZERO


@dataclass(frozen=True, slots=True)
class Rolled:
    """Next year's budget, and what is to be known about it."""

    budget: Budget
    notes: tuple[Note, ...]

    @property
    def carried(self) -> Decimal:
        """What the lines that go on cost in the year that ends, in dollars."""
        return sum((line.prior_amount or ZERO for line in self.budget.lines), ZERO)

    @property
    def left_out(self) -> Decimal:
        """What the lines that leave cost in the year that ends, in dollars."""
        return sum((it.amount or ZERO for it in self.notes if it.topic in LEAVING), ZERO)


def next_budget(merged: Merged, before: Budget, today: date) -> Rolled:
    """Return next year's budget.

    Args:
        merged: This year's budget, with what came home.
        before: The district's budget that the campaign was issued from.
        today: The day, for prices that no longer hold.

    """
    old = merged.budget
    year = old.district.base_fiscal_year
    lines, notes = _lines(merged, year)
    budget = with_next_years(
        replace(
            old,
            district=_district(old.district),
            lines=tuple(lines),
            team=tuple(replace(member, signed_off=None) for member in old.team),
            calendar=tuple(replace(one, day=a_year_later(one.day)) for one in old.calendar),
        )
    )
    left = (*_no_answer(merged), *_rejected(merged), *notes, *_lapsed(before))
    told = (*left, *_to_look_at(merged, budget, today))
    topics = list(Topic)
    return Rolled(budget, tuple(sorted(told, key=lambda note: topics.index(note.topic))))


def _lines(merged: Merged, year: int) -> tuple[list[LineItem], list[Note]]:
    """Return the lines that go on, and a note for each that leaves."""
    kept, left = [], []
    items = merged.budget.standard_items
    for cost, recorded in zip(merged.costs, merged.recorded, strict=True):
        amount = cost.years[0] if recorded is None else recorded.get(year, ZERO)
        if cost.line.status == LineStatus.LAPSED:
            continue
        if note := leaving(cost, year, amount):
            left.append(note)
            continue
        is_listed = item_matching(cost.line, items) != ""
        kept.append(next_line(cost, amount, keeps_price=is_listed))
    return kept, left


def _district(district: District) -> District:
    return replace(
        district,
        base_fiscal_year=district.base_fiscal_year + 1,
        stage=Stage.REQUESTED.value,
        as_of=None,
        due=a_year_later(district.due),
    )


def _no_answer(merged: Merged) -> Iterator[Note]:
    names = {school.school_id: school.name for school in merged.budget.schools}
    for school_id in sorted(merged.last_year):
        yield Note(Topic.NO_ANSWER, school_id, names.get(school_id, school_id), school_id)


def _rejected(merged: Merged) -> Iterator[Note]:
    for one in merged.rejected:
        line, amount = one.cost.line, one.cost.years[0]
        words = f"{line.description}: {one.decision.reason}"
        yield Note(Topic.REJECTED, line.line_id, words, line.school_id, amount)


def _lapsed(before: Budget) -> Iterator[Note]:
    for line in before.lines:
        if line.status == LineStatus.LAPSED:
            yield Note(Topic.LAPSED, line.line_id, line.description, line.school_id, ZERO)


def _to_look_at(merged: Merged, budget: Budget, today: date) -> Iterator[Note]:
    yield from _of_lines(merged.costs, budget)
    for item in budget.standard_items:
        until = item.price_valid_until
        if until is not None and until < today:
            yield Note(Topic.PRICE_PAST, item.item_id, f"{item.description}: until {until}")
    yield from _moved(merged.budget, budget)


def _of_lines(costs: Iterable[LineCost], budget: Budget) -> Iterator[Note]:
    sources = {source.source_id: source for source in budget.sources}
    district = budget.district
    by_id = {(cost.line.school_id, cost.line.line_id): cost for cost in costs}
    for line in budget.lines:
        cost = by_id[line.school_id, line.line_id]
        month = district.fiscal_year_start_month
        yield from notes_of(line, cost, sources, month, district.last_year)


def _moved(old: Budget, new: Budget) -> Iterator[Note]:
    last = new.district.last_year
    if new.district.due:
        yield Note(Topic.MOVED, "due", f"The budget is due on {new.district.due}")
    if new.calendar:
        yield Note(Topic.MOVED, "calendar", f"{len(new.calendar)} dates of the calendar")
    for noun, records, name in (
        ("enrollment", zip(old.schools, new.schools, strict=True), "enrollment"),
        ("allocation", zip(old.schools, new.schools, strict=True), "allocation"),
        ("money of recurring sources", zip(old.sources, new.sources, strict=True), "amount"),
    ):
        count = sum(last in getattr(b, name) and last not in getattr(a, name) for a, b in records)
        if count:
            words = f"FY{last} has the {noun} of FY{last - 1}: {count} of them"
            yield Note(Topic.MOVED, name, words)
