"""A sheet's cells by row and column, as its tables are read."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from xlbudget.workbook.read import Sheet, Value
from xlbudget.workbook.read.address import letters_of


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's cells by row and column, both counted from 1; blank ones are left out.

    Attributes:
        sheet: The sheet.
        rows: What its cells hold.
        formulas: The columns of each row that have a formula, which may show nothing.
        starts_1904: Whether days are counted from 1904.

    """

    sheet: Sheet
    rows: Mapping[int, Mapping[int, Value]]
    formulas: Mapping[int, AbstractSet[int]]
    starts_1904: bool = False

    @property
    def last_row(self) -> int:
        """Return the last row that holds anything; 0 when none does."""
        return max(self.rows, default=0)

    def value(self, row: int, column: int) -> Value:
        """Return what a cell holds; None when it is blank."""
        return self.rows.get(row, {}).get(column)

    def words(self, row: int) -> dict[int, str]:
        """Return the texts of a row by column."""
        cells = self.rows.get(row, {})
        return {column: value for column, value in cells.items() if isinstance(value, str)}

    def formula(self, row: int, column: int) -> str:
        """Return a cell's formula without the equals sign; "" when it has none."""
        if column not in self.formulas.get(row, ()):
            return ""
        return self.sheet.cells.formulas.get(address(row, column), "")

    def is_date(self, row: int, column: int) -> bool:
        """Return whether a cell shows its number as a date."""
        return self.sheet.is_date(address(row, column))


def grid_of(sheet: Sheet, *, starts_1904: bool = False) -> Grid:
    """Return the cells of a sheet by row and column."""
    placed = sheet.placed
    return Grid(sheet, placed.rows, placed.formulas, starts_1904)


def address(row: int, column: int) -> str:
    """Return the address of a cell: row 7, column 2 is B7."""
    return f"{letters_of(column)}{row}"
