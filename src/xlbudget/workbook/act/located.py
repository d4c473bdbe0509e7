"""Where in a workbook each edit goes, and the refusal of those that have no place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xlbudget.actions.edit import Edit, NameEdit
from xlbudget.actions.snapshot import Value
from xlbudget.errors import InputError, UnknownChoiceError
from xlbudget.sheets.room import LINES
from xlbudget.workbook.act.standing import Stand, Standing
from xlbudget.workbook.intake.grid import address
from xlbudget.workbook.read.address import parted


@dataclass(frozen=True, slots=True)
class Located:
    """An edit with its place: tab, and row and column counted from 1.

    Attributes:
        sheet: The tab.
        row: The row of the sheet.
        column: The column of the sheet.
        value: What the cell takes.
        header: The header of its column, or the name of the cell.
        table: The table; "" for a named cell that stands in none.

    """

    sheet: str
    row: int
    column: int
    value: Value
    header: str
    table: str

    @property
    def cell(self) -> str:
        """Return the address of the cell."""
        return address(self.row, self.column)


def located(
    edits: Iterable[Edit], standing: Standing, *, grows: bool = False, file: str = ""
) -> tuple[Located, ...]:
    """Return where each edit goes; of several for one cell the last.

    Args:
        edits: The edits.
        standing: Where the workbook has what people fill in.
        grows: Whether tables take rows below their last one, as in Excel.
        file: The workbook, as a refusal names it.

    Raises:
        InputError: A table has not rows enough; all such tables are named at once.
        UnknownChoiceError: There is no such table, column or named cell.

    """
    found = [_located(edit, standing, file) for edit in edits]
    if not grows and (full := dict(_beyond(found, standing))):
        raise _no_room(full, standing, file)
    by_cell = {(one.sheet, one.row, one.column): one for one in found}
    return tuple(by_cell.values())


def _located(edit: Edit, standing: Standing, file: str) -> Located:
    if isinstance(edit, NameEdit):
        sheet, ref = standing.names.get(edit.name, ("", ""))
        place = parted(ref)
        if place is None:
            raise _lacks(f"It has no cell named {edit.name} to fill in", file)
        stand = standing.around(sheet, *place)
        return Located(sheet, *place, edit.value, edit.name, stand.name if stand else "")
    stand = standing.tables.get(edit.table)
    column = stand.columns.get(edit.header) if stand else None
    if stand is None or column is None:
        what = f"no column {edit.header} in it" if stand else f"no table {edit.table}"
        raise _lacks(f"It has {what} to fill in", file)
    row = stand.first_row + edit.row - 1
    return Located(stand.sheet, row, column, edit.value, edit.header, edit.table)


def _beyond(found: Iterable[Located], standing: Standing) -> Iterator[tuple[str, int]]:
    """Yield the tables that have not rows enough, with how many rows they lack."""
    lacks: dict[str, int] = {}
    for one in found:
        stand = standing.tables.get(one.table)
        if stand and one.value is not None:
            lacks[one.table] = max(lacks.get(one.table, 0), _over(one, stand))
    yield from ((table, count) for table, count in lacks.items() if count > 0)


def _over(one: Located, stand: Stand) -> int:
    return one.row - (stand.first_row + stand.rows - 1)


def _no_room(full: dict[str, int], standing: Standing, file: str) -> InputError:
    told = "; ".join(
        f"{table} on {standing.tables[table].sheet} has {standing.tables[table].rows:,} rows, and "
        f"{standing.tables[table].rows + count:,} are needed"
        for table, count in full.items()
    )
    option = "--spare-lines" if LINES in full else "--spare-records"
    return InputError(
        saw=f"The workbook is full: {told}",
        wants="A file takes what fits into the rows that it has",
        fix=f"Make room first: xlbudget migrate {file} {option} {max(50, *full.values())}",
        place=file,
    )


def _lacks(saw: str, file: str) -> UnknownChoiceError:
    return UnknownChoiceError(
        saw=saw,
        wants="A workbook that xlbudget made has it",
        fix=f"Bring the workbook forward: xlbudget migrate {file}",
        place=file,
    )
