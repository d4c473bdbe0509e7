"""Explain a cell: its formula in words, what it uses, and what would change it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from xlbudget.actions.ask import Answers
from xlbudget.actions.explained_cell import ExplainedCell, find_cell, held, shown
from xlbudget.actions.outcome import Facts, Outcome
from xlbudget.actions.snapshot import Snapshot
from xlbudget.actions.unreadable import unreadable
from xlbudget.model import Assumption
from xlbudget.model.field import fields_of
from xlbudget.sheets.book import district_book
from xlbudget.sheets.formula_words import FUNCTIONS, functions_in, in_words, named
from xlbudget.sheets.plan import Form, Row
from xlbudget.sheets.precedents import Node, Precedents
from xlbudget.sheets.rates_in import RATES, rates_in
from xlbudget.sheets.readers import readers
from xlbudget.sheets.reference import Reference

LONGEST = 400  # letters of a formula in words that people still read
LISTED = 12
SELECT = "Select one cell of a sheet that xlbudget made, then ask again"
OWN = (
    "This cell is none of xlbudget's own: it was added to the workbook, or it is a heading. "
    "Select a figure of a table, or one at the head of a sheet"
)


def explain(snapshot: Snapshot, answers: Answers) -> Outcome:  # noqa: ARG001 - asks nothing
    """Return what the selected cell is, what it uses, and what would change it.

    Args:
        snapshot: The workbook, with the selected cell.
        answers: None are asked for.

    """
    if snapshot.selection is None:
        return Outcome(says=SELECT, refused=True)
    if snapshot.budget is None:
        return unreadable(snapshot)
    book = Precedents(district_book(snapshot.budget, snapshot.findings))
    cell = find_cell(book, snapshot)
    if cell is None:
        return Outcome(says=OWN, refused=True)
    return _calculated(snapshot, book, cell) if cell.formula else _typed(snapshot, book, cell)


def _calculated(snapshot: Snapshot, book: Precedents, cell: ExplainedCell) -> Outcome:
    words = in_words(book, cell.formula)
    told = f": {words}" if len(words) <= LONGEST else " by a long formula"
    trace = book.trace(cell.formula, cell.row)
    rates = rates_in(book, trace)
    inputs = {node for node in trace.inputs if node[0] != RATES} | {node for node, _ in rates}
    return Outcome(
        says=f"{cell.name} is {_value(snapshot, cell)}. It is calculated{told}. {_count(inputs)}",
        facts=(
            _uses(book, cell),
            _changed_by(book, inputs),
            *_rates([row for _, row in rates]),
            *_functions(cell.formula),
        ),
    )


def _typed(snapshot: Snapshot, book: Precedents, cell: ExplainedCell) -> Outcome:
    value = _value(snapshot, cell)
    if not cell.is_input or cell.node is None:
        return Outcome(says=f"{cell.name} says {value}. Nobody types here; it is a label.")
    row = book.row(cell.node[0], cell.node[1])
    return Outcome(
        says=f"{cell.name} is {value}: people enter it. {cell.says}".rstrip(),
        facts=(
            Facts("What reads it", ("Sheet", "Column"), readers(book, cell.node)),
            *_rates([row] if row and cell.node[0] == RATES else []),
        ),
    )


def _value(snapshot: Snapshot, cell: ExplainedCell) -> str:
    selection = snapshot.selection
    value = selection.value if selection else None
    return shown(cell.value if value is None else value, cell.form)


def _count(inputs: Collection[Node]) -> str:
    if not inputs:
        return "It goes back to no input cell."
    return f"It goes back to {len(inputs):,} input cell{'s' * (len(inputs) != 1)}."


def _uses(book: Precedents, cell: ExplainedCell) -> Facts:
    found = list(book.read_by(cell.formula, cell.row))
    rows = [
        (named(book, one), book.blocks[one.table].sheet, _amount(book, one, cell.row))
        for one in found[:LISTED]
    ]
    if len(found) > LISTED:
        rows.append((f"and {len(found) - LISTED} more", "", ""))
    return Facts("What it uses", ("What", "Sheet", "Value"), tuple(rows))


def _amount(book: Precedents, reference: Reference, row: int) -> str:
    nodes = list(book.nodes(reference, row))
    if len(nodes) == 1:
        return _form(book, nodes[0])
    values = [held(book.cell(node)) for node in nodes]
    numbers = [Decimal(str(one)) for one in values if isinstance(one, int | float | Decimal)]
    together = f", {shown(sum(numbers))} together" if numbers else ""
    return f"{len(nodes):,} cells{together}"


def _form(book: Precedents, node: Node) -> str:
    row = book.row(node[0], node[1])
    form = (row.form if row else None) or book.column(node[0], node[2]).form
    return shown(held(book.cell(node)), form)


def _changed_by(book: Precedents, inputs: Collection[Node]) -> Facts:
    """Return the columns that the inputs stand in, sheet by sheet."""
    rows = []
    for sheet in sorted({book.blocks[table].sheet for table, _, _ in inputs}):
        headers = [header for table, _, header in inputs if book.blocks[table].sheet == sheet]
        rows.append((sheet, ", ".join(sorted(set(headers))), f"{len(headers):,}"))
    return Facts("What would change it", ("Sheet", "Columns", "Cells"), tuple(rows))


def _rates(rows: Sequence[Row]) -> tuple[Facts, ...]:
    """Return some assumptions with their sources."""
    if not rows:
        return ()
    headers = [field.header for field in fields_of(Assumption)]
    told = tuple(tuple(shown(held(cell), Form.PLAIN) for cell in row.cells) for row in rows)
    return (Facts("Rates and constants in it", tuple(headers), told),)


def _functions(formula: str) -> tuple[Facts, ...]:
    rows = tuple((name, FUNCTIONS[name]) for name in functions_in(formula))
    return (Facts("What the functions do", ("Function", "It"), rows),) if rows else ()
