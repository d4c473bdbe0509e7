"""The cell that a person points at: what it holds, and where in our tables it stands."""

from __future__ import annotations

from xlbudget.actions.snapshot import Selection
from xlbudget.errors import UnknownChoiceError
from xlbudget.workbook.act.cell_now import shown
from xlbudget.workbook.act.grids import Grids
from xlbudget.workbook.act.standing import Standing
from xlbudget.workbook.intake.grid import Grid
from xlbudget.workbook.read.address import parted


def selected(grids: Grids, standing: Standing, cell: str) -> Selection:
    """Return the cell that a person points at.

    Args:
        grids: The cells of the workbook.
        standing: Where its tables stand.
        cell: The cell with its sheet, such as "Summary!C5" or "'Line items'!$B$7".

    Raises:
        UnknownChoiceError: There is no such sheet, or no such cell.

    """
    words, _, ref = cell.replace("$", "").rpartition("!")
    sheet = grids.book.sheet(words.removeprefix("'").removesuffix("'").replace("''", "'"))
    place = parted(ref.strip().upper())
    if sheet is None or place is None:
        raise _unknown(grids, cell)
    grid = grids[sheet.name]
    formula = grid.formula(*place)
    table, row, header = _in_table(standing, sheet.name, *place)
    return Selection(
        sheet=sheet.name,
        cell=ref.strip().upper(),
        formula=f"={formula}" if formula else "",
        value=shown(grid, *place),
        table=table,
        row=row,
        header=header or _label(grid, *place),
    )


def _in_table(standing: Standing, sheet: str, row: int, column: int) -> tuple[str, int, str]:
    """Return table, row and header of a cell; nothing of one that stands in no table of ours."""
    if stand := standing.around(sheet, row, column):
        header = next(header for header, at in stand.columns.items() if at == column)
        return stand.name, row - stand.first_row + 1, header
    for name, spot in standing.spots.tables.items():
        number = row - spot.header_row - 1
        if spot.sheet == sheet and 1 <= number <= spot.rows and column - 1 in spot.columns:
            table = standing.table(name)
            return name, number, table.columns[spot.columns.index(column - 1)].header
    return "", 0, ""


def _label(grid: Grid, row: int, column: int) -> str:
    """Return the label of a figure that stands in no table: the words above it, or beside it."""
    for place in ((row - 1, column), (row, column - 1)):
        above = grid.value(*place)
        if isinstance(above, str) and not grid.formula(*place):
            return above
    return ""


def _unknown(grids: Grids, cell: str) -> UnknownChoiceError:
    names = ", ".join(sheet.name for sheet in grids.book.sheets if not sheet.is_hidden)
    return UnknownChoiceError(
        saw=f"{cell} is no cell of this workbook",
        wants="A cell is named by its sheet and address, such as Summary!C5",
        fix=f"Name one of these sheets: {names}",
        place=grids.book.path.name,
    )
