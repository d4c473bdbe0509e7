"""A comparison of two budgets as a person reads it on a terminal: short, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console

from xlbudget.analysis.breakdown import Amounts
from xlbudget.analysis.comparison import Comparison, LineChange
from xlbudget.analysis.figure_changes import FigureGroup
from xlbudget.analysis.record_changes import Change, FieldChange, RecordChange
from xlbudget.hosts.shown import shown
from xlbudget.hosts.terminal import put, put_table
from xlbudget.model.fault import short
from xlbudget.model.field import Kind
from xlbudget.model.table import text_of

MOST_ROWS = 20
BLANK = "blank"
_BY_PRICE = "no field: prices grow otherwise"


def put_comparison(console: Console, comparison: Comparison) -> None:
    """Print what differs: headline figures, totals, lines, other records; then what does not."""
    if comparison.old_years != comparison.new_years:
        put(console, f"{_plans(comparison)}\n")
    _headlines(console, comparison)
    for group in comparison.groups:
        _group(console, group, comparison.years)
    for change in Change:
        _lines(console, change, comparison)
    _records(console, comparison)
    put(console, _unchanged(comparison))


def _plans(comparison: Comparison) -> str:
    old, new = comparison.old_years, comparison.new_years
    both = comparison.years
    span = f"FY {both[0]} to {both[-1]} are" if both else "no year is"
    return (
        f"The plans cover FY {old[0]} to {old[-1]} and FY {new[0]} to {new[-1]}; "
        f"{span} compared year by year."
    )


def _headlines(console: Console, comparison: Comparison) -> None:
    rows = [
        (
            one.label,
            shown(one.kind, one.old),
            shown(one.kind, one.new),
            shown(Kind.WHOLE if one.kind is Kind.YEAR else one.kind, one.change),
        )
        for one in comparison.changed_headlines
    ]
    if rows:
        headers = ("Figure", "Before", "After", "Change")
        title = "Headline figures that differ, dollars"
        put_table(console, title, headers, rows, numbers=(False, True, True, True))


def _group(console: Console, group: FigureGroup, years: Sequence[int]) -> None:
    rows = [
        (row.label, *_money(row.change), *_money((sum(row.old), sum(row.new))))
        for row in group.changed
    ]
    if rows:
        title = f"Cash cost: {group.title[0].lower()}{group.title[1:]}, change in dollars"
        headers = (" ", *map(str, years), "Before", "After")
        _put(console, title, headers, rows, words=1)


def _lines(console: Console, change: Change, comparison: Comparison) -> None:
    lines = comparison.lines_that(change)
    rows = [
        (line.record.record_id, _told(line), *_money(line.effect), *_money((line.total,)))
        for line in lines
    ]
    if rows:
        title = f"Lines {change} ({len(lines)}), effect on cost in dollars"
        what = "What changed" if change is Change.CHANGED else "Description"
        _put(console, title, ("Line", what, *map(str, comparison.years), "Total"), rows, words=2)


def _told(line: LineChange) -> str:
    if line.record.change is not Change.CHANGED:
        return line.record.label
    return "; ".join(map(_field, line.record.fields)) or _BY_PRICE


def _records(console: Console, comparison: Comparison) -> None:
    rows = [
        (noun, change.record_id or "-", change.change.value, _fields(change))
        for noun, change in comparison.records
    ]
    if rows:
        title = f"Other records that differ ({len(rows)})"
        _put(console, title, ("Kind", "Id", "What became", "What changed"), rows, words=4)


def _fields(change: RecordChange) -> str:
    if change.change is Change.CHANGED:
        return "; ".join(map(_field, change.fields))
    value = "new" if change.change is Change.ADDED else "old"
    return change.label or "; ".join(text_of(getattr(one, value)) for one in change.fields)


def _field(field: FieldChange) -> str:
    old, new = (short(text_of(value)) or BLANK for value in (field.old, field.new))
    return f"{field.name} {old} to {new}"


def _put(
    console: Console,
    title: str,
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    words: int,
) -> None:
    numbers = [place >= words for place in range(len(headers))]
    put_table(console, title, headers, rows[:MOST_ROWS], numbers=numbers)
    if len(rows) > MOST_ROWS:
        more = len(rows) - MOST_ROWS
        put(console, f"and {more} more: all are in --json and in the workbook of -o.\n")


def _money(amounts: Amounts | Sequence[object]) -> Iterator[str]:
    return (shown(Kind.MONEY, amount) for amount in amounts)


def _unchanged(comparison: Comparison) -> str:
    same = [group.title.lower() for group in comparison.groups if not group.changed]
    lines = f"{comparison.same_lines} lines are the same"
    return f"{lines}, and so are the totals {', '.join(same)}." if same else f"{lines}."
