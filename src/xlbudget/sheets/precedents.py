"""Where the cells of a book come from: what a formula reads, back to what people entered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from xlbudget.sheets.layout import span
from xlbudget.sheets.plan import Book, Calculated, Cell, Column, Part, Row, Spilled, Table
from xlbudget.sheets.reference import ALL, HEADERS, LABELS, THIS, Reference, references

INPUTS = frozenset({Part.KEY, Part.INPUT})
Node: TypeAlias = tuple[str, int, str]
"""A cell: its table, its row counted from 0, the header of its column; row -1 stands for the
labels above the headers."""


@dataclass(frozen=True, slots=True)
class Block:
    """A table of a book, and the sheet that it stands on."""

    sheet: str
    table: Table


@dataclass(frozen=True, slots=True)
class Trace:
    """What a result goes back to: the input cells, and all formulas on the way."""

    inputs: frozenset[Node]
    formulas: frozenset[str]


@dataclass(frozen=True)
class Precedents:
    """What the formulas of a book read."""

    book: Book

    @cached_property
    def blocks(self) -> dict[str, Block]:
        """The tables of the book by name."""
        return {
            table.name: Block(sheet.title, table)
            for sheet in self.book.sheets
            for table in sheet.tables
        }

    @cached_property
    def names(self) -> dict[str, str]:
        """What each defined name stands for."""
        return {name.name: name.refers for name in self.book.names}

    def column(self, table: str, header: str) -> Column:
        """Return a column by its header."""
        columns = self.blocks[table].table.columns
        return next(column for column in columns if column.header == header)

    def row(self, table: str, row: int) -> Row | None:
        """Return a row of a table; None for one that is left for more."""
        rows = self.blocks[table].table.rows
        return rows[row] if 0 <= row < len(rows) else None

    def cell(self, node: Node) -> Cell:
        """Return what a cell is made of."""
        name, row, header = node
        table = self.blocks[name].table
        place = [column.header for column in table.columns].index(header)
        if row < 0:
            return table.labels[place] if place < len(table.labels) else None
        cells = table.rows[row].cells if row < len(table.rows) else table.spare_cells
        return cells[place] if place < len(cells) else None

    def formula(self, node: Node) -> str:
        """Return the formula of a cell; "" when it has none."""
        cell = self.cell(node)
        if isinstance(cell, Calculated | Spilled):
            return cell.formula
        return "" if node[1] < 0 else self.column(node[0], node[2]).formula

    def is_input(self, node: Node) -> bool:
        """Return whether people type into a cell: by its column, or as its row says."""
        row, column = self.row(node[0], node[1]), self.column(node[0], node[2])
        takes = (row.takes if row else None) or column
        return node[1] >= 0 and {column.part, takes.part} <= INPUTS

    def read_by(self, formula: str, row: int) -> Iterator[Reference]:
        """Yield what a formula in a row refers to, each once, names looked through."""
        seen = set()
        for found in references(formula):
            is_name = not found.table and found.column in self.names
            for part in self.read_by(self.names[found.column], row) if is_name else (found,):
                key = (part.table, part.row, part.column)
                if part.table in self.blocks and key not in seen:
                    seen.add(key)
                    yield part

    def nodes(self, reference: Reference, row: int) -> Iterator[Node]:
        """Yield the cells that a reference stands for, seen from a row."""
        table = self.blocks[reference.table].table
        headers = [column.header for column in table.columns]
        left, right = _span(table, headers, reference.column)
        for place in self._places(table, reference.row, row):
            for header in headers[left : right + 1]:
                yield table.name, place, header

    def trace(self, formula: str, row: int) -> Trace:
        """Return what a formula's result goes back to, through all other formulas.

        Of a column that is read as a whole each cell counts.
        """
        inputs: set[Node] = set()
        seen: set[Node] = set()
        formulas: set[str] = set()
        waiting = [(formula, row)]
        while waiting:
            text, at = waiting.pop()
            formulas.add(text)
            for node in self._read_nodes(text, at):
                if node not in seen:
                    seen.add(node)
                    if inner := self.formula(node):
                        waiting.append((inner, node[1]))
                    elif self.is_input(node):
                        inputs.add(node)
        return Trace(frozenset(inputs), frozenset(formulas))

    def _read_nodes(self, formula: str, row: int) -> Iterator[Node]:
        for reference in self.read_by(formula, row):
            yield from self.nodes(reference, row)

    def _places(self, table: Table, words: str, row: int) -> range:
        if words == THIS:
            return range(row, row + 1)
        if words == LABELS:
            return range(-1, 0)
        if words == HEADERS:
            return range(0)
        if words == ALL:
            return range(len(table.rows))
        first, last = _span(table, [one.key for one in table.rows], words)
        return range(first, last + 1)


def _span(table: Table, known: Sequence[str], words: str) -> tuple[int, int]:
    return span({(table.name, key): place for place, key in enumerate(known)}, table.name, words)
