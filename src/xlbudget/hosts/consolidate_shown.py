"""What a consolidation comes to as a person reads it before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from rich.console import Console

from xlbudget.distribution.consolidate.preview import Preview
from xlbudget.distribution.consolidate.shown_schools import by_need
from xlbudget.distribution.consolidate.totals import ALL, AREA, GOAL, SOURCE, rows_of
from xlbudget.hosts.shown import shown
from xlbudget.hosts.terminal import put, put_table
from xlbudget.model.field import Kind
from xlbudget.model.school_standing import SchoolStanding

MOST_ROWS = 20
_TITLES = {
    ALL: ("All lines", "all lines"),
    AREA: ("By area", "no area"),
    GOAL: ("By goal", "no goal"),
    SOURCE: ("By source", "nobody pays"),
}


def put_preview(console: Console, preview: Preview) -> None:
    """Print schools, totals with what they were, lines left out, and what the totals leave out."""
    _schools(console, preview)
    for kind in _TITLES:
        _totals(console, kind, preview)
    _left_out(console, preview)
    put(console, preview.sum.words)


def _schools(console: Console, preview: Preview) -> None:
    schools = preview.sum.schools
    counts = Counter(one.state for one in schools)
    told = ", ".join(f"{count} {state}" for state, count in counts.items())
    headers = ("School", "Name", "State", "In the budget", "Lines", "Year 1", "Remaining", "To do")
    # What is not in it comes first, then what needs somebody, as far as there is room.
    rows = [_school(one) for one in by_need(schools)]
    numbers = (False, False, False, False, True, True, True, False)
    _put(console, f"Schools ({told or 'none'})", headers, rows, numbers)


def _school(one: SchoolStanding) -> tuple[str, ...]:
    money = (shown(Kind.MONEY, amount) for amount in (one.year_1, one.remaining))
    return (one.school_id, one.name, one.state, one.counted, str(one.lines), *money, one.to_do)


def _totals(console: Console, kind: str, preview: Preview) -> None:
    title, none = _TITLES[kind]
    now, previous = preview.sum.totals, preview.previous
    old = rows_of(kind, now, previous) if previous else ()
    before = {row.key: sum(row.before) for row in old}
    rows = [
        (
            row.key or none,
            *(_dollars(cents) for cents in (row.now[0], sum(row.now), sum(row.before))),
            _dollars(row.change),
            *([_dollars(sum(row.now) - before.get(row.key, 0))] if previous else []),
        )
        for row in rows_of(kind, now, preview.issued)
    ]
    headers = ["", "Year 1", "Whole plan", "As issued", "Change"]
    headers += ["Since the last time"] if previous else []
    numbers = [place > 0 for place in range(len(headers))]
    _put(console, f"{title}, dollars", headers, rows, numbers)


def _left_out(console: Console, preview: Preview) -> None:
    rows = [
        (one.school_id, one.line_id, one.description, shown(Kind.MONEY, one.year_1), one.reason)
        for one in preview.sum.left_out
    ]
    if rows:
        headers = ("School", "Line", "Description", "Year 1", "Why")
        numbers = (False, False, False, True, False)
        _put(console, f"Rejected lines, left out ({len(rows)})", headers, rows, numbers)


def _put(
    console: Console,
    title: str,
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    numbers: Sequence[bool],
) -> None:
    put_table(console, title, headers, rows[:MOST_ROWS], numbers=numbers)
    if len(rows) > MOST_ROWS:
        put(console, f"and {len(rows) - MOST_ROWS} more: all are in --json and in the workbook.\n")


def _dollars(cents: int) -> str:
    return shown(Kind.MONEY, Decimal(cents).scaleb(-2))
