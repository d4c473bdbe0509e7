"""The values of a book's cells in the order of ``plan_cells``, and nothing else: many times faster.

Where a cell stands and which formula it has is the same for every school of a template; only
what it holds is asked anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.sheets.plan import Book, Calculated, Cell, Link, Sheet, Spilled, Table
from xlbudget.workbook.fill import Value


def plan_values(book: Book) -> list[Value]:
    """Return the value of each cell of a book, in the order of ``plan_cells``."""
    values: list[Value] = []
    for sheet in book.sheets:
        values += _head(sheet, book)
        for table in sheet.tables:
            _put_table(values, table)
    return values


def _head(sheet: Sheet, book: Book) -> Iterator[Value]:
    yield sheet.says
    if book.master:
        yield book.master
    for headline in sheet.headlines:
        yield headline.label
        yield _value(headline.cell)
    yield from map(_value, sheet.judgements)
    yield from (_value(chart.finding) for chart in sheet.charts)


def _put_table(values: list[Value], table: Table) -> None:
    """Append the values of a table's labels and rows."""
    values += [_value(cell) for cell in table.labels if cell is not None]
    has_formula = [bool(column.formula) for column in table.columns]
    blank: tuple[Cell, ...] = table.spare_cells or (None,) * len(has_formula)
    spare = max(table.spare_rows, not table.rows)
    for cells in (*(row.cells for row in table.rows), *(blank,) * spare):
        values += [
            "" if calculated and cell is None else _value(cell)
            for calculated, cell in zip(has_formula, cells, strict=True)
        ]


def _value(cell: Cell) -> Value:
    if isinstance(cell, (Calculated, Spilled)):
        return cell.value
    return cell.text if isinstance(cell, Link) else cell
