"""The value of every cell of a book: what ``write`` would put there, to fill a template with."""

from __future__ import annotations

from xlbudget.sheets.layout import Layout, column_letters
from xlbudget.sheets.plan import Book
from xlbudget.workbook.fill.plan_cells import plan_cells
from xlbudget.workbook.fill.value import Value


def book_values(book: Book) -> dict[tuple[str, str], Value]:
    """Return the value of each cell by sheet and address; of a formula it is its result.

    They fit a template of the same sheets whose tables have as many rows, spare ones included,
    and stand where the book has them.  ``match`` finds the places in other templates.

    Args:
        book: The workbook as data.

    """
    return {
        (cell.sheet, address(cell.row, cell.column)): cell.value
        for cell in plan_cells(Layout(book))
    }


def address(row: int, column: int) -> str:
    """Return the address of a cell whose row and column are counted from 0: 6, 1 is B7."""
    return f"{column_letters(column)}{row + 1}"
