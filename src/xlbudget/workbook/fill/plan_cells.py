"""Every cell of a book that a file may have otherwise: where it stands, its formula, its value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlbudget.sheets.layout import (
    LABEL_ROW,
    MASTER_ROW,
    SAYS_ROW,
    Layout,
    PlacedSheet,
    PlacedTable,
    judgement_row,
)
from xlbudget.sheets.plan import Book, Calculated, Cell, Column, Link, Part, Spilled
from xlbudget.workbook.fill.value import Value

MASTER_FORMULA = "=MasterCheck"
_TYPED = frozenset({Part.KEY, Part.INPUT})


@dataclass(frozen=True, slots=True)
class PlanCell:
    """A cell of a book.

    Attributes:
        unit: What it belongs to: the name of its table; "" for one at the head of a sheet.
        sheet: The title of its sheet in the book.
        row: Its row, counted from 0.
        column: Its column, counted from 0.
        formula: Its formula with tokens; "" when it has none.
        value: What it holds, or what its formula gives.
        is_input: Whether it is there for people to fill in.
        header: The header of its column; "" outside of the rows of a table.

    """

    unit: str
    sheet: str
    row: int
    column: int
    formula: str
    value: Value
    is_input: bool = False
    header: str = ""


def plan_cells(layout: Layout) -> Iterator[PlanCell]:
    """Yield every cell of a book but headings and headers: they say the same in every book."""
    for placed in layout.sheets:
        yield from _head(placed, layout.book)
        for table in placed.tables:
            yield from _table(placed, table)


def _head(placed: PlacedSheet, book: Book) -> Iterator[PlanCell]:
    sheet = placed.sheet
    cells: list[tuple[int, int, Cell]] = [(SAYS_ROW, 0, sheet.says)]
    if book.master:
        cells.append((MASTER_ROW, 0, Calculated(MASTER_FORMULA, book.master)))
    for i, headline in enumerate(sheet.headlines):
        line, column = divmod(i, sheet.headlines_across)
        cells.append((LABEL_ROW + 2 * line, column, headline.label))
        cells.append((LABEL_ROW + 2 * line + 1, column, headline.cell))
    first = judgement_row(sheet)
    cells += [(first + i, 0, judgement) for i, judgement in enumerate(sheet.judgements)]
    cells += [(chart.row, chart.column, chart.chart.finding) for chart in placed.charts]
    for row, column, cell in cells:
        yield PlanCell("", sheet.title, row, column, _formula(cell), _value(cell))


def _table(placed: PlacedSheet, table: PlacedTable) -> Iterator[PlanCell]:
    name, title = table.table.name, placed.sheet.title
    for at, cell in zip(table.columns, table.table.labels, strict=False):
        if cell is not None:
            yield PlanCell(name, title, table.label_row, at, _formula(cell), _value(cell))
    columns = list(zip(table.columns, table.table.columns, strict=True))
    blank: tuple[Cell, ...] = table.table.spare_cells or (None,) * len(columns)
    rows = table.table.rows
    for i in range(table.rows):
        cells = rows[i].cells if i < len(rows) else blank
        for (at, column), cell in zip(columns, cells, strict=True):
            formula = column.formula or _formula(cell)
            value = "" if column.formula and cell is None else _value(cell)
            typed = not formula and _takes(column)
            row = table.first_row + i
            yield PlanCell(name, title, row, at, formula, value, typed, column.header)


def _takes(column: Column) -> bool:
    return column.part in _TYPED


def _formula(cell: Cell) -> str:
    return cell.formula if isinstance(cell, (Calculated, Spilled)) else ""


def _value(cell: Cell) -> Value:
    if isinstance(cell, (Calculated, Spilled)):
        return cell.value
    return cell.text if isinstance(cell, Link) else cell
