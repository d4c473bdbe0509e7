"""The rows and cells of a sheet's part: where each stands, and where a missing one belongs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from xlbudget.workbook.elements import Element, elements, prefix_of
from xlbudget.workbook.read.address import MOST_DIGITS, letters_of, parted

NAMES = (
    *("dimension", "cols", "col", "sheetData", "row"),
    *("c", "f", "v", "is", "t", "rPh", "extLst"),
)
_YES = {"1", "true"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is there: its element, and the columns of its cells with their elements."""

    element: Element
    cells: dict[int, Element]

    def place_of(self, column: int) -> int:
        """Return where a cell of a column belongs that is not there."""
        after = (cell.start for at, cell in self.cells.items() if at > column)
        return next(after, self.element.closed)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a sheet.

    Attributes:
        data: The sheet's part.
        held: The element that holds the rows.
        dimension: The element that tells the area in use, when there is one.
        rows: The rows by number, in order.
        columns: The elements that tell the style of columns.

    """

    data: bytes
    held: Element
    dimension: Element | None
    rows: dict[int, Row]
    columns: tuple[Element, ...]
    _numbers: list[int] = field(default_factory=list)

    @property
    def prefix(self) -> str:
        """What stands before the names of the sheet's elements: mostly nothing."""
        return prefix_of(self.data, self.held)

    def cells(self) -> Iterator[tuple[str, Element]]:
        """Give each cell with its address."""
        for number, row in self.rows.items():
            for column, cell in row.cells.items():
                yield f"{letters_of(column)}{number}", cell

    def place_of(self, number: int) -> int:
        """Return where a row belongs that is not there."""
        after = bisect_right(self._numbers, number)
        if after == len(self._numbers):
            return self.held.closed
        return self.rows[self._numbers[after]].element.start

    def style_of(self, number: int, column: int) -> str:
        """Return the number of the style that a missing cell has: its row's or its column's."""
        row = self.rows.get(number)
        if row and row.element.facts.get("customFormat") in _YES:
            return row.element.facts.get("s", "")
        for one in self.columns:
            if _whole(one.facts.get("min", ""), 0) <= column <= _whole(one.facts.get("max", ""), 0):
                return one.facts.get("style", "")
        return ""


def read_rows(data: bytes, place: str) -> Rows | None:
    """Return the rows of a sheet's part; None when it can hold none.

    Raises:
        UnreadableFileError: The part is not sound.

    """
    found = {element.name: element for element in elements(data, NAMES, place)}
    held = found.get("sheetData")
    if held is None:
        return None
    rows: dict[int, Row] = {}
    number = 0
    for element in held.inside:
        number = _whole(element.facts.get("r", ""), number + 1)
        rows[number] = Row(element, _cells(element))
    columns = found["cols"].inside if "cols" in found else []
    return Rows(data, held, found.get("dimension"), rows, tuple(columns), sorted(rows))


def _whole(text: str, otherwise: int) -> int:
    return (
        int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else otherwise
    )


def _cells(row: Element) -> dict[int, Element]:
    """Return the cells of a row by column; one without an address follows the one before."""
    cells: dict[int, Element] = {}
    column = 0
    for cell in row.inside:
        address = parted(cell.facts.get("r", ""))
        column = address[1] if address else column + 1
        cells[column] = cell
    return cells
