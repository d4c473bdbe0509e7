"""Edits as they are told before and after: the cell, what it held, what it takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xlbudget.actions.snapshot import Value
from xlbudget.workbook.act.cell_now import cell_now
from xlbudget.workbook.act.grids import Grids
from xlbudget.workbook.act.located import Located
from xlbudget.workbook.read import Book


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that changes: where it stands, what it holds, what it takes."""

    sheet: str
    cell: str
    header: str
    old: Value
    new: Value


def changes_of(book: Book, edits: Iterable[Located]) -> tuple[Change, ...]:
    """Return the cells that some edits change, each with what it holds before.

    Args:
        book: The workbook before the edits.
        edits: The edits with their places.

    """
    grids = Grids(book)

    def change(one: Located) -> Change:
        old = cell_now(grids[one.sheet], one.row, one.column)
        return Change(one.sheet, one.cell, one.header, old, one.value)

    return tuple(map(change, edits))
