"""Give a workbook's input cells back what they held in a kept copy; the rest stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xlbudget.actions.edit import TableEdit
from xlbudget.workbook.act.cell_now import cell_now
from xlbudget.workbook.act.grids import Grids
from xlbudget.workbook.act.results import At
from xlbudget.workbook.act.standing import Stand, Standing, standing_of
from xlbudget.workbook.fill import Value
from xlbudget.workbook.read import Book
from xlbudget.workbook.spelling import same_formula


@dataclass(frozen=True, slots=True)
class Restored:
    """The edits that give a workbook back what a copy holds, and results that come with them."""

    edits: tuple[TableEdit, ...]
    known: Mapping[At, Value]


def restored(book: Book, copy: Book, standing: Standing | None = None) -> Restored:
    """Return the edits that give a workbook's input cells back what they held in a copy.

    Args:
        book: The workbook as it stands.
        copy: The copy that was kept of it.
        standing: Where the workbook's tables stand, when that is known already.

    Raises:
        FileError: A part of either is damaged.

    """
    standing, then = standing or standing_of(book), standing_of(copy)
    now, was = Grids(book), Grids(copy)
    edits = tuple(
        edit
        for name, old in then.tables.items()
        for edit in _edits(old, standing.tables.get(name), was, now)
    )
    return Restored(edits, dict(_known(book, copy)))


def _edits(old: Stand, stand: Stand | None, was: Grids, now: Grids) -> Iterator[TableEdit]:
    """Yield the edits of a table; a row or column that is gone gives an edit that is refused."""
    rows = max(old.rows, stand.rows if stand else 0)
    for header, column in old.columns.items():
        at = stand.columns.get(header) if stand else None
        for row in range(1, rows + 1):
            before = (
                cell_now(was[old.sheet], old.first_row + row - 1, column)
                if row <= old.rows
                else None
            )
            after = (
                cell_now(now[stand.sheet], stand.first_row + row - 1, at)
                if stand and at and row <= stand.rows
                else None
            )
            if before != after or type(before) is not type(after):
                yield TableEdit(old.name, row, header, before)


def _known(book: Book, copy: Book) -> Iterator[tuple[At, Value]]:
    """Yield the results that the copy stores for formulas that stand in both."""
    for tab in book.sheets:
        other = copy.sheet(tab.name)
        for ref, formula in other.cells.formulas.items() if other else ():
            value = other.cells.values.get(ref) if other else None
            mine = tab.cells.formulas.get(ref)
            if isinstance(value, (str, float)) and (mine is None or same_formula(mine, formula)):
                yield (tab.name, ref), value
