"""A formula that is written once for many cells, told as each of them has it.

Excel writes a formula that was filled down only in its first cell; the others refer to it.  Its
relative references move by as many rows and columns as the cell is away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, zip_longest

from xlbudget.workbook.brackets import BRACKETS
from xlbudget.workbook.read.address import MOST_COLUMNS, MOST_ROWS, column_of, letters_of

_REFERENCE = re.compile(
    rf"""
      (?P<kept>
          "(?:[^"]|"")*+"                               # text
        | '(?:[^']|'')*+'                               # the name of a sheet
        | {BRACKETS}  # a column of a table, another file
        | (?:\d+\.?\d*|\.\d+)[eE][-+]?\d+(?![\w.])      # 1E5 is a number
      )
    | (?P<column>\$?[A-Z]{{1,3}}) (?P<row>\$?[0-9]{{1,7}}) (?![\w.(!\[])
    | (?P<columns>\$?[A-Z]{{1,3}}:\$?[A-Z]{{1,3}}) (?![\w.(!\[])
    | (?P<rows>\$?[0-9]{{1,7}}:\$?[0-9]{{1,7}}) (?![\w.(!\[])
    | [\w.\\?]+                                         # a name, a function, a number
    """,
    re.VERBOSE,
)
_GONE = "#REF!"
_LOST = re.compile(r"\$?[A-Z]*#REF!")


class SharedFormula:
    """A formula and the cell that has it.

    Attributes:
        length: How many letters it has, about as many in each cell.

    """

    def __init__(self, formula: str, row: int, column: int) -> None:
        self.length = len(formula)
        self._row, self._column = row, column
        self._columns: dict[str, _Column] = {}
        self._pieces: list[str | tuple[str, str]] = []
        done = 0
        for found in _REFERENCE.finditer(formula):
            if found.lastgroup not in {None, "kept"}:
                self._pieces.append(formula[done : found.start()])
                self._pieces += _parts(found)
                done = found.end()
        self._pieces.append(formula[done:])

    def at(self, row: int, column: int) -> str:
        """Return the formula as a cell of this row and column has it."""
        (formula,) = self.below(letters_of(column), [str(row)])
        return formula

    def below(self, letters: str, numbers: Iterable[str]) -> list[str]:
        """Return the formula as the cells of a column have it, by the numbers of their rows."""
        if letters not in self._columns:
            self._columns[letters] = _Column(self._pieces, column_of(letters) - self._column)
        moved, row = self._columns[letters].moved, self._row
        return [moved(int(number) - row) for number in numbers]


class _Column:
    """A formula moved to another column, where only rows are left to move."""

    def __init__(self, pieces: Iterable[str | tuple[str, str]], right: int) -> None:
        self._texts = [""]
        self._rows: list[int] = []
        for piece in pieces:
            if isinstance(piece, str):
                self._texts[-1] += piece
            else:
                self._add(*piece, right)
        self._least = min(self._rows, default=1)
        self._most = max(self._rows, default=1)

    def _add(self, column: str, row: str, right: int) -> None:
        """Add a reference: what of it stays, and the number of the row that moves."""
        if column and column[0] != "$":
            number = column_of(column) + right
            if not 1 <= number <= MOST_COLUMNS:
                self._texts[-1] += _GONE
                return
            column = letters_of(number)
        self._texts[-1] += column
        if not row or row[0] == "$":
            self._texts[-1] += row
            return
        self._rows.append(int(row))
        self._texts.append("")

    def moved(self, down: int) -> str:
        """Return the formula so many rows down; what leaves the sheet is gone, as after copying."""
        is_inside = self._least + down >= 1 and self._most + down <= MOST_ROWS
        if is_inside and self._least == self._most:  # as in most: all is in the cell's own row
            return str(self._least + down).join(self._texts)
        told = [_row(row + down) for row in self._rows]
        formula = "".join(chain.from_iterable(zip_longest(self._texts, told, fillvalue="")))
        return formula if is_inside else _LOST.sub(_GONE, formula)


def _row(row: int) -> str:
    return str(row) if 1 <= row <= MOST_ROWS else _GONE


def _parts(found: re.Match[str]) -> list[str | tuple[str, str]]:
    """Return the pieces of a reference: its column and row, and a colon between two."""
    whole = found["columns"] or found["rows"]
    if whole is None:
        return [(found["column"], found["row"])]
    first, last = whole.split(":")
    if found["columns"]:
        return [(first, ""), ":", (last, "")]
    return [("", first), ":", ("", last)]
