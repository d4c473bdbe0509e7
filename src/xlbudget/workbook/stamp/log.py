"""The Log of a workbook: what happened to it, as its file tells."""

from __future__ import annotations

from datetime import date

from xlbudget.model.district import District
from xlbudget.model.field import field_named
from xlbudget.model.parse import parse
from xlbudget.sheets.identity import Entry
from xlbudget.sheets.service_sheets import LOG, LOG_HEADERS
from xlbudget.workbook.intake.cell_text import read_cell
from xlbudget.workbook.intake.grid import Grid, grid_of
from xlbudget.workbook.read import Book
from xlbudget.workbook.stamp.identity import place_of

_DATE = field_named(District, "as_of")


def read_log(book: Book) -> tuple[Entry, ...]:
    """Return the rows of a workbook's Log, the oldest first; none when it has no Log."""
    sheet = book.sheet(LOG)
    place = None if sheet is None else place_of(sheet, LOG_HEADERS)
    if sheet is None or place is None:
        return ()
    first, columns = place
    grid = grid_of(sheet, starts_1904=book.facts.starts_1904)
    rows = range(first, grid.last_row + 1)
    entries = (_entry(grid, row, columns) for row in rows if row in grid.rows)
    return tuple(entry for entry in entries if entry.event or entry.what)


def _entry(grid: Grid, row: int, columns: tuple[int, ...]) -> Entry:
    day, event, what = (grid.value(row, at) if at else None for at in columns)
    text = read_cell(_DATE, grid, row, columns[0]).text if day is not None else ""
    read = parse(_DATE, text).value
    return Entry(
        read if isinstance(read, date) else text or None, str(event or ""), str(what or "")
    )
