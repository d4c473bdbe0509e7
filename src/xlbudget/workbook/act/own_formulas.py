"""Whether the result of a formula that a person wrote may be another after cells changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from xlbudget.workbook.lint.anatomy import anatomy
from xlbudget.workbook.read.address import parted


def may_differ(sheet: str, formula: str, changes: Mapping[str, Collection[str]] | None) -> bool:
    """Return whether a formula may look at a cell that changed.

    One that names tables, names, whole columns or other files may; one of numbers alone cannot.

    Args:
        sheet: The tab on which the formula stands.
        formula: The formula.
        changes: The addresses of cells that changed, by their tab in small letters; None where
            any cell may have.

    """
    found = anatomy(formula)
    if found.columns or found.names or found.wide or found.has_file:
        return True
    if changes is None:
        return bool(found.cells)
    return any(
        _meets(area.replace("$", ""), changes.get((tab or sheet).casefold(), ()))
        for tab, area in found.cells
    )


def _meets(area: str, cells: Collection[str]) -> bool:
    """Return whether one of some cells lies in an area."""
    if not cells or area in cells:
        return area in cells
    first, _, last = area.upper().partition(":")
    start, end = parted(first), parted(last or first)
    if start is None or end is None:
        return True
    return any(
        start[0] <= place[0] <= end[0] and start[1] <= place[1] <= end[1]
        for place in map(parted, cells)
        if place is not None
    )
