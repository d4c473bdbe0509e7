"""The cells of a workbook's sheets by row and column, each sheet read when it is asked for."""

from __future__ import annotations

from xlbudget.workbook.intake.grid import Grid, grid_of
from xlbudget.workbook.read import Book


class Grids(dict[str, Grid]):
    """The cells of each sheet by its name, put in order when they are asked for."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self.book = book

    def __missing__(self, name: str) -> Grid:
        """Return the cells of a sheet that was not asked for before."""
        sheet = next(sheet for sheet in self.book.sheets if sheet.name == name)
        return self.setdefault(name, grid_of(sheet, starts_1904=self.book.facts.starts_1904))
