"""Whether a budget fits a template: its years, and the rows of its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xlbudget.model import Budget
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.tables import TABLES, Table
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.plan import Book as Plan
from xlbudget.sheets.room import LINES
from xlbudget.workbook.fill.code import FillCode
from xlbudget.workbook.fill.match import Match

_MOST_NAMED = 5


def misfits(budget: Budget, plan: Plan, match: Match, file: str) -> Iterator[Finding]:
    """Yield why a budget does not fit a template, all at once.

    Args:
        budget: The budget.
        plan: Its book, made with the room of the template.
        match: The template.
        file: The name of the template.

    """
    years = len(budget.district.years)
    if years != match.years:
        yield Finding(
            Severity.FATAL,
            FillCode.YEARS,
            Place(file=file),
            f"The budget plans {years} years, the template {match.years}",
            "A workbook has a column for each year of its plan",
            f"Take a template of {years} years, or change horizon_years of the budget",
        )
        return
    by_name = {table.name: table for table in TABLES}
    full = dict(_full(plan, match))
    listed = {name: count for name, count in full.items() if name in by_name}
    fix = _more_room(listed, match)
    for name in listed:
        table = by_name[name]
        place = Place(file=file, sheet=match.spots.tables[name].sheet)
        yield _too_many(table, budget, match, place, fix)
    if not listed:
        yield from (_too_long(name, count, match, file) for name, count in full.items())


def _full(plan: Plan, match: Match) -> Iterator[tuple[str, int]]:
    """Yield each table that has more rows than the template has for it, with its rows."""
    for name, placed in Layout(plan).tables.items():
        if placed.rows > match.spots.tables[name].rows:
            yield name, placed.rows


def _more_room(full: Mapping[str, int], match: Match) -> str:
    """Return how a template is made that has the rows that a budget needs."""
    spots = match.spots.tables
    lines = max(full.get(LINES, 0), spots[LINES].rows)
    records = max(spots["Goals"].rows, *(count for name, count in full.items() if name != LINES), 1)
    made = f"xlbudget template --lines {lines} --records {records}"
    return f"Take a template with more room: {made}"


def _too_many(table: Table, budget: Budget, match: Match, place: Place, fix: str) -> Finding:
    """Return that a table has not enough rows for its records, and name those without one."""
    room, records = match.spots.tables[table.name].rows, table.records(budget)
    over = [table.id_of(record) for record in records[room:]]
    named = ", ".join(filter(None, over[:_MOST_NAMED]))
    rest = f" and {len(over) - _MOST_NAMED} more" if len(over) > _MOST_NAMED else ""
    without = f": no row for {named}{rest}" if named else ""
    return Finding(
        Severity.FATAL,
        FillCode.ROOM,
        place,
        f"The table {table.name} has {room} rows, and the budget has {len(records)} "
        f"records for it{without}",
        "Every record has a row of its own",
        fix,
    )


def _too_long(name: str, count: int, match: Match, file: str) -> Finding:
    return Finding(
        Severity.FATAL,
        FillCode.ROOM,
        Place(file=file, sheet=match.spots.tables[name].sheet),
        f"The block {name} has {match.spots.tables[name].rows} rows, and the budget needs {count}",
        "Every class, tag or record that a budget names has a row of its own",
        "Make the budget's own workbook instead: xlbudget new; or use fewer of them",
    )
