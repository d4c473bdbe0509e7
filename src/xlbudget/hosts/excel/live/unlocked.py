"""A protected sheet, opened while something is written to it, and protected again as it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import xlwings as xw

RIGHTS = (
    "AllowFormattingCells",
    "AllowFormattingColumns",
    "AllowFormattingRows",
    "AllowInsertingColumns",
    "AllowInsertingRows",
    "AllowInsertingHyperlinks",
    "AllowDeletingColumns",
    "AllowDeletingRows",
    "AllowSorting",
    "AllowFiltering",
    "AllowUsingPivotTables",
)
"""What Excel may let people do on a protected sheet."""


@contextmanager
def unlocked(sheet: xw.Sheet) -> Iterator[None]:
    """Open a sheet that is protected without a password, and protect it again as it was.

    One with a password is its owner's: Excel refuses, and says so.

    Args:
        sheet: The sheet.

    """
    api = sheet.api
    if not api.ProtectContents:
        yield
        return
    allowed = {name: bool(getattr(api.Protection, name)) for name in RIGHTS}
    drawings, scenarios = bool(api.ProtectDrawingObjects), bool(api.ProtectScenarios)
    selection = api.EnableSelection
    api.Unprotect("")
    try:
        yield
    finally:
        api.Protect(DrawingObjects=drawings, Contents=True, Scenarios=scenarios, **allowed)
        api.EnableSelection = selection
