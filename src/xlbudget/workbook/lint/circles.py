"""Formulas that depend on their own result: the circles among the cells of a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from xlbudget.workbook.lint.area import Area, address, area_of
from xlbudget.workbook.lint.blocks import Block, Blocks, Cell, blocks_of
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read.address import parted

Node: TypeAlias = Cell | tuple[str, Area] | Block
"""A cell, or an area or a block, which uses the formulas in it."""

_ROW = re.compile(r"\[#This Row\],\[([^][]+)\]|^\[@\[?([^][]+)\]?\]$")
_PIECE = re.compile(r"([^\[]*)(\[.*\])", re.DOTALL)
_CORNER = re.compile(r"(\$?)[A-Z]+(\$?)\d+")


def circles(subject: Subject) -> Iterator[list[tuple[str, str]]]:
    """Give each circle of formulas once: sheet and address of its cells."""
    graph = _graph(subject)
    blocks = blocks_of(graph)

    done: dict[Node, bool] = {}
    for start in graph:
        if start in done:
            continue
        path: list[Node] = [start]
        steps = [iter(graph[start])]
        done[start] = False
        while path:
            following = next(steps[-1], None)
            if following is None:
                done[path.pop()] = True
                steps.pop()
            elif following not in done:
                done[following] = False
                path.append(following)
                steps.append(iter(_used(following, graph, blocks)))
            elif not done[following]:
                circle = path[path.index(following) :]
                yield [(node[0], address(node[1], node[2])) for node in circle if len(node) == 3]  # noqa: PLR2004


def _used(node: Node, graph: dict[Cell, list[Node]], blocks: Blocks) -> Iterable[Node]:
    match node:
        case Block():
            return blocks.inside(node)
        case (str(sheet), Area() as area):
            return blocks.of(sheet, area)
        case (str(), int(), int()):
            return graph.get(node, ())
    return ()


def _graph(subject: Subject) -> dict[Cell, list[Node]]:
    """Return what each formula uses, in cells and areas that hold formulas."""
    graph: dict[Cell, list[Node]] = {}
    leaves = {leaf.name.casefold(): leaf for leaf in subject.leaves}
    columns = _columns(subject)
    for leaf in subject.leaves:
        for pattern in leaf.patterns:
            parts = pattern.parts
            first = parted(pattern.where)
            if first is None:
                continue
            moves = [
                _Move(held.name, text, first)
                for sheet, text in parts.cells
                if (held := leaves.get(sheet.casefold()) if sheet else leaf)
            ]
            fixed = [node for text in parts.columns if (node := _column_of(columns, text))]
            for ref in pattern.cells:
                row, column = parted(ref) or first
                used = [moved for move in moves if (moved := move.at(row, column))]
                used += [(held[0], row, held[1].left) if own else held for own, held in fixed]
                graph[leaf.name, row, column] = used
    return graph


class _Move:
    """A reference of a formula, told anew for each cell that the formula was filled into."""

    def __init__(self, sheet: str, text: str, first: tuple[int, int]) -> None:
        self.sheet, self.area = sheet, area_of(text)
        corners = _CORNER.findall(text)
        self.moves = [not (across if i % 2 else down) for i, (across, down) in _sides(corners)]
        self.first = first

    def at(self, row: int, column: int) -> Node | None:
        """Return what it means in a cell."""
        area = self.area
        if area is None:
            return None
        down, right = row - self.first[0], column - self.first[1]
        if down or right:
            steps = (down, right, down, right)
            sides = (area.top, area.left, area.bottom, area.right)
            moved = zip(sides, steps, self.moves, strict=True)
            area = Area(*(side + step if moves else side for side, step, moves in moved))
        return (self.sheet, area.top, area.left) if area.is_cell else (self.sheet, area)


def _sides(corners: list[tuple[str, str]]) -> list[tuple[int, tuple[str, str]]]:
    """Return the marks of a reference for its top, left, bottom and right side."""
    first, last = corners[0], corners[-1]
    return [(0, first), (1, first), (2, last), (3, last)]


def _columns(subject: Subject) -> dict[tuple[str, str], tuple[str, Area]]:
    """Return where the data cells of each table's column stand."""
    return {
        (table.name.casefold(), column.name.casefold()): (
            leaf.name,
            Area(
                area.top + table.has_header,
                area.left + i,
                area.bottom - table.has_totals,
                area.left + i,
            ),
        )
        for leaf in subject.leaves
        for table, area in leaf.areas
        for i, column in enumerate(table.columns)
    }


def _column_of(
    columns: dict[tuple[str, str], tuple[str, Area]], text: str
) -> tuple[bool, tuple[str, Area]] | None:
    """Return whether only the cell of the same row is meant, and where the column stands."""
    piece = _PIECE.fullmatch(text)
    if piece is None:
        return None
    row = _ROW.search(piece[2])
    name = (row[1] or row[2]) if row else piece[2][1:-1]
    found = columns.get((piece[1].casefold(), name.casefold()))
    return (row is not None, found) if found else None
