"""A district's budget one year on: what came home becomes last year's, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlbudget.distribution.consolidate.found import Found
from xlbudget.distribution.consolidate.ground import Ground
from xlbudget.distribution.consolidate.merged import Merged
from xlbudget.distribution.roll.next_findings import NextFindings
from xlbudget.distribution.roll.note import Note, Notes, Topic
from xlbudget.distribution.roll.turn import Turn, next_lines, turn_of
from xlbudget.model.budget import Budget
from xlbudget.model.choices import LineStatus
from xlbudget.model.line_item import LineItem
from xlbudget.model.split import ZERO

Parts = Callable[[], Iterable[Merged]]
"""Gives a budget part by part, each time anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolled:
    """Next year's budget, and what is to be known about it.

    Attributes:
        turn: The turn of the year: both budgets, without their lines.
        parts: Gives this year's budget part by part.
        lines: How many lines go on.
        carried: What they cost in the year that ends, in dollars.
        left_out: What the lines that leave cost in it, in dollars.
        years: The fiscal years in which something is paid, those after the plan too.
        notes: What is to be known: the first notes of each topic.
        counts: How many notes of each topic there are.
        found: What is wrong in next year's budget.

    """

    turn: Turn
    parts: Parts
    lines: int
    carried: Decimal
    left_out: Decimal
    years: tuple[int, ...]
    notes: tuple[Note, ...]
    counts: Mapping[Topic, int]
    found: Found

    @property
    def budget(self) -> Budget:
        """Next year's budget without its lines."""
        return self.turn.new

    def next_lines(self) -> Iterator[LineItem]:
        """Yield the lines of next year's budget."""
        lines = next_lines(self.parts(), self.turn)
        return (line for line, _ in lines if line is not None)


def next_budget(ground: Ground, parts: Parts, before: Iterable[LineItem], today: date) -> Rolled:
    """Return next year's budget; a part of this year's is in memory at a time.

    Args:
        ground: What this year's budget stands on.
        parts: Gives this year's budget, with what came home, part by part.
        before: The lines of the budget that the campaign was issued from.
        today: The day, for prices that no longer hold.

    """
    turn, notes = turn_of(ground.budget), Notes()
    findings, years = NextFindings(turn.new), set(turn.new.district.years)
    lines, carried = 0, ZERO
    notes.add(_no_answer(ground))
    for part in parts():
        notes.add(_rejected(part))
        kept: list[LineItem] = []
        for line, told in next_lines((part,), turn):
            notes.add(told)
            if line is not None:
                kept.append(line)
                carried += line.prior_amount or ZERO
                years |= line.payment.keys()
        lines += len(kept)
        findings.add(kept)
    notes.add(_lapsed(before))
    notes.add(_to_look_at(turn, today))
    return Rolled(
        turn=turn,
        parts=parts,
        lines=lines,
        carried=carried,
        left_out=notes.left_out,
        years=tuple(sorted(years)),
        notes=notes.told(),
        counts=notes.counts,
        found=findings.found(lambda: (line for line, _ in next_lines(parts(), turn) if line)),
    )


def _no_answer(ground: Ground) -> Iterator[Note]:
    names = {school.school_id: school.name for school in ground.budget.schools}
    for school_id in sorted(ground.last_year):
        yield Note(Topic.NO_ANSWER, school_id, names.get(school_id, school_id), school_id)


def _rejected(part: Merged) -> Iterator[Note]:
    for one in part.rejected:
        line, amount = one.cost.line, one.cost.years[0]
        words = f"{line.description}: {one.decision.reason}"
        yield Note(Topic.REJECTED, line.line_id, words, line.school_id, amount)


def _lapsed(before: Iterable[LineItem]) -> Iterator[Note]:
    for line in before:
        if line.status == LineStatus.LAPSED:
            yield Note(Topic.LAPSED, line.line_id, line.description, line.school_id, ZERO)


def _to_look_at(turn: Turn, today: date) -> Iterator[Note]:
    for item in turn.new.standard_items:
        until = item.price_valid_until
        if until is not None and until < today:
            yield Note(Topic.PRICE_PAST, item.item_id, f"{item.description}: until {until}")
    yield from _moved(turn.old, turn.new)


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
