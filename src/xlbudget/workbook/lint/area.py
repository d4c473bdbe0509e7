"""Areas of cells, such as "A5:P40", as numbers that can be compared."""

from __future__ import annotations

from dataclasses import dataclass

from xlbudget.workbook.read.address import MOST_COLUMNS, MOST_ROWS, letters_of, parted


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """A block of cells: its first and last row and column, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        """Return the area as a spreadsheet writes it."""
        first = address(self.top, self.left)
        return first if self.is_cell else f"{first}:{address(self.bottom, self.right)}"

    @property
    def is_cell(self) -> bool:
        """Whether it is one cell."""
        return (self.top, self.left) == (self.bottom, self.right)

    @property
    def first(self) -> str:
        """The address of its first cell."""
        return address(self.top, self.left)

    def meets(self, other: Area) -> bool:
        """Return whether the two have a cell in common."""
        rows = self.top <= other.bottom and other.top <= self.bottom
        return rows and self.left <= other.right and other.left <= self.right

    def holds(self, row: int, column: int) -> bool:
        """Return whether a cell stands in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def address(row: int, column: int) -> str:
    """Return the address of a cell."""
    return f"{letters_of(column)}{row}"


def area_of(text: str) -> Area | None:
    """Return the area of a text such as "$A$5:P40", "A:C" or "3:3"; None when it is none."""
    first, _, last = text.replace("$", "").partition(":")
    last = last or first
    start, end = parted(first), parted(last)
    if start and end:
        rows, columns = sorted((start[0], end[0])), sorted((start[1], end[1]))
        return Area(rows[0], columns[0], rows[1], columns[1])
    if first.isdecimal() and last.isdecimal():
        return Area(int(first), 1, int(last), MOST_COLUMNS)
    if first.isalpha() and last.isalpha():
        left, right = parted(f"{first}1"), parted(f"{last}1")
        return Area(1, left[1], MOST_ROWS, right[1]) if left and right else None
    return None


def areas_of(text: str) -> list[Area]:
    """Return the areas of a list such as "A1:B2 D4"."""
    found = (area_of(part) for part in text.split())
    return [area for area in found if area is not None]


def overlapping(areas: list[Area]) -> list[tuple[Area, Area]]:
    """Return pairs of areas that have a cell in common: of each area the first such pair."""
    found: list[tuple[Area, Area]] = []
    open_areas: list[Area] = []
    for area in sorted(areas):
        open_areas = [other for other in open_areas if other.bottom >= area.top]
        met = next((other for other in open_areas if other.meets(area)), None)
        if met:
            found.append((met, area))
        open_areas.append(area)
    return found
