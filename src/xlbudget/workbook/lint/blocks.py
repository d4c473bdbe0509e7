"""The formulas in an area, told as few blocks: areas that overlap share what lies in both.

A running total in each of 10,000 rows names 10,000 areas with 50 million cells.  The formulas of a
column are therefore halved, and halved again, down to one; an area is some of these blocks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from xlbudget.workbook.lint.area import Area

Cell: TypeAlias = tuple[str, int, int]
"""A sheet, and the row and column of a cell of it."""


class Block(NamedTuple):
    """Formulas of a column that follow one another.

    Attributes:
        sheet: The sheet.
        column: The column.
        level: It has 2 to this power of them, fewer at the end of the column.
        number: How many blocks of its level stand before it.

    """

    sheet: str
    column: int
    level: int
    number: int


@dataclass(frozen=True, slots=True)
class Blocks:
    """The rows of formulas in each column of each sheet, in order."""

    rows: Mapping[str, Mapping[int, Sequence[int]]]

    def of(self, sheet: str, area: Area) -> Iterator[Block]:
        """Yield the blocks that together are the formulas in an area."""
        columns = self.rows.get(sheet, {})
        wide = area.right - area.left >= len(columns)
        for column in columns if wide else range(area.left, area.right + 1):
            if area.left <= column <= area.right and (rows := columns.get(column)):
                start, end = bisect_left(rows, area.top), bisect_right(rows, area.bottom)
                yield from (Block(sheet, column, *one) for one in _halves(start, end))

    def inside(self, block: Block) -> Iterator[Block | Cell]:
        """Yield the two halves of a block, or the one cell that it is."""
        sheet, column, level, number = block
        rows = self.rows[sheet][column]
        if not level:
            yield sheet, rows[number], column
            return
        yield Block(sheet, column, level - 1, 2 * number)
        if (2 * number + 1) << (level - 1) < len(rows):
            yield Block(sheet, column, level - 1, 2 * number + 1)


def blocks_of(cells: Iterable[Cell]) -> Blocks:
    """Return the blocks of cells with formulas."""
    rows: defaultdict[str, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for sheet, row, column in cells:
        rows[sheet][column].append(row)
    for columns in rows.values():
        for found in columns.values():
            found.sort()
    return Blocks(rows)


def _halves(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the level and number of the largest blocks from a place to one before another."""
    level = 0
    while start < end:
        if start & 1:
            yield level, start
            start += 1
        if end & 1:
            end -= 1
            yield level, end
        start, end, level = start >> 1, end >> 1, level + 1
