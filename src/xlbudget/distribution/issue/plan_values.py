"""The values of a book's cells in the order of ``plan_cells``, and nothing else: many times faster.

Where a cell stands and which formula it has is the same for every school of a template; only
what it holds is asked anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xlbudget.sheets.plan import Book, Calculated, Cell, Link, Sheet, Spilled, Table
from xlbudget.workbook.fill import Value

_OTHERS = (Link, Spilled)


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
    blank: tuple[Cell, ...] = table.spare_cells or (None,) * len(table.columns)
    spare = max(table.spare_rows, not table.rows)
    put = _results if any(column.formula for column in table.columns) else _values
    for cells in (*(row.cells for row in table.rows), *(blank,) * spare):
        values += put(cells, table)


def _values(cells: Iterable[Cell], _: Table) -> list[Value]:
    """Return the values of a row of a table without calculated columns, which most are."""
    return [
        cell.value
        if isinstance(cell, Calculated)
        else _value(cell)
        if isinstance(cell, _OTHERS)
        else cell
        for cell in cells
    ]


def _results(cells: Iterable[Cell], table: Table) -> list[Value]:
    """Return the values of a row of a table with calculated columns, where nothing is a text."""
    return [
        "" if column.formula and cell is None else _value(cell)
        for column, cell in zip(table.columns, cells, strict=True)
    ]


def _value(cell: Cell) -> Value:
    if isinstance(cell, (Calculated, Spilled)):
        return cell.value
    return cell.text if isinstance(cell, Link) else cell
