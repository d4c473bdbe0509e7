"""A school's workbook of an older layout: what it lacks, and what has no place any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from xlbudget.model.field import fields_of
from xlbudget.model.school_answer import AnswerLine, SchoolAnswer, SignOff, opening_answer
from xlbudget.model.school_pack import SchoolPack
from xlbudget.model.tables import Table
from xlbudget.sheets.plan import Role
from xlbudget.sheets.school import empty_pack, points, school_book
from xlbudget.workbook.intake.found_table import FoundTable
from xlbudget.workbook.intake.grid import address
from xlbudget.workbook.intake.headings import columns_meant, plain
from xlbudget.workbook.intake.school import school_tables
from xlbudget.workbook.intake.school_table import LINES, OWN_GOALS, own_headings
from xlbudget.workbook.migrate.item import Item
from xlbudget.workbook.read import Book
from xlbudget.workbook.stamp import read_stamp

_FILLED = frozenset({Role.INPUT.value, Role.DATA.value, Role.CHECK.value})
_NO_YEAR = 2000  # a school's tables have no columns by year


def without_place(book: Book) -> tuple[Item, ...]:
    """Return what a school typed, or may have typed, that the present layout has no place for.

    Args:
        book: The school's workbook, of an older layout.

    """
    found = school_tables(book)
    return (
        *_sheets(book),
        *(item for table in (LINES, OWN_GOALS) for item in _columns(table, found)),
        *_signature(found.get(points.SIGN_OFF)),
    )


def with_issued(answer: SchoolAnswer, book: Book, pack: SchoolPack) -> SchoolAnswer:
    """Return an answer whose columns that an older layout lacks hold what the district gave.

    A line of last year has last year's fact, a new one the usual source.

    Args:
        answer: What was read.
        book: The workbook that it was read from.
        pack: What the district gave the school.

    """
    found = school_tables(book).get(LINES.name)
    lacks = _lacks(found) if found else []
    if not lacks:
        return answer
    issued = {line.line_id: line for line in opening_answer(pack).lines}
    usual = AnswerLine(source_id=pack.sources[0].source_id if pack.sources else "")
    lines = (
        replace(line, **{name: getattr(issued.get(line.line_id, usual), name) for name in lacks})
        for line in answer.lines
    )
    return replace(answer, lines=tuple(lines))


def _lacks(found: FoundTable) -> list[str]:
    there = set(columns_meant(LINES, found.headings, _NO_YEAR).values())
    return [field.name for field in LINES.fields if field.name not in there]


@lru_cache(maxsize=1)
def _layout() -> Mapping[str, frozenset[str]]:
    """Return the names of the tables on each sheet of the present layout, by its title."""
    sheets = school_book(empty_pack()).sheets
    return {sheet.title: frozenset(table.name for table in sheet.tables) for sheet in sheets}


def _sheets(book: Book) -> Iterator[Item]:
    """Yield the sheets and tables for people to fill in that the present layout lacks."""
    roles, layout = read_stamp(book).roles, _layout()
    known = frozenset[str]().union(*layout.values())
    for sheet in book.sheets:
        if roles.get(sheet.name) not in _FILLED:
            continue
        tables = [table.name for table in sheet.tables]
        if sheet.name not in layout and not known.intersection(tables):
            yield Item(sheet.name, "The sheet is not in the template any more")
            continue
        for name in tables:
            if name not in known:
                yield Item(sheet.name, f"The table {name} is not in the template any more")


def _columns(table: Table, tables: Mapping[str, FoundTable]) -> Iterator[Item]:
    """Yield the columns that are not known any more and that hold something."""
    found = tables.get(table.name)
    if found is None:
        return
    meant = columns_meant(table, found.headings, _NO_YEAR)
    own = own_headings(table)
    for at, heading in found.headings.items():
        if at in meant or at in found.calculated or plain(heading) in own:
            continue
        rows = range(found.first_row, found.last_row + 1)
        filled = [row for row in rows if found.grid.value(row, at) is not None]
        if filled:
            what = f"The column {heading} is not in the template any more"
            yield Item(found.sheet, what, address(filled[0], at))


def _signature(found: FoundTable | None) -> Iterator[Item]:
    if found is None:
        return
    known = {plain(field.header) for field in fields_of(SignOff)}
    label, entry, *_ = sorted(found.headings)
    for row in range(found.first_row, found.last_row + 1):
        words = found.grid.words(row).get(label, "")
        if plain(words) not in known and found.grid.value(row, entry) is not None:
            what = f"The entry {words} is not in the template any more"
            yield Item(found.sheet, what, address(row, entry))
