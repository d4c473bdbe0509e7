"""A workbook as an action looks at it: its budget, findings, tables, names and headline figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from xlbudget.actions.snapshot import Snapshot, TableNow, Value
from xlbudget.model.tables import TABLES
from xlbudget.workbook.act.cell_now import cell_now, shown
from xlbudget.workbook.act.grids import Grids
from xlbudget.workbook.act.headlines import headlines
from xlbudget.workbook.act.selected import selected
from xlbudget.workbook.act.standing import Stand, Standing, standing_of
from xlbudget.workbook.intake import budget_in
from xlbudget.workbook.intake.grid import Grid
from xlbudget.workbook.read import Book
from xlbudget.workbook.read.address import parted

_KEYS = {table.name: table.fields[0].header for table in TABLES if table.key}


def snapshot_of(
    book: Book,
    day: date,
    *,
    cell: str = "",
    copies: Sequence[str] = (),
    standing: Standing | None = None,
) -> Snapshot:
    """Return an open workbook as an action looks at it.

    Args:
        book: The workbook.
        day: Today.
        cell: The cell that is selected, such as "Summary!C5"; "" for none.
        copies: The kept copies of it, the newest first, by name.
        standing: Where its tables stand, when that is known already.

    Raises:
        UnknownChoiceError: There is no such sheet or cell.
        UnreadableFileError: A part of it is damaged.

    """
    standing = standing or standing_of(book)
    budget, findings = budget_in(book)
    grids = Grids(book)
    return Snapshot(
        file=book.path.name,
        day=day,
        budget=budget,
        findings=findings,
        tables={
            name: table_now(stand, grids[stand.sheet]) for name, stand in standing.tables.items()
        },
        names=_names(standing, grids),
        selection=selected(grids, standing, cell) if cell else None,
        headlines=headlines(standing, grids),
        copies=tuple(copies),
    )


def table_now(stand: Stand, grid: Grid) -> TableNow:
    """Return a table as it stands."""
    rows = tuple(
        {header: cell_now(grid, row, column) for header, column in stand.columns.items()}
        for row in range(stand.first_row, stand.first_row + stand.rows)
    )
    return TableNow(
        name=stand.name,
        sheet=stand.sheet,
        headers=tuple(stand.columns),
        rows=rows,
        ids=_ids(stand, grid),
    )


def _ids(stand: Stand, grid: Grid) -> Mapping[str, int]:
    """Return the row of each record by its id, from 1; the first where an id stands twice."""
    column = stand.columns.get(_KEYS.get(stand.name, ""), 0)
    ids: dict[str, int] = {}
    for number in range(1, stand.rows + 1) if column else ():
        key = shown(grid, stand.first_row + number - 1, column)
        if key is not None:
            ids.setdefault(str(key).strip(), number)
    return ids


def _names(standing: Standing, grids: Grids) -> dict[str, Value]:
    return {
        name: cell_now(grids[sheet], *place)
        for name, (sheet, ref) in standing.names.items()
        if (place := parted(ref))
    }
