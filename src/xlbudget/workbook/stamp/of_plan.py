"""The digests of a workbook that is about to be written, and their places on its Manifest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from xlbudget.sheets.layout import Layout, PlacedSheet, PlacedTable
from xlbudget.sheets.plan import Book, Row, Sheet, Table
from xlbudget.sheets.service_sheets import DIGEST, MANIFEST, ROLES, STRUCTURE
from xlbudget.workbook.fill.plan_cells import plan_cells
from xlbudget.workbook.stamp.digest import Digests, digests
from xlbudget.workbook.stamp.formulas import Formulas
from xlbudget.workbook.stamp.shape import GROWING, Block, Shape


def with_digests(book: Book) -> Book:
    """Return a book whose Manifest, if it has one, tells the digests of its structure."""
    if not any(sheet.title == MANIFEST for sheet in book.sheets):
        return book
    found = plan_digests(book)
    sheets = (_told(sheet, found) if sheet.title == MANIFEST else sheet for sheet in book.sheets)
    return replace(book, sheets=tuple(sheets))


def plan_digests(book: Book) -> Digests:
    """Return the digests of a book; those of the file that is written from it are the same."""
    layout = Layout(book)
    names = {name.name: layout.formula(name.refers, "") for name in book.names}
    return digests(_shapes(layout), names)


def _shapes(layout: Layout) -> list[Shape]:
    formulas: defaultdict[str, Formulas] = defaultdict(Formulas)
    for cell in plan_cells(layout):
        if cell.formula:
            formula = layout.formula(cell.formula, cell.sheet)
            formulas[cell.sheet].put(cell.row + 1, cell.column + 1, formula)
    return [_shape(placed, formulas[placed.sheet.title]) for placed in layout.sheets]


def _shape(placed: PlacedSheet, formulas: Mapping[tuple[int, int], str]) -> Shape:
    tables = [_block(table) for table in placed.tables if not table.table.plain]
    return Shape(placed.sheet.title, placed.sheet.role in GROWING, tables, formulas)


def _block(placed: PlacedTable) -> Block:
    headers = tuple(column.header for column in placed.table.columns)
    return Block(placed.table.name, placed.header_row + 1, 1, placed.last_row + 1, headers)


def _told(sheet: Sheet, found: Digests) -> Sheet:
    """Return the sheet Manifest with the digests in their cells."""
    tables = [replace(table, rows=tuple(_rows(table, found))) for table in sheet.tables]
    return replace(sheet, tables=tuple(tables))


def _rows(table: Table, found: Digests) -> Iterator[Row]:
    headers = [column.header for column in table.columns]
    for row in table.rows:
        cells = list(row.cells)
        if table.name == MANIFEST and row.key == STRUCTURE:
            cells[1] = found.whole
        elif table.name == ROLES and row.key in found.sheets:
            cells[headers.index(DIGEST)] = found.sheets[row.key]
        yield replace(row, cells=tuple(cells))
