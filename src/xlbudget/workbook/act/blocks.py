"""Edits grouped into contiguous blocks: a live program takes each of them in one call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from xlbudget.actions.snapshot import Value
from xlbudget.workbook.act.located import Located
from xlbudget.workbook.intake.grid import address


@dataclass(frozen=True, slots=True)
class Block:
    """Cells that touch one another, and what they take.

    Attributes:
        sheet: The tab.
        row: The row of its first cell, from 1.
        column: The column of its first cell, from 1.
        values: What the cells take, row by row.

    """

    sheet: str
    row: int
    column: int
    values: tuple[tuple[Value, ...], ...]

    @property
    def area(self) -> str:
        """Return its area, such as "C7:E9"; of one cell its address."""
        last_row = self.row + len(self.values) - 1
        last = address(last_row, self.column + len(self.values[0]) - 1)
        first = address(self.row, self.column)
        return first if first == last else f"{first}:{last}"


def blocks(edits: Iterable[Located]) -> tuple[Block, ...]:
    """Return located edits as contiguous blocks, sheet by sheet, from the top.

    Cells of one row that touch are one run; runs of the same columns in rows that touch are one
    block.

    Args:
        edits: The edits, each cell once.

    """
    runs: defaultdict[tuple[str, int, int], list[tuple[int, tuple[Value, ...]]]] = defaultdict(list)
    order = sorted(edits, key=lambda one: (one.sheet, one.row, one.column))
    for (sheet, row), cells in groupby(order, key=lambda one: (one.sheet, one.row)):
        for column, values in _runs(cells):
            runs[sheet, column, len(values)].append((row, values))
    made = (
        Block(sheet, rows[0][0], column, tuple(values for _, values in rows))
        for (sheet, column, _), found in runs.items()
        for rows in _stacks(found)
    )
    return tuple(sorted(made, key=lambda block: (block.sheet, block.row, block.column)))


def _runs(cells: Iterable[Located]) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """Yield the first column and the values of cells of one row that touch."""
    for _, run in groupby(enumerate(cells), key=lambda item: item[1].column - item[0]):
        found = [cell for _, cell in run]
        yield found[0].column, tuple(cell.value for cell in found)


def _stacks(
    runs: Iterable[tuple[int, tuple[Value, ...]]],
) -> Iterator[list[tuple[int, tuple[Value, ...]]]]:
    """Yield runs of the same columns whose rows touch."""
    for _, stack in groupby(enumerate(runs), key=lambda item: item[1][0] - item[0]):
        yield [run for _, run in stack]
