"""Where a workbook has what people fill in: the cells of its tables by header, its named cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from xlbudget.model.tables import TABLES, Table
from xlbudget.sheets.assumptions import FRAME
from xlbudget.sheets.book import district_book
from xlbudget.sheets.empty_budget import empty_budget
from xlbudget.sheets.plan import Book as Plan
from xlbudget.sheets.plan import Part, Sheet
from xlbudget.sheets.plan import Table as PlanTable
from xlbudget.sheets.room import FINDINGS, SCENARIOS, Room
from xlbudget.workbook.fill.match import widths_of
from xlbudget.workbook.fill.spots import Spots, find_spots
from xlbudget.workbook.intake.district_cells import read_district_cells
from xlbudget.workbook.intake.find_tables import find_tables
from xlbudget.workbook.intake.found_table import FoundTable
from xlbudget.workbook.intake.headings import headers_meant
from xlbudget.workbook.read import Book
from xlbudget.workbook.read.address import parted

_USUAL_YEARS, _FIRST_YEAR = 5, 2027  # of a workbook that does not tell its own
_TYPED = frozenset({Part.KEY, Part.INPUT})


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a workbook has a table; rows and columns of the sheet are counted from 1.

    Attributes:
        name: The table's name.
        sheet: The tab where it stands.
        first_row: Its first row of data.
        rows: How many rows of data it has, blank ones included.
        columns: The column of each header that people, or Check, may fill; in the builder's order.

    """

    name: str
    sheet: str
    first_row: int
    rows: int
    columns: Mapping[str, int]

    def holds(self, sheet: str, row: int, column: int) -> bool:
        """Return whether a cell is one of those that are filled in."""
        inside = self.first_row <= row < self.first_row + self.rows
        return self.sheet == sheet and inside and column in self.columns.values()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a workbook has what people fill in.

    Attributes:
        tables: Where each table stands, by its name.
        names: Tab and address of each named cell that people fill in, by its name.
        spots: Where it has every table of ours, the calculated ones too.
        plan: The book of nothing that it was held against, of as many years.

    """

    tables: Mapping[str, Stand]
    names: Mapping[str, tuple[str, str]]
    spots: Spots
    plan: Plan = field(repr=False)

    def table(self, name: str) -> PlanTable:
        """Return a table of ours as its builder has it."""
        tables = (table for sheet in self.plan.sheets for table in sheet.tables)
        return next(table for table in tables if table.name == name)

    def sheet(self, title: str) -> Sheet:
        """Return a sheet of ours as its builder has it."""
        return next(sheet for sheet in self.plan.sheets if sheet.title == title)

    def around(self, sheet: str, row: int, column: int) -> Stand | None:
        """Return the table in whose cells for people a cell stands; None for none."""
        stands = self.tables.values()
        return next((one for one in stands if one.holds(sheet, row, column)), None)


def standing_of(book: Book) -> Standing:
    """Return where an open workbook has what people fill in.

    Tables of records are found by their names or headings, whatever people renamed or moved.

    Raises:
        UnreadableFileError: A part of it is damaged.

    """
    years, scenarios = widths_of(book)
    room = Room(rows={SCENARIOS: scenarios})
    plan = district_book(empty_budget(years or _USUAL_YEARS), (), room=room)
    spots = find_spots(plan, book)
    found = find_tables(book)
    frame = found.get(FRAME)
    first_year = read_district_cells(frame).first_year if frame else None
    by_name = {table.name: table for table in TABLES}
    stands = {}
    for table in (table for sheet in plan.sheets for table in sheet.tables):
        record = by_name.get(table.name)
        known = found.get(table.name)
        stand = None
        if record is None:
            stand = _beside(table, spots)
        elif known is not None:
            stand = _of_records(record, table, known, book, first_year or _FIRST_YEAR)
        if stand:
            stands[table.name] = stand
    standing = Standing(stands, {}, spots, plan)
    return replace(standing, names=dict(_names(book, standing)))


def _of_records(
    record: Table, table: PlanTable, found: FoundTable, book: Book, first_year: int
) -> Stand:
    """Return where a table of records stands."""
    at = {
        header: column
        for column, header in reversed(headers_meant(record, found.headings, first_year).items())
    }
    columns = {column.header: at[column.header] for column in table.columns if column.header in at}
    last = max(found.last_row, _bottom(book, record.name) if found.is_whole else 0)
    return Stand(record.name, found.sheet, found.first_row, last - found.first_row + 1, columns)


def _bottom(book: Book, name: str) -> int:
    """Return the last row of data of a table that the spreadsheet knows, blank ones included."""
    known = next(table for table in book.tables if table.name.casefold() == name.casefold())
    last = parted(known.ref.replace("$", "").rpartition(":")[2])
    return last[0] - known.has_totals if last else 0


def _beside(table: PlanTable, spots: Spots) -> Stand | None:
    """Return where another table stands that is filled in; None for one that is not."""
    spot = spots.tables.get(table.name)
    if spot is None:
        return None
    columns = {
        column.header: at + 1
        for at, column in zip(spot.columns, table.columns, strict=True)
        if column.part in _TYPED or (table.name == FINDINGS and not column.formula)
    }
    return (
        Stand(table.name, spot.sheet, spot.header_row + 2, spot.rows, columns) if columns else None
    )


def _names(book: Book, standing: Standing) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the named cells that stand where people fill in."""
    for name in book.names:
        sheet, _, ref = name.refers.replace("$", "").rpartition("!")
        title, place = sheet.strip("'").replace("''", "'"), parted(ref)
        if name.sheet is None and place and standing.around(title, *place):
            yield name.name, (title, ref)
