"""The cells of one argument, as rows: a range, an array, a list, or one single cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from xlbudget.catalogue.cell import is_blank
from xlbudget.errors import ShapeError

Cells: TypeAlias = Sequence[object]

SHEET_ROWS = 1_048_576
SHEET_COLUMNS = 16_384
_TWO = 2


def argument(name: str) -> str:
    """Return what messages call an argument."""
    return f'The argument "{name}"'


def rows_of(raw: object) -> Sequence[Cells]:
    """Return the rows of an argument; a plain list is one row, a single cell one row of one.

    A whole column or row of a sheet ends with its last filled cell.
    """
    rows = _as_rows(raw)
    if len(rows) >= SHEET_ROWS:
        return without_blank_end(rows)
    if rows and len(rows[0]) >= SHEET_COLUMNS:
        width = max(map(_filled, rows))
        return [row[:width] for row in rows]
    return rows


def line_of(raw: object, name: str) -> Cells:
    """Return the cells of one row or one column."""
    rows = rows_of(raw)
    if len(rows) == 1:
        return rows[0]
    try:
        return [cell for (cell,) in rows]
    except (TypeError, ValueError):
        held = rectangle(rows, name)
    raise ShapeError(
        saw=f"{argument(name)} is a block of {_size(held)}",
        wants="One row or one column is needed",
        fix="Select one row or one column of cells",
    )


def one_of(raw: object, name: str) -> object:
    """Return the one cell of an argument that is to be a single value."""
    if not isinstance(raw, (list, tuple)):
        return raw
    rows = _as_rows(raw)
    if len(rows) == 1 == len(rows[0]):
        return rows[0][0]
    raise ShapeError(
        saw=f"{argument(name)} is a range of {_size(rows)}",
        wants="One single cell is needed",
        fix="Select one cell, or fill the formula down beside the range",
    )


def two_columns_of(rows: Sequence[Cells], name: str) -> Sequence[Cells]:
    """Return rows of two cells, or refuse rows of another width."""
    if rows and len(rows[0]) != _TWO:
        raise ShapeError(
            saw=f"{argument(name)} is a range of {_size(rows)}",
            wants="Two columns are needed",
            fix="Select two columns that stand side by side",
        )
    return rows


def rectangle(rows: Sequence[Cells], name: str) -> Sequence[Cells]:
    """Return rows of equal length, or refuse others."""
    are_rows = all(issubclass(kind, (list, tuple)) for kind in set(map(type, rows)))
    if not are_rows or len(set(map(len, rows))) > 1:
        raise ShapeError(
            saw=f"{argument(name)} has rows of unlike length",
            wants="A rectangle of cells is needed",
            fix="Select one rectangle",
        )
    return rows


def without_blank_end(rows: Sequence[Cells]) -> Sequence[Cells]:
    """Return rows without the blank ones below the last filled one."""
    end = len(rows)
    while end and not _filled(rows[end - 1]):
        end -= 1
    return rows[:end]


def _as_rows(raw: object) -> Sequence[Cells]:
    if not isinstance(raw, (list, tuple)):
        return ((raw,),)
    return raw if raw and isinstance(raw[0], (list, tuple)) else (raw,)


def _size(rows: Sequence[Cells]) -> str:
    return f"{_counted(len(rows), 'row')} and {_counted(len(rows[0]), 'column')}"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _filled(row: Cells) -> int:
    """Return how many cells a row has up to its last filled one."""
    end = len(row)
    while end and is_blank(row[end - 1]):
        end -= 1
    return end
