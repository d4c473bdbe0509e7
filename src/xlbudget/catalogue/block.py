"""The cells of one argument, as rows: a range, an array, a list, or one single cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from xlbudget.catalogue.cell import is_blank
from xlbudget.errors import ShapeError

Cells: TypeAlias = Sequence[object]

SHEET_ROWS = 1_048_576
SHEET_COLUMNS = 16_384


def rows_of(raw: object) -> Sequence[Cells]:
    """Return the rows of an argument; a plain list is one row, a single cell one row of one.

    A whole column or row of a sheet ends with its last filled cell.
    """
    if not isinstance(raw, (list, tuple)):
        return ((raw,),)
    rows = raw if raw and isinstance(raw[0], (list, tuple)) else (raw,)
    if len(rows) >= SHEET_ROWS:
        return rows[: _last_filled(rows)]
    if rows[0] and len(rows[0]) >= SHEET_COLUMNS:
        width = max(_last(row) for row in rows)
        return [row[:width] for row in rows]
    return rows


def line_of(raw: object, subject: str) -> Cells:
    """Return the cells of one row or one column."""
    rows = rows_of(raw)
    if len(rows) == 1:
        return rows[0]
    if not rows or max(map(len, rows)) == 1 == min(map(len, rows)):
        return [row[0] for row in rows]
    raise ShapeError(
        saw=f"{subject} is a block of {size(rows)}",
        wants="One row or one column is needed",
        fix="Select one row or one column of cells",
    )


def one_of(raw: object, subject: str) -> object:
    """Return the one cell of an argument that is to be a single value."""
    if not isinstance(raw, (list, tuple)):
        return raw
    rows = rows_of(raw)
    if len(rows) == 1 == len(rows[0]):
        return rows[0][0]
    raise ShapeError(
        saw=f"{subject} is a range of {size(rows)}",
        wants="One single cell is needed",
        fix="Select one cell, or fill the formula down beside the range",
    )


def size(rows: Sequence[Cells]) -> str:
    """Return how large a block is, in words."""
    columns = len(rows[0]) if rows else 0
    return f"{_counted(len(rows), 'row')} and {_counted(columns, 'column')}"


def without_blank_end(rows: Sequence[Cells]) -> Sequence[Cells]:
    """Return a table without the blank rows below its last filled one."""
    return rows[: _last_filled(rows)]


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _last_filled(rows: Sequence[Cells]) -> int:
    end = len(rows)
    while end and all(map(is_blank, rows[end - 1])):
        end -= 1
    return end


def _last(row: Cells) -> int:
    end = len(row)
    while end and is_blank(row[end - 1]):
        end -= 1
    return end
