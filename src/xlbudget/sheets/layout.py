"""Where everything stands: gives each block of a book its place, and tokens their addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from xlbudget.errors import UnknownChoiceError
from xlbudget.sheets.plan import Book, Cell, Chart, Sheet, Table

TITLE_ROW, SAYS_ROW, MASTER_ROW, LABEL_ROW = 0, 1, 2, 4
_CELL_LIKE = re.compile(r"(?i)[a-z]{1,3}[0-9]+|r[0-9]*|c[0-9]*|r[0-9]*c[0-9]*")
CHART_ROWS = 19
OWN_WIDTH = 10.0  # of a column that no table uses
_TOKEN = re.compile(r"\{(\$?)([^{}|]+)\|([^{}|]*)\|([^{}|]+)\}")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a file has a table: its tab, its rows, and each column of it; all count from 0."""

    sheet: str
    label_row: int
    header_row: int
    rows: int
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table with the rows it takes, and where each of its columns stands; all count from 0."""

    table: Table
    sheet: str
    heading_row: int
    label_row: int
    header_row: int
    first_row: int
    last_row: int
    columns: Sequence[int]

    @property
    def rows(self) -> int:
        """Return how many data rows there are, spare ones included, at least one."""
        return self.last_row - self.first_row + 1


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart with the cell that its finding stands in; the chart begins one row below."""

    chart: Chart
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class PlacedSheet:
    """A sheet with its blocks placed."""

    sheet: Sheet
    tables: tuple[PlacedTable, ...]
    charts: tuple[PlacedChart, ...]
    last_row: int


class Layout:
    """A book whose blocks have places; resolves tokens to addresses.

    Args:
        book: The book.
        spots: Where a file has tables of the book, by their names; others stand where they would
            be written.

    """

    def __init__(self, book: Book, spots: Mapping[str, Spot] | None = None) -> None:
        _refuse_cell_names(book)
        self.book = book
        self.sheets = tuple(_moved(_place(sheet), spots or {}) for sheet in book.sheets)
        placed = [table for sheet in self.sheets for table in sheet.tables]
        self.tables = {table.table.name: table for table in placed}
        self._rows = {
            (table.table.name, row.key): table.first_row + i
            for table in placed
            for i, row in enumerate(table.table.rows)
        }
        self._columns = {
            (table.table.name, column.header): at
            for table in placed
            for at, column in zip(table.columns, table.table.columns, strict=True)
        }

    def formula(self, formula: str, sheet: str) -> str:
        """Return a formula with every token turned into an address, as seen from a sheet."""
        if "{" not in formula:
            return formula
        return _TOKEN.sub(lambda match: self._address(match, sheet), formula)

    def absolute(self, token: str) -> str:
        """Return the address of a token with its sheet, as charts and names want it."""
        fixed = token if token.startswith("{$") else "{$" + token[1:]
        return self.formula("=" + fixed, "")

    def place(self, token: str) -> tuple[str, int, int]:
        """Return sheet, row and column of a token's cell."""
        match = _TOKEN.fullmatch(token)
        if match is None:
            raise _unknown(token)
        _, name, row, column = match.groups()
        place = span(self._columns, name, column)[0]
        return self.tables[name].sheet, self._row(name, row)[0], place

    def _address(self, match: re.Match[str], sheet: str) -> str:
        dollar, name, row, column = match.groups()
        if name not in self.tables:
            raise _unknown(match.group())
        first, last = self._row(name, row)
        left, right = span(self._columns, name, column)
        start, stop = _cell(first, left, dollar), _cell(last, right, dollar)
        home = self.tables[name].sheet
        prefix = "" if home == sheet else _quoted(home) + "!"
        return prefix + (start if start == stop else f"{start}:{stop}")

    def _row(self, name: str, row: str) -> tuple[int, int]:
        table = self.tables[name]
        if row == "*":
            return table.first_row, table.last_row
        if row == "^":
            return table.label_row, table.label_row
        return span(self._rows, name, row)


def cells_of(sheet: Sheet) -> Iterator[Cell]:
    """Yield every cell of a sheet's headlines, judgements and tables."""
    for headline in sheet.headlines:
        yield headline.cell
    yield from sheet.judgements
    for table in sheet.tables:
        yield from table.labels
        for row in table.rows:
            yield from row.cells


@cache
def column_letters(column: int) -> str:
    """Return the letters of a column counted from 0: 0 is A, 26 is AA."""
    high, low = divmod(column, 26)
    return (column_letters(high - 1) if high else "") + chr(65 + low)


