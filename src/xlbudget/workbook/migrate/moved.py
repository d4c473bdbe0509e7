"""What stands elsewhere or under another name in the old workbook, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from xlbudget.model.tables import TABLES
from xlbudget.sheets.assumptions import FRAME
from xlbudget.sheets.plan import Book as Plan
from xlbudget.sheets.plan import Part
from xlbudget.sheets.plan import Table as PlanTable
from xlbudget.workbook.intake.found_table import FoundTable
from xlbudget.workbook.intake.headings import headers_meant
from xlbudget.workbook.migrate.item import Item
from xlbudget.workbook.read import Book

_LISTED = 6


def moved(found: Mapping[str, FoundTable], plan: Plan, first_year: int) -> Iterator[Item]:
    """Yield what was found under another name or at another place.

    Args:
        found: The tables of the old workbook.
        plan: The new workbook.
        first_year: Fiscal year of the columns of year 1.

    """
    for sheet in plan.sheets:
        for table in sheet.tables:
            old = found.get(table.name)
            if old is None:
                continue
            if old.sheet != sheet.title:
                yield Item(old.sheet, f"The table {table.name} stands on {sheet.title} now")
            if not old.is_whole:
                yield Item(old.sheet, f"The table {table.name} was found by its headings")
            yield from _columns(table, old, first_year)


def new(book: Book, found: Mapping[str, FoundTable], plan: Plan, first_year: int) -> Iterator[Item]:
    """Yield the sheets, tables and input columns that the old workbook lacks."""
    titles = {sheet.name.casefold() for sheet in book.sheets}
    tables = {table.name for table in book.tables} | found.keys()
    for sheet in plan.sheets:
        known = [table for table in sheet.tables if table.name in tables]
        if sheet.title.casefold() not in titles and not known:
            yield Item(sheet.title, "The sheet is new")
            continue
        for table in sheet.tables:
            if table not in known:
                yield Item(sheet.title, f"The table {table.name} is new")
            elif lacks := _lacks(table, found, first_year):
                listed = ", ".join(lacks[:_LISTED])
                more = f" and {len(lacks) - _LISTED} more" if len(lacks) > _LISTED else ""
                yield Item(sheet.title, f"New in the table {table.name}: {listed}{more}")


def renamed(name: str, old: FoundTable, first_year: int) -> dict[str, str]:
    """Return the heading now of each column of a table that has another one in the old workbook."""
    return {
        old.headings[at]: header
        for at, header in _headers(name, old, first_year).items()
        if old.headings[at].strip() != header
    }


def _columns(table: PlanTable, old: FoundTable, first_year: int) -> Iterator[Item]:
    for heading, header in renamed(table.name, old, first_year).items():
        yield Item(old.sheet, f"The column {heading} of {table.name} is called {header} now")
    headers = list(_headers(table.name, old, first_year).values())
    there = [column.header for column in table.columns if column.header in headers]
    blocks = SequenceMatcher(None, headers, there, autojunk=False).get_matching_blocks()
    kept = {header for a, _, size in blocks for header in headers[a : a + size]}
    if elsewhere := [header for header in headers if header not in kept]:
        yield Item(old.sheet, f"Columns of {table.name} stand elsewhere: {', '.join(elsewhere)}")


def _headers(name: str, old: FoundTable, first_year: int) -> dict[int, str]:
    """Return today's header of each known column of a table of records, by its place."""
    table = next((table for table in TABLES if table.name == name), None)
    return {} if table is None else headers_meant(table, old.headings, first_year)


def _lacks(table: PlanTable, found: Mapping[str, FoundTable], first_year: int) -> list[str]:
    """Return the columns for people to fill in that a table of records lacks."""
    if table.name not in found or table.name == FRAME:
        return []
    has = set(_headers(table.name, found[table.name], first_year).values())
    filled = (column for column in table.columns if column.part in {Part.KEY, Part.INPUT})
    return [column.header for column in filled if column.header not in has]
