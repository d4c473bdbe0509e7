"""A table of a budget, found on a sheet: where its headings stand, and its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from xlbudget.workbook.intake.grid import Grid


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of a budget, found on a sheet.

    Attributes:
        grid: The sheet.
        headings: Its headings, by column.
        header_row: The row of the headings.
        first_row: Its first row of data.
        last_row: Its last row of data.
        is_whole: Whether the spreadsheet still knows it as a table.
        below: The first row that stands below what the spreadsheet knows as the table; 0 for none.
        unread: The row below all these that is passed over, for it holds formulas; 0 for none.
        calculated: The columns that are calculated.

    """

    grid: Grid
    headings: Mapping[int, str]
    header_row: int
    first_row: int
    last_row: int
    is_whole: bool = True
    below: int = 0
    unread: int = 0
    calculated: frozenset[int] = field(default=frozenset())

    @property
    def sheet(self) -> str:
        """Return the name of its sheet."""
        return self.grid.sheet.name
