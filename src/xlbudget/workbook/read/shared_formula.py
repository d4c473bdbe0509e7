"""A formula that is written once for many cells, told as each of them has it.

Excel writes a formula that was filled down only in its first cell; the others refer to it.  Its
relative references move by as many rows and columns as the cell is away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

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
    """A formula and the cell that has it."""

    def __init__(self, formula: str, row: int, column: int) -> None:
        self._row, self._column = row, column
        self._columns: dict[int, _Column] = {}
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
        if column not in self._columns:
            self._columns[column] = _Column(self._pieces, column - self._column)
        return self._columns[column].moved(row - self._row)


class _Column:
    """A formula moved to another column, where only rows are left to move."""

    def __init__(self, pieces: Iterable[str | tuple[str, str]], right: int) -> None:
        self._rows: list[int] = []
        self._form = "".join(
            piece.replace("%", "%%") if isinstance(piece, str) else self._reference(*piece, right)
            for piece in pieces
        )
        self._least = min(self._rows, default=1)
        self._most = max(self._rows, default=1)

    def _reference(self, column: str, row: str, right: int) -> str:
        if column and column[0] != "$":
            number = column_of(column) + right
            if not 1 <= number <= MOST_COLUMNS:
                return _GONE
            column = letters_of(number)
        if not row or row[0] == "$":
            return column + row
        self._rows.append(int(row))
        return f"{column}%s"

    def moved(self, down: int) -> str:
        """Return the formula so many rows down; what leaves the sheet is gone, as after copying."""
        if self._least + down >= 1 and self._most + down <= MOST_ROWS:
            return self._form % tuple([row + down for row in self._rows])
        rows = (row + down for row in self._rows)
        told = (str(row) if 1 <= row <= MOST_ROWS else _GONE for row in rows)
        return _LOST.sub(_GONE, self._form % tuple(told))


def _parts(found: re.Match[str]) -> list[str | tuple[str, str]]:
    """Return the pieces of a reference: its column and row, and a colon between two."""
    whole = found["columns"] or found["rows"]
    if whole is None:
        return [(found["column"], found["row"])]
    first, last = whole.split(":")
    if found["columns"]:
        return [(first, ""), ":", (last, "")]
    return [("", first), ":", ("", last)]
