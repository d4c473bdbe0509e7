"""Where the tables of a budget stand in a workbook: by their names, or by their headings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from xlbudget.model.tables import TABLES, Table
from xlbudget.sheets.assumptions import FRAME, VALUE
from xlbudget.workbook.intake.found_table import FoundTable
from xlbudget.workbook.intake.grid import Grid, grid_of
from xlbudget.workbook.intake.headings import fields_meant, plain
from xlbudget.workbook.read import Book
from xlbudget.workbook.read import Table as BookTable
from xlbudget.workbook.read.address import parted

FRAME_SHEET, FACT = "Assumptions", "Fact"
_MOST_LOOKED_AT = 2_000  # rows in which headings are looked for
_OTHER_BLOCKS: Mapping[str, tuple[set[str], ...]] = {
    # sheets of several blocks, and the headings of those that are no tables of a budget
    plain("Team"): (),
    plain("Drivers"): ({plain("Tag")},),
    plain(FRAME_SHEET): ({plain(FACT), plain(VALUE), plain("Meaning")},),
}
_HALF = 0.5
_CLEAR = 2  # filled cells by which a row below a table is told from words that stand there
Fits = Callable[[Mapping[int, str]], float]


def find_tables(book: Book) -> dict[str, FoundTable]:
    """Return the tables of a budget that a workbook holds, by their names, Frame included."""
    finder = _Finder(book)
    found = {table.name: finder.find(table.name, table.sheet, _fits(table)) for table in TABLES}
    found[FRAME] = finder.find(FRAME, FRAME_SHEET, _fits_frame)
    return {name: table for name, table in found.items() if table is not None}


def find_named(
    book: Book, wanted: Mapping[str, tuple[str, Collection[str]]]
) -> dict[str, FoundTable]:
    """Return those of some tables that a workbook holds, by their names.

    Args:
        book: The workbook.
        wanted: For the name of each table the sheet where it belongs, and its headings.

    """
    finder = _Finder(book)
    found = {
        name: finder.find(name, sheet, _fits_headings(headings))
        for name, (sheet, headings) in wanted.items()
    }
    return {name: table for name, table in found.items() if table is not None}


def _fits_headings(wanted: Collection[str]) -> Fits:
    """Return how well a row of headings fits: the share of those wanted that it has."""
    known = {plain(heading) for heading in wanted}
    return lambda headings: len(known & set(map(plain, headings.values()))) / len(known)


class _Finder:
    """Looks for tables in a book; the cells of a sheet are put in order once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._grids: dict[str, Grid] = {}
        self._tables = {table.name.casefold(): table for table in reversed(book.tables)}

    def find(self, name: str, sheet: str, fits: Fits) -> FoundTable | None:
        """Return a table by its name, or by the headings on the sheet where it belongs."""
        known = self._tables.get(name.casefold())
        found = None if known is None else self._known(known)
        return self._unknown(sheet, fits) if found is None else found

    def _grid(self, name: str) -> Grid:
        if name not in self._grids:
            sheet = next(sheet for sheet in self._book.sheets if sheet.name == name)
            self._grids[name] = grid_of(sheet, starts_1904=self._book.facts.starts_1904)
        return self._grids[name]

    def _known(self, table: BookTable) -> FoundTable | None:
        area = _area(table.ref)
        if area is None:
            return None
        top, left, bottom, _ = area
        grid = self._grid(table.sheet)
        words = grid.words(top) if table.has_header else {}
        columns = enumerate(table.columns, start=left)
        headings = {at: words.get(at, column.name) for at, column in columns}
        first = top + 1 if table.has_header else top
        last = min(bottom - 1 if table.has_totals else bottom, max(grid.last_row, first))
        given = {left + i for i, column in enumerate(table.columns) if column.formula}
        calculated = _calculated(grid, headings, first, last) | given
        inputs = [] if table.has_totals else [at for at in headings if at not in calculated]
        reach, unread = _reach(grid, inputs, last)
        return FoundTable(
            grid,
            headings,
            top,
            first,
            reach,
            below=last + 1 if reach > last else 0,
            unread=unread,
            calculated=calculated,
        )

    def _unknown(self, name: str, fits: Fits) -> FoundTable | None:
        wanted = plain(name)
        sheets = (sheet.name for sheet in self._book.sheets if plain(sheet.name) == wanted)
        for grid in map(self._grid, sheets):
            row = _header_row(grid, fits)
            if row:
                last = _last_row(grid, row)
                headings = grid.words(row)
                calculated = _calculated(grid, headings, row + 1, last)
                return FoundTable(
                    grid, headings, row, row + 1, last, is_whole=False, calculated=calculated
                )
        return None


def _reach(grid: Grid, inputs: Sequence[int], last: int) -> tuple[int, int]:
    """Return the last row that people filled right below a table, and a row of formulas there."""
    tops = {area[0] for table in grid.sheet.tables if (area := _area(table.ref))}
    while last + 1 not in tops:
        filled = [at for at in inputs if grid.value(last + 1, at) is not None]
        if len(filled) < _CLEAR:
            break
        if any(grid.formula(last + 1, at) for at in filled):
            return last, last + 1
        last += 1
    return last, 0


def _fits(table: Table) -> Fits:
    """Return how well a row of headings fits a table: the share of its columns that it names."""
    return lambda headings: fields_meant(table, headings) / len(table.fields)


def _fits_frame(headings: Mapping[int, str]) -> float:
    there = {plain(heading) for heading in headings.values()}
    return float({plain(FACT), plain(VALUE)} <= there)


def _header_row(grid: Grid, fits: Fits) -> int:
    """Return the row whose headings fit best, 0 when none names half of the columns."""
    best, found = 0.0, 0
    for row in sorted(grid.rows)[:_MOST_LOOKED_AT]:
        fit = fits(grid.words(row))
        if fit >= _HALF and fit > best:
            best, found = fit, row
        if best == 1:
            break
    return found


def _last_row(grid: Grid, header: int) -> int:
    """Return where a table ends that the spreadsheet does not know: before the next block."""
    rows = [row for row in sorted(grid.rows) if row > header][:_MOST_LOOKED_AT]
    has_more = plain(grid.sheet.name) in _OTHER_BLOCKS
    row = next((row for row in rows if has_more and _begins_block(grid, row)), 0)
    if not row:
        return grid.last_row
    while row - 1 > header and row - 1 in grid.rows:
        row -= 1
    return row - 1


def _begins_block(grid: Grid, row: int) -> bool:
    headings, sheet = grid.words(row), plain(grid.sheet.name)
    words = {plain(heading) for heading in headings.values()}
    if words in _OTHER_BLOCKS[sheet]:
        return True
    here = (table for table in TABLES if plain(table.sheet) == sheet)
    return len(headings) > 1 and any(_fits(table)(headings) > _HALF for table in here)


def _calculated(grid: Grid, headings: Iterable[int], first: int, last: int) -> frozenset[int]:
    """Return the columns whose every filled cell holds a formula, though it may show nothing."""
    wanted = set(headings)
    filled: set[int] = set()
    typed: set[int] = set()
    for row in range(first, last + 1):
        here = grid.rows.get(row, {}).keys() & wanted
        formulas = grid.formulas.get(row, frozenset()) & wanted
        filled |= formulas
        typed |= here - formulas
    return frozenset(filled - typed)


def _area(ref: str) -> tuple[int, int, int, int] | None:
    start, _, end = ref.replace("$", "").partition(":")
    first, last = parted(start), parted(end or start)
    return None if first is None or last is None else (*first, *last)
