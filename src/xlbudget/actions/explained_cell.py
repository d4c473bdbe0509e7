"""The cell that is explained: what it is called, its formula, and whether people type there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlbudget.actions.snapshot import Formula, Selection, Snapshot
from xlbudget.model import Budget
from xlbudget.model.tables import TABLES
from xlbudget.sheets.formula_words import row_name
from xlbudget.sheets.plan import Calculated, Cell, Form, Link, Spilled
from xlbudget.sheets.precedents import Node, Precedents

_UNGROUPED = frozenset({Form.YEAR, Form.PLAIN, Form.TEXT})
_OF_ONE = frozenset({Form.SHARE, Form.RATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedCell:
    """A cell of the book.

    Attributes:
        name: What it is called: its row and its header.
        node: Its place in a table; None at the head of a sheet.
        formula: Its formula with tokens; "" when it has none.
        value: What the book holds there.
        form: How its value is shown.
        says: What its column is for.
        is_input: Whether people type there.

    """

    name: str
    node: Node | None
    formula: str
    value: object
    form: Form = Form.NUMBER
    says: str = ""
    is_input: bool = False

    @property
    def row(self) -> int:
        """Return its row in its table, counted from 0."""
        return self.node[1] if self.node else 0


def find_cell(book: Precedents, snapshot: Snapshot) -> ExplainedCell | None:
    """Return the cell that a person selected; None when the book has no such cell."""
    selection = snapshot.selection
    if selection is None:
        return None
    block = book.blocks.get(selection.table)
    if block is None:
        return next(_heads(book, selection), None)
    headers = [column.header for column in block.table.columns]
    if selection.header not in headers or selection.row < 1:
        return None
    row = _row(snapshot, selection)
    return _in_table(book, (selection.table, row, selection.header))


def shown(value: object, form: Form = Form.NUMBER) -> str:
    """Return a value in words: ``1,250.5``, ``31 %``, ``2026-07-01``, ``yes``."""
    if value is None or value == "":
        return "blank"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Formula):
        return value.text
    if isinstance(value, int | float | Decimal):
        return _number(value, form)
    return value.isoformat() if isinstance(value, date) else str(value)


def held(cell: Cell) -> object:
    """Return what a cell of a book shows."""
    if isinstance(cell, Calculated | Spilled):
        return cell.value
    return cell.text if isinstance(cell, Link) else cell


def _row(snapshot: Snapshot, selection: Selection) -> int:
    """Return the row of the book, where records stand without blank rows between them."""
    ids = snapshot.tables[selection.table].ids if selection.table in snapshot.tables else {}
    chosen = next((key for key, row in ids.items() if row == selection.row), None)
    if chosen is None or snapshot.budget is None:
        return selection.row - 1
    return next(
        (
            place
            for place, key in enumerate(_ids(snapshot.budget, selection.table))
            if key == chosen
        ),
        selection.row - 1,
    )


def _ids(budget: Budget, name: str) -> Iterator[str]:
    for table in TABLES:
        if table.name == name:
            yield from (table.id_of(record) for record in table.records(budget))


def _in_table(book: Precedents, node: Node) -> ExplainedCell:
    column, row, cell = book.column(node[0], node[2]), book.row(node[0], node[1]), book.cell(node)
    columns = book.blocks[node[0]].table.columns
    own = f"“{row_name(row, columns)}”" if row else "an empty row"
    is_input = book.is_input(node)
    takes = row.takes if row and is_input else None
    return ExplainedCell(
        name=f"{column.header} of {own}",
        node=node,
        formula=book.formula(node),
        value=held(cell),
        form=(row.form if row else None) or column.form,
        says=(takes or column).says,
        is_input=is_input,
    )


def _heads(book: Precedents, selection: Selection) -> Iterator[ExplainedCell]:
    """Yield the figure at the head of a sheet that has the label of a selection."""
    for sheet in book.book.sheets:
        for headline in sheet.headlines if sheet.title == selection.sheet else ():
            if headline.label == selection.header:
                cell = headline.cell
                formula = cell.formula if isinstance(cell, Calculated) else ""
                yield ExplainedCell(
                    name=headline.label,
                    node=None,
                    formula=formula,
                    value=held(cell),
                    form=headline.form,
                )


def _number(value: float | Decimal, form: Form) -> str:
    if form in _OF_ONE:
        return f"{_trimmed(f'{100 * value:.2f}')} %"
    return _trimmed(f"{value:.4f}" if form in _UNGROUPED else f"{value:,.2f}")


def _trimmed(digits: str) -> str:
    return digits.rstrip("0").rstrip(".")
