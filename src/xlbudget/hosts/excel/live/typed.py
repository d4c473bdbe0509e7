"""Cells as a person would type them: a text stays a text, whatever it looks like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from xlbudget.actions.snapshot import Formula, Value
from xlbudget.workbook.fill.value import plain

Rows: TypeAlias = tuple[tuple[float | str | bool, ...], ...]
_AS_TEXT = "'"
"""Excel takes what follows for a text, and does not show the mark itself."""


def typed(values: Sequence[Sequence[Value]], *, starts_1904: bool = False) -> Rows:
    """Return a block as Excel takes it in one call: formulas as such, all other texts as texts.

    Without the mark Excel would make a number of ``0012``, a day of ``May 2027`` and a formula of
    ``=1+1``.

    Args:
        values: The cells, row by row.
        starts_1904: Whether the workbook counts days from 1904.

    """
    return tuple(tuple(_typed(value, starts_1904) for value in row) for row in values)


def _typed(value: Value, starts_1904: bool) -> float | str | bool:
    if isinstance(value, Formula):
        return value.text
    held = plain(value, starts_1904=starts_1904)
    if held is None or held == "":
        return ""
    return f"{_AS_TEXT}{held}" if isinstance(held, str) else held
