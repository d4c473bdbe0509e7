"""What a cell holds now, as an action looks at it: a typed formula is not its value."""

from __future__ import annotations

from datetime import date

from xlbudget.actions.snapshot import Formula, Value
from xlbudget.workbook.intake.cell_text import day_text
from xlbudget.workbook.intake.grid import Grid
from xlbudget.workbook.read import ErrorValue
from xlbudget.workbook.read import Value as Shown

_WHOLE = 1e15  # beyond it a number has more digits than a cell keeps


def cell_now(grid: Grid, row: int, column: int) -> Value:
    """Return what a cell holds: the formula that stands in it, or else its value.

    An error that was typed is the formula that gives it; only so can it be put back.

    Args:
        grid: The sheet.
        row: Its row, from 1.
        column: Its column, from 1.

    """
    if formula := grid.formula(row, column):
        return Formula(f"={formula}")
    value = grid.value(row, column)
    return Formula(f"={value}") if isinstance(value, ErrorValue) else shown(grid, row, column)


def shown(grid: Grid, row: int, column: int) -> Value:
    """Return what a cell shows: a day as a date, an error as its text, nothing as None."""
    value: Shown = grid.value(row, column)
    match value:
        case bool() | str():
            return value
        case float():
            return _number(value, grid, row, column)
        case ErrorValue():
            return value.code
    return None


def _number(number: float, grid: Grid, row: int, column: int) -> Value:
    is_whole = number.is_integer() and abs(number) < _WHOLE
    if is_whole and grid.is_date(row, column) and (day := day_text(number, grid)):
        return date.fromisoformat(day)
    return int(number) if is_whole else number
