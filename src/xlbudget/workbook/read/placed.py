"""The cells of a sheet in their places, by row and column."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from xlbudget.workbook.read.address import column_of, parted
from xlbudget.workbook.read.cells import Cells, Stretch
from xlbudget.workbook.read.value import Value


@dataclass(frozen=True, slots=True)
class Placed:
    """The cells of a sheet by row and column, both counted from 1; blank ones are left out.

    Attributes:
        rows: What the cells of each row hold.
        formulas: The columns of each row that have a formula, which may show nothing.

    """

    rows: Mapping[int, Mapping[int, Value]]
    formulas: Mapping[int, AbstractSet[int]]


def placed(cells: Cells) -> Placed:
    """Return the cells of a sheet in their places."""
    rows: dict[int, dict[int, Value]] = {}
    formulas: dict[int, set[int]] = {}
    for ref, value in cells.single.values.items():
        place = parted(ref)
        if place is not None and not _is_blank(value):
            rows.setdefault(place[0], {})[place[1]] = value
    for place in filter(None, map(parted, cells.single.formulas)):
        formulas.setdefault(place[0], set()).add(place[1])
    for stretch in cells.stretches:
        _put(stretch, rows, formulas)
    return Placed(rows, formulas)


def _put(
    stretch: Stretch, rows: dict[int, dict[int, Value]], formulas: dict[int, set[int]]
) -> None:
    """Put the cells of a column in their places."""
    column = column_of(stretch.column)
    numbers = list(map(int, stretch.rows))
    for number, value in zip(numbers, stretch.values, strict=True):
        if not _is_blank(value):
            rows.setdefault(number, {})[column] = value
    if stretch.formulas:
        for number in numbers:
            formulas.setdefault(number, set()).add(column)


def _is_blank(value: Value) -> bool:
    return value is None or (isinstance(value, str) and (not value or value.isspace()))
