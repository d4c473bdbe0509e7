"""Whether an input cell holds what Python took it for, so that formulas see the same."""

from __future__ import annotations

from xlbudget.model import LineItem
from xlbudget.model.field import field_named
from xlbudget.sheets.labels import MARK
from xlbudget.workbook.fill.plan_cells import PlanCell
from xlbudget.workbook.fill.value import Value as FillValue
from xlbudget.workbook.fill.value import plain
from xlbudget.workbook.intake.cell_text import id_in, number_text
from xlbudget.workbook.read import Value

_BLANK = (None, "")
_NO = "no"  # what a blank cell of yes and no means
_REST = tuple(field_named(LineItem, f"{noun}_share_1").header for noun in ("goal", "source"))
"""Columns in which a blank is what the other shares leave: formulas take it so as well."""


def alike(cell: PlanCell, now: Value) -> bool:
    """Return whether a cell holds what it holds in the book of the budget.

    A number is alike by the digits that a cell keeps; a label by its id, since formulas read no
    more of it; a blank cell of yes and no means no, and of a first share the rest.

    Args:
        cell: The cell of the book.
        now: What the workbook's cell holds.

    """
    wanted = plain(cell.value)
    if now in _BLANK and cell.header in _REST:
        return True
    if wanted in _BLANK or now in _BLANK:
        return wanted in {*_BLANK, _NO} and now in {*_BLANK, _NO}
    if isinstance(wanted, str) and isinstance(now, str) and MARK in wanted:
        return id_in(wanted) == id_in(now)
    return same(wanted, now)


def same(value: FillValue, now: Value) -> bool:
    """Return whether a cell holds a value: a number by the digits that a cell keeps."""
    wanted = plain(value)
    if wanted in _BLANK or now in _BLANK:
        return wanted in _BLANK and now in _BLANK
    if isinstance(wanted, bool) or isinstance(now, bool):
        return wanted is now
    if isinstance(wanted, (int, float)) and isinstance(now, float):
        return number_text(wanted) == number_text(now)
    return isinstance(wanted, str) and wanted == now
