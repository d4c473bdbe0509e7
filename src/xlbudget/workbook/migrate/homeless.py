"""What the old workbook holds that the current template has no place for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlbudget.model.tables import TABLES
from xlbudget.sheets.assumptions import FRAME
from xlbudget.sheets.plan import Book as Plan
from xlbudget.sheets.plan import Role
from xlbudget.sheets.room import FINDINGS
from xlbudget.sheets.service_sheets import LOG, MANIFEST
from xlbudget.workbook.intake.cell_text import day_text, number_text
from xlbudget.workbook.intake.district_cells import read_district_cells
from xlbudget.workbook.intake.found_table import FoundTable
from xlbudget.workbook.intake.grid import Grid, address, grid_of
from xlbudget.workbook.intake.headings import columns_meant
from xlbudget.workbook.lint.area import Area, area_of
from xlbudget.workbook.migrate.item import Item
from xlbudget.workbook.migrate.own_words import OwnWords, own_words
from xlbudget.workbook.read import Book
from xlbudget.workbook.read.address import parted
from xlbudget.workbook.stamp import changed_sheets, read_stamp
from xlbudget.workbook.stamp.changed import ALTERED, NAMES
from xlbudget.workbook.stamp.shape import GROWING

_HEAD = 3  # rows of title, purpose and master check
_WRITTEN_ANEW = frozenset({LOG, MANIFEST, FINDINGS})


@dataclass(frozen=True, slots=True)
class _Area:
    """A table of the old workbook: the columns that are read, and single cells that are."""

    found: FoundTable
    name: str
    columns: frozenset[int]
    cells: frozenset[tuple[int, int]]

    def holds(self, row: int, column: int) -> bool:
        return self.found.first_row <= row <= self.found.last_row and column in self.found.headings

    def reads(self, row: int, column: int) -> bool:
        return column in self.columns or (row, column) in self.cells


def homeless(
    book: Book,
    found: Mapping[str, FoundTable],
    plan: Plan,
    first_year: int,
    told: Collection[tuple[str, str]] = (),
) -> Iterator[Item]:
    """Yield what the old workbook holds and the new one will not.

    Args:
        book: The old workbook.
        found: The tables of a budget that it holds.
        plan: The new workbook.
        first_year: Fiscal year of the columns of year 1.
        told: Sheet and address of other cells of which it is told elsewhere what became.

    """
    words = own_words(plan)
    areas = [_area(name, table, first_year) for name, table in found.items()]
    known = {sheet.title.casefold() for sheet in plan.sheets}
    known |= {area.found.sheet.casefold() for area in areas}
    roles = read_stamp(book).roles
    for sheet in book.sheets:
        grid = grid_of(sheet, starts_1904=book.facts.starts_1904)
        here = [area for area in areas if area.found.sheet == sheet.name]
        if sheet.name.casefold() not in known:
            yield _strange(grid)
        elif sheet.name not in _WRITTEN_ANEW:
            about = roles.get(sheet.name) == Role.ABOUT
            ours = _tables_of(grid) if about else []  # their words are the template's
            items = (item for item in _cells(grid, here, words) if not _inside(item, ours))
            yield from (item for item in items if (item.sheet, item.cell) not in told)
            yield from _formulas(grid, grows=bool(here) or roles.get(sheet.name) in GROWING)
    for change in changed_sheets(book):
        if change.what in {ALTERED, NAMES}:
            yield Item(change.sheet, f"{change.what}; the new workbook has the template's again")


def _area(name: str, found: FoundTable, first_year: int) -> _Area:
    if name == FRAME:
        cells = read_district_cells(found).cells.values()
        return _Area(found, name, frozenset(), frozenset(cells))
    table = next(table for table in TABLES if table.name == name)
    meant = columns_meant(table, found.headings, first_year)
    return _Area(found, name, frozenset(meant), frozenset())


def _strange(grid: Grid) -> Item:
    count = sum(map(len, grid.rows.values()))
    what = f"The sheet is not of the template: {count:,} cells hold something"
    return Item(grid.sheet.name, what if count else "The sheet is not of the template; it is empty")


def _cells(grid: Grid, areas: Sequence[_Area], words: OwnWords) -> Iterator[Item]:
    """Yield the cells whose values are not carried, and formulas of which the value is."""
    name = grid.sheet.name
    headers = {area.found.header_row for area in areas}
    for row in sorted(grid.rows):
        for column in sorted(grid.rows[row]):
            area = next((area for area in areas if area.holds(row, column)), None)
            formula, ref = grid.formula(row, column), address(row, column)
            if area is not None and area.reads(row, column):
                if formula:
                    yield Item(name, "A formula; its value is carried", ref, f"={formula}")
            elif not (formula or row in headers or (row <= _HEAD and column == 1)):
                value = grid.value(row, column)
                if not words.has(name, value):
                    yield Item(name, _where(area, column, words), ref, _said(grid, row, column))


def _where(area: _Area | None, column: int, words: OwnWords) -> str:
    """Return in words where a cell stands that is not carried."""
    if area is None:
        return "A cell outside of what the template reads"
    heading = area.found.headings[column].strip()
    if heading in words.headers.get(area.name, ()):
        return f"Typed over the formula of the column {heading}"
    return f"In a column that {area.name} does not have: {heading}"


def _formulas(grid: Grid, *, grows: bool) -> Iterator[Item]:
    """Yield the formulas beside and below the tables of a sheet that people fill: their own.

    Those above the tables are the template's, and so are those right above headers.
    """
    areas = _tables_of(grid) if grows else []
    first = min((area.top for area in areas), default=grid.last_row + 1)
    for row in sorted(row for row in grid.formulas if row >= first):
        for column in sorted(grid.formulas[row]):
            if not any(area.holds(row, column) or area.holds(row + 1, column) for area in areas):
                ref = address(row, column)
                told = f"={grid.formula(row, column)}"
                yield Item(grid.sheet.name, "A formula beside the tables", ref, told)


def _tables_of(grid: Grid) -> list[Area]:
    """Return the areas of a sheet's tables."""
    return [area for table in grid.sheet.tables if (area := area_of(table.ref))]


def _inside(item: Item, areas: Sequence[Area]) -> bool:
    place = parted(item.cell)
    return place is not None and any(area.holds(*place) for area in areas)


def _said(grid: Grid, row: int, column: int) -> str:
    value = grid.value(row, column)
    if isinstance(value, float) and not isinstance(value, bool):
        day = day_text(value, grid) if grid.is_date(row, column) else ""
        return day or number_text(value)
    return str(value).upper() if isinstance(value, bool) else str(value)
