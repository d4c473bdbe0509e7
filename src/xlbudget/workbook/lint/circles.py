"""Formulas that depend on their own result: the circles among the cells of a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.workbook.lint.anatomy import anatomy
from xlbudget.workbook.lint.area import Area, address, area_of
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read.address import parted

Cell = tuple[str, int, int]
"""A sheet, and the row and column of a cell of it."""

Node = Cell | tuple[str, Area]
"""A cell, or an area, which uses the formulas in it."""

_ROW = re.compile(r"\[#This Row\],\[([^][]+)\]|^\[@\[?([^][]+)\]?\]$")
_PIECE = re.compile(r"([^\[]*)(\[.*\])", re.DOTALL)
_CORNER = re.compile(r"(\$?)[A-Z]+(\$?)\d+")


def circles(subject: Subject) -> Iterator[list[tuple[str, str]]]:
    """Give each circle of formulas once: sheet and address of its cells."""
    graph = _graph(subject)
    done: dict[Node, int] = {}
    for start in graph:
        if start in done:
            continue
        path: list[Node] = [start]
        steps = [iter(graph[start])]
        done[start] = 1
        while path:
            following = next(steps[-1], None)
            if following is None:
                done[path.pop()] = 2
                steps.pop()
            elif done.get(following) == 1:
                circle = [node for node in path[path.index(following) :] if _is_cell(node)]
                yield [(str(node[0]), _address(node)) for node in circle]
            elif following in graph and following not in done:
                done[following] = 1
                path.append(following)
                steps.append(iter(graph[following]))


def _graph(subject: Subject) -> dict[Node, list[Node]]:
    """Return what each formula uses, in cells and areas that hold formulas."""
    graph: dict[Node, list[Node]] = {}
    leaves = {leaf.name.casefold(): leaf for leaf in subject.leaves}
    columns = _columns(subject)
    for leaf in subject.leaves:
        for pattern in leaf.patterns:
            parts = anatomy(pattern.formula)
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
    return graph | _areas(graph, leaves)


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


def _areas(graph: dict[Node, list[Node]], leaves: dict[str, Leaf]) -> dict[Node, list[Node]]:
    """Return the formulas in each area that a formula uses."""
    found: dict[Node, list[Node]] = {}
    for node in {one for used in graph.values() for one in used if not _is_cell(one)}:
        leaf, area = leaves.get(node[0].casefold()), node[1]
        if leaf is None or not isinstance(area, Area):
            continue
        size = (area.bottom - area.top + 1) * (area.right - area.left + 1)
        if size < len(leaf.grid):
            cells = (
                (leaf.name, row, column)
                for row in range(area.top, area.bottom + 1)
                for column in range(area.left, area.right + 1)
            )
        else:
            cells = ((leaf.name, *place) for place in leaf.grid if area.holds(*place))
        found[node] = [cell for cell in cells if cell in graph]
    return found


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


def _is_cell(node: Node) -> bool:
    return not isinstance(node[1], Area)


def _address(node: Node) -> str:
    match node:
        case (_, int(row), int(column)):
            return address(row, column)
    return str(node[1])
