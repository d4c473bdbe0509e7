"""Which columns read a cell: the other way from what a formula reads."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.sheets.precedents import Node, Precedents


def readers(book: Precedents, wanted: Node) -> tuple[tuple[str, str], ...]:
    """Return sheet and header of each column with a formula that reads a cell, each once."""
    return tuple(sorted(set(_reading(book, wanted))))


def _reading(book: Precedents, wanted: Node) -> Iterator[tuple[str, str]]:
    for name, block in book.blocks.items():
        for column in block.table.columns:
            rows = range(max(1, len(block.table.rows)))
            formulas = {book.formula((name, row, column.header)): row for row in rows}
            if any(_reads(book, formula, row, wanted) for formula, row in formulas.items()):
                yield block.sheet, column.header


def _reads(book: Precedents, formula: str, row: int, wanted: Node) -> bool:
    """Return whether a formula reads a cell; one of the same row stands for all of its column."""
    table, at, _ = wanted
    return any(
        one.table == table and wanted in book.nodes(one, at) for one in book.read_by(formula, row)
    )
