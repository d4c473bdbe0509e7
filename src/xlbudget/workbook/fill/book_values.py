"""The value of every cell of a book: what ``write`` would put there, to fill a template with."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.sheets.layout import (
    LABEL_ROW,
    MASTER_ROW,
    SAYS_ROW,
    Layout,
    PlacedSheet,
    PlacedTable,
    column_letters,
    judgement_row,
)
from xlbudget.sheets.plan import Book, Calculated, Cell, Link, Spilled
from xlbudget.workbook.fill.value import Value


def book_values(book: Book) -> dict[tuple[str, str], Value]:
    """Return the value of each cell by sheet and address; of a formula it is its result.

    They fit a template of the same sheets whose tables have as many rows, spare ones included.

    Args:
        book: The workbook as data.

    """
    return {
        (placed.sheet.title, f"{column_letters(column)}{row + 1}"): _value(cell)
        for placed in Layout(book).sheets
        for row, column, cell in _cells(placed, book.master)
    }


def _cells(placed: PlacedSheet, master: str) -> Iterator[tuple[int, int, Cell]]:
    """Give every cell of a sheet that may differ from book to book, with its row and column."""
    sheet = placed.sheet
    yield SAYS_ROW, 0, sheet.says
    if master:
        yield MASTER_ROW, 0, master
    for i, headline in enumerate(sheet.headlines):
        line, column = divmod(i, sheet.headlines_across)
        yield LABEL_ROW + 2 * line, column, headline.label
        yield LABEL_ROW + 2 * line + 1, column, headline.cell
    for i, judgement in enumerate(sheet.judgements):
        yield judgement_row(sheet) + i, 0, judgement
    for chart in placed.charts:
        yield chart.row, chart.column, chart.chart.finding
    for table in placed.tables:
        yield from _table(table)


def _table(placed: PlacedTable) -> Iterator[tuple[int, int, Cell]]:
    table, at = placed.table, placed.heading_row
    if table.heading:
        yield at, 0, table.heading
    if table.says:
        yield at + bool(table.heading), 0, table.says
    for column, cell in enumerate(table.labels):
        if cell is not None:
            yield placed.label_row, column, cell
    blank: tuple[Cell, ...] = table.spare_cells or (None,) * len(table.columns)
    for i in range(placed.rows):
        cells = table.rows[i].cells if i < len(table.rows) else blank
        for column, cell in enumerate(cells):
            is_result = bool(table.columns[column].formula) and cell is None
            yield placed.first_row + i, column, "" if is_result else cell


def _value(cell: Cell) -> Value:
    if isinstance(cell, (Calculated, Spilled)):
        return cell.value
    return cell.text if isinstance(cell, Link) else cell