def widths_of(sheet: Sheet) -> list[float]:
    """Return the width of each column: its own, or the widest that its blocks ask for."""
    if sheet.widths:
        return list(sheet.widths)
    widths: dict[int, float] = {}
    for table in sheet.tables:
        for i, column in enumerate(table.columns):
            widths[i] = max(widths.get(i, 0), column.width)
    return [widths.get(i, OWN_WIDTH) for i in range(max(widths, default=7) + 1)]


def judgement_row(sheet: Sheet) -> int:
    """Return the row of a sheet's first judgement, counted from 0."""
    if not sheet.headlines:
        return LABEL_ROW
    return LABEL_ROW + 2 * -(-len(sheet.headlines) // sheet.headlines_across) + 1


def _place(sheet: Sheet) -> PlacedSheet:
    row = judgement_row(sheet)
    row += len(sheet.judgements) + 1 if sheet.judgements else 0
    charts: list[PlacedChart] = []
    tables: list[PlacedTable] = []
    if sheet.charts_first:
        row = _place_charts(sheet, row, charts)
    for table in sheet.tables:
        placed = _place_table(table, sheet.title, row)
        tables.append(placed)
        row = placed.last_row + 2
        if table.name == sheet.charts_after:
            row = _place_charts(sheet, row, charts)
    if not (sheet.charts_first or sheet.charts_after):
        row = _place_charts(sheet, row, charts)
    return PlacedSheet(sheet, tuple(tables), tuple(charts), row)


def _moved(placed: PlacedSheet, spots: Mapping[str, Spot]) -> PlacedSheet:
    """Return a placed sheet whose tables stand where a file has them."""
    if not any(table.table.name in spots for table in placed.tables):
        return placed
    return replace(placed, tables=tuple(_on_spot(table, spots) for table in placed.tables))


def _on_spot(placed: PlacedTable, spots: Mapping[str, Spot]) -> PlacedTable:
    spot = spots.get(placed.table.name)
    if spot is None:
        return placed
    return replace(
        placed,
        sheet=spot.sheet,
        label_row=spot.label_row,
        header_row=spot.header_row,
        first_row=spot.header_row + 1,
        last_row=spot.header_row + spot.rows,
        columns=spot.columns,
    )


def _place_charts(sheet: Sheet, row: int, charts: list[PlacedChart]) -> int:
    across = sheet.charts_across
    for i, chart in enumerate(sheet.charts):
        down = row + i // across * (CHART_ROWS + 2)
        charts.append(PlacedChart(chart, down, i % across * sheet.chart_step))
    return row + -(-len(sheet.charts) // across) * (CHART_ROWS + 2)


def _place_table(table: Table, sheet: str, row: int) -> PlacedTable:
    heading = row
    row += 1 if table.heading else 0
    row += 1 if table.says else 0
    labels = row
    row += 1 if table.labels else 0
    count = max(1, len(table.rows) + table.spare_rows)
    columns = range(len(table.columns))
    return PlacedTable(table, sheet, heading, labels, row, row + 1, row + count, columns)


def _cell(row: int, column: int, dollar: str) -> str:
    return f"{dollar}{column_letters(column)}{dollar}{row + 1}"


def _quoted(sheet: str) -> str:
    return sheet if sheet.isalpha() else "'" + sheet.replace("'", "''") + "'"


def span(known: Mapping[tuple[str, str], int], name: str, words: str) -> tuple[int, int]:
    """Return the places of a table's row or column, or of the first and last of a range.

    What is known decides where a range is parted: a name may hold points itself.
    """
    if (name, words) in known:
        return known[name, words], known[name, words]
    for mark in re.finditer(r"(?=\.\.)", words):
        first, last = (name, words[: mark.start()]), (name, words[mark.start() + 2 :])
        if first in known and last in known:
            return known[first], known[last]
    raise _unknown(f"{name}|{words}")


def _refuse_cell_names(book: Book) -> None:
    """Refuse a name that a spreadsheet would take for a cell, such as FY26 or R1C1."""
    names = [name.name for name in book.names]
    names += [table.name for sheet in book.sheets for table in sheet.tables]
    wrong = [name for name in names if _CELL_LIKE.fullmatch(name)]
    if wrong:
        raise UnknownChoiceError(
            saw=f"The workbook would name {', '.join(wrong)}, which a spreadsheet takes for cells",
            wants="A name is none of A1 to XFD1048576 and none of R, C, R1C1",
            fix="Add an underscore or a word: FY_26, TCO_YEAR_5",
        )


def _unknown(token: str) -> UnknownChoiceError:
    return UnknownChoiceError(
        saw=f"A formula names {token}, which no sheet has",
        wants="A token names a table, a row and a column of this book",
        fix="Correct the token in the sheet builder",
    )
