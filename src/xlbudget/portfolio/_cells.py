"""Is a table of numbers usable?  Good ones are taken at once, others cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from xlbudget.errors import ShapeError, XlbudgetError
from xlbudget.finance import _arguments as arguments

Numbers = NDArray[np.float64]
Rows = Sequence[Sequence[float]] | Numbers

_DIMENSIONS = 2


def table(rows: Rows, noun: str) -> Numbers:
    """Return rows of equally many finite numbers as an array; a refusal names row and cell."""
    held = plain_floats(rows)
    if held is None or not np.isfinite(held).all():
        held = _cell_by_cell(rows, noun)
    if len(held) and not held.shape[1]:
        raise _unlike_rows(f"Row 1 holds no {noun}s", noun)
    return held


def plain_floats(rows: Rows) -> Numbers | None:
    """Return rows of Python floats, or an array of numbers, as an array; None if it is neither.

    Only the types are looked at, so this is quick.  A truth value is no number here, though an
    array would take it for 1, and neither is text, though an array would read it.
    """
    if isinstance(rows, np.ndarray):
        fits = rows.ndim == _DIMENSIONS and rows.dtype.kind in "fiu"
        return rows.astype(np.float64, copy=False) if fits else None
    try:
        widths = {*map(len, rows)}
        types = {*map(type, chain.from_iterable(rows))}
    except TypeError:  # a row that is no list
        return None
    if len(widths) > 1 or not types <= {float}:
        return None
    width = widths.pop() if widths else 0
    cells = np.fromiter(chain.from_iterable(rows), np.float64, len(rows) * width)
    return cells.reshape(len(rows), width)


def _cell_by_cell(rows: Rows, noun: str) -> Numbers:
    held: list[tuple[float, ...]] = []
    for place, row in enumerate(_listed(rows, noun), start=1):
        try:
            held.append(arguments.numbers(row, noun))
        except XlbudgetError as refusal:
            refusal.place = f"Row {place}"
            raise
        if len(held[-1]) != len(held[0]):
            saw = f"Row {place} holds {len(held[-1])} {noun}s, and row 1 holds {len(held[0])}"
            raise _unlike_rows(saw, noun)
    return np.array(held, dtype=np.float64)


def _listed(rows: Rows, noun: str) -> Sequence[Sequence[object]]:
    held = rows.tolist() if isinstance(rows, np.ndarray) else rows
    if not isinstance(held, Sequence) or isinstance(held, (str, bytes)):
        raise _unlike_rows(f"There are no rows of {noun}s", noun)
    return held


def _unlike_rows(saw: str, noun: str) -> ShapeError:
    return ShapeError(
        saw=saw,
        wants=f"Each row is a list of {noun}s, and all rows are equally long",
        fix=f"Give every row as many {noun}s, and 0 where there is nothing",
    )
