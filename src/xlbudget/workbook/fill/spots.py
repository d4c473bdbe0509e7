"""Where a template has the tables of a book: by their names, else by their headers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from xlbudget.sheets.layout import Spot
from xlbudget.sheets.plan import Book as Plan
from xlbudget.sheets.plan import Table
from xlbudget.workbook.intake.headings import plain
from xlbudget.workbook.read import Book
from xlbudget.workbook.read import Sheet as Tab
from xlbudget.workbook.read import Table as BookTable
from xlbudget.workbook.read.address import parted

_MOST_LOOKED_AT = 5_000  # rows in which headers are looked for
_LABEL_REACH = 5  # rows above a header in which its labels are looked for


@dataclass(frozen=True, slots=True)
class Spots:
    """Where a template has the tables and sheets of a book.

    Attributes:
        tables: The spot of each table that was found, by its name.
        tabs: The tab of each sheet that was found, by its title in the book.
        lacks: The tables that were not found, with the headers that a found one lacks: all of
            them where there is no such table.

    """

    tables: dict[str, Spot] = field(default_factory=dict)
    tabs: dict[str, str] = field(default_factory=dict)
    lacks: dict[str, tuple[str, ...]] = field(default_factory=dict)


def find_spots(plan: Plan, book: Book) -> Spots:
    """Return where a template has the tables and sheets of a book.

    Args:
        plan: The book, of as many years as the template; how many rows it has does not matter.
        book: The template.

    """
    found = Spots()
    named = {table.name.casefold(): table for table in book.tables}
    for sheet in plan.sheets:
        taken = [named[t.name.casefold()].sheet for t in sheet.tables if t.name.casefold() in named]
        tab = _tab(book, taken[0] if taken else sheet.title)
        if tab is None:
            found.lacks.update({table.name: _headers(table) for table in sheet.tables})
            continue
        found.tabs[sheet.title] = tab.name
        rows = _HeaderRows(tab)
        for table in sheet.tables:
            known = named.get(table.name.casefold())
            spot = _known(table, known, book) if known else rows.find(table)
            if isinstance(spot, Spot):
                found.tables[table.name] = spot
            else:
                found.lacks[table.name] = spot
    return found


def _tab(book: Book, name: str) -> Tab | None:
    """Return a sheet by its name, or by one that is written a little otherwise."""
    exact = book.sheet(name)
    wanted = plain(name)
    return exact or next((tab for tab in book.sheets if plain(tab.name) == wanted), None)


def _known(table: Table, known: BookTable, book: Book) -> Spot | tuple[str, ...]:
    """Return the spot of a table that the spreadsheet knows, or the headers that it lacks."""
    start, _, end = known.ref.partition(":")
    first, last = parted(start), parted(end or start)
    if first is None or last is None or not known.has_header:
        return _headers(table)
    places = {first[1] - 1 + i: column.name for i, column in enumerate(known.columns)}
    columns = _columns(table, places)
    if lacking := tuple(header for header, at in columns.items() if at < 0):
        return lacking
    tab = book.sheet(known.sheet)
    header = first[0] - 1
    labels = header - 1 if tab is None else _label_row(table, tab, header, tuple(columns.values()))
    rows = last[0] - first[0] - known.has_totals
    return Spot(known.sheet, labels, header, rows, tuple(columns.values()))


class _HeaderRows:
    """The rows of a sheet in which headers may stand; each is given to one table only."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._rows: dict[int, dict[int, str]] | None = None
        self._used = {
            place[0] - 1 for table in tab.tables if (place := parted(table.ref.partition(":")[0]))
        }

    def find(self, table: Table) -> Spot | tuple[str, ...]:
        """Return the spot of a table that the spreadsheet does not know, or all of its headers."""
        if self._rows is None:
            self._rows = _words(self._tab)
        for row in sorted(self._rows)[:_MOST_LOOKED_AT]:
            columns = _columns(table, self._rows[row])
            if row in self._used or min(columns.values()) < 0:
                continue
            self._used.add(row)
            places = tuple(columns.values())
            labels = _label_row(table, self._tab, row, places)
            return Spot(self._tab.name, labels, row, _depth(self._tab, row, places), places)
        return _headers(table)


def _headers(table: Table) -> tuple[str, ...]:
    return tuple(column.header for column in table.columns)


def _columns(table: Table, words: Mapping[int, str]) -> dict[str, int]:
    """Return where the column of each header stands, -1 for one that is not there."""
    from_right = sorted(words.items(), reverse=True)
    exact = {word: at for at, word in from_right}
    alike = {plain(word): at for at, word in from_right}
    return {header: exact.get(header, alike.get(plain(header), -1)) for header in _headers(table)}


def _words(tab: Tab) -> dict[int, dict[int, str]]:
    """Return the texts of a sheet by row and column, both counted from 0."""
    rows: dict[int, dict[int, str]] = {}
    for ref, value in tab.cells.values.items():
        place = parted(ref)
        if isinstance(value, str) and value and place:
            rows.setdefault(place[0] - 1, {})[place[1] - 1] = value
    return rows


def _depth(tab: Tab, header: int, columns: Sequence[int]) -> int:
    """Return how many rows below a header have cells, blank ones with a look included."""
    there = {place[0] - 1 for place in _places(tab) if place[1] - 1 in set(columns)}
    row = header + 1
    while row in there:
        row += 1
    return row - header - 1


def _places(tab: Tab) -> Iterator[tuple[int, int]]:
    return (place for ref in tab.cells.values if (place := parted(ref)))


def _label_row(table: Table, tab: Tab, header: int, columns: Sequence[int]) -> int:
    """Return the row of the labels above a header: the nearest with a formula where one stands."""
    at = next((columns[i] for i, cell in enumerate(table.labels) if cell is not None), None)
    if at is not None:
        rows = range(header - 1, max(-1, header - 1 - _LABEL_REACH), -1)
        by_place = {parted(ref) for ref in tab.cells.formulas}
        return next((row for row in rows if (row + 1, at + 1) in by_place), header - 1)
    return header - 1
