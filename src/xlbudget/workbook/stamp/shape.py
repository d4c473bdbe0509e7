"""The shape of a sheet: its blocks and formulas, and how a formula names the cells of blocks.

On a sheet that people fill, rows come and go, and what stands below moves.  So its cells are told
there by table, column and kind of row, and everywhere else by their address.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlbudget.sheets.layout import column_letters
from xlbudget.sheets.plan import Role
from xlbudget.workbook.brackets import BRACKETS
from xlbudget.workbook.read.address import column_of
from xlbudget.workbook.spelling import sheet_word, spelled

GROWING = frozenset({Role.INPUT, Role.DATA, Role.CHECK, Role.LOG})
"""The roles of sheets that people fill, where tables take more rows."""

_REFERENCE = re.compile(
    rf"""
      "(?:[^"]|"")*+" | {BRACKETS} | \d[\w.]*
    | (?P<sheet>(?:'(?:[^']|'')*+'|[^\W\d][\w.]*+)!)?
      (?P<left>[A-Z]{{1,3}})(?P<top>\d{{1,7}})
      (?: :(?P<right>[A-Z]{{1,3}})(?P<bottom>\d{{1,7}}) )? (?![\w.(\[!])
    | (?:'(?:[^']|'')*+'|[^\W\d][\w.]*+)!?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A table of a sheet; rows and columns count from 1, the top row is that of the headers."""

    name: str
    top: int
    left: int
    bottom: int
    headers: tuple[str, ...]

    def told(self, rows: tuple[int, int], columns: tuple[int, int], own: int) -> str:
        """Return how a formula names cells of the block; "" for cells that are not in it.

        Args:
            rows: The first and last row of the cells.
            columns: Their first and last column.
            own: The row of the formula, when it stands on the same sheet; else 0.

        """
        first, last = columns[0] - self.left, columns[1] - self.left
        if not 0 <= first <= last < len(self.headers):
            return ""
        if not self.top - 1 <= rows[0] <= rows[1] <= self.bottom:
            return ""
        return f"{self.name}[{self.headers[first]}:{self.headers[last]}]{self._rows(rows, own)}"

    def _rows(self, rows: tuple[int, int], own: int) -> str:
        kinds = {
            (self.top - 1, self.top - 1): "label",
            (self.top, self.top): "header",
            (self.top + 1, self.bottom): "all",
            (own, own): "this",
        }
        return kinds.get(rows, f"{rows[0] - self.top}:{rows[1] - self.top}")


@dataclass(frozen=True, slots=True)
class Shape:
    """A sheet: its title, whether its tables take more rows, its blocks, its formulas by place."""

    title: str
    grows: bool
    blocks: Sequence[Block]
    formulas: Mapping[tuple[int, int], str]


class Teller:
    """Tells formulas so that rows that come or go on sheets that people fill make no difference."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        self._growing = {sheet_word(shape.title): shape for shape in shapes if shape.grows}
        self._known: dict[tuple[str, str], tuple[str, set[int]]] = {}

    def told(self, formula: str, shape: Shape | None = None, row: int = 0) -> str:
        """Return a formula as a digest takes it: in one spelling, cells told by their blocks.

        Args:
            formula: The formula.
            shape: The sheet that it stands on; none for a defined name.
            row: Its row.

        """
        text = spelled(formula)
        home = shape if shape is not None and shape.grows else None
        if home is None and not ("!" in text and any(word in text for word in self._growing)):
            return text
        key = (text, "" if home is None else home.title)
        if key not in self._known:
            own_rows: set[int] = set()
            self._known[key] = self._told(text, home, 0, own_rows), own_rows
        told, own_rows = self._known[key]
        return self._told(text, home, row, set()) if row in own_rows else told

    def _told(self, text: str, home: Shape | None, row: int, own_rows: set[int]) -> str:
        """Return a formula told by blocks; note the rows of its own sheet that it names."""

        def cells(found: re.Match[str]) -> str:
            if found["left"] is None:
                return found[0]
            shape = self._growing.get(found["sheet"]) if found["sheet"] else home
            if shape is None:
                return found[0]
            rows = int(found["top"]), int(found["bottom"] or found["top"])
            columns = column_of(found["left"]), column_of(found["right"] or found["left"])
            if shape is home:
                own_rows.update(rows)
            own = row if shape is home else 0
            told = (block.told(rows, columns, own) for block in shape.blocks)
            return next(filter(None, told), found[0])

        return _REFERENCE.sub(cells, text)


def address(row: int, column: int) -> str:
    """Return the address of a cell by row and column, both counted from 1."""
    return f"{column_letters(column - 1)}{row}"
