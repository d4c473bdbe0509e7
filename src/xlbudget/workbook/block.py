"""A block of a sheet: its heading, its labels, its header row, its cells, what they take."""

from __future__ import annotations

import re

from xlsxwriter.format import Format

from xlbudget.sheets.layout import PlacedTable
from xlbudget.sheets.plan import Calculated, Cell, Column, Emphasis, Form, Part, Row, Table
from xlbudget.workbook import look
from xlbudget.workbook.page import Page
from xlbudget.workbook.validation import validate_column

HEADING_HEIGHT, LINE_HEIGHT = 20, 15
_MOST_ROWS = 1_000  # of a table whose cells are all kept in memory until the file is closed
_STEP = 200  # rows of a larger one
BOLD_WIDTH = 1.05  # of a bold letter, in the widths that columns are measured by


def write_block(page: Page, placed: PlacedTable) -> None:
    """Write a block at its place."""
    _heading(page, placed)
    _header(page, placed)
    _body(page, placed)
    _takes(page, placed)
    for i, column in enumerate(placed.table.columns):
        if column.good:
            _flag(page, column, placed, i)


def _heading(page: Page, placed: PlacedTable) -> None:
    table, where = placed.table, placed.heading_row
    if table.heading:
        page.words(where, table.heading, look.heading())
        page.file.set_row(where, HEADING_HEIGHT)
    if table.says:
        page.words(where + bool(table.heading), table.says, look.prose())
    for i, cell in enumerate(table.labels):
        if cell is not None:
            says_year = isinstance(cell, Calculated) and not isinstance(cell.value, str)
            shown = page.format(look.label(Form.YEAR if says_year else Form.TEXT))
            page.put(placed.label_row, i, cell, shown)


def _header(page: Page, placed: PlacedTable) -> None:
    columns = placed.table.columns
    options = {
        "name": placed.table.name,
        "style": None,
        "autofilter": placed.table.filtered,
        "columns": [
            {
                "header": column.header,
                "header_format": page.format(look.header(column.form)),
                "format": page.look_of(column, Emphasis.NONE, None),
            }
            for column in columns
        ],
    }
    if placed.table.plain:
        for i, column in enumerate(columns):
            shown = page.format(look.header(column.form))
            page.file.write_string(placed.header_row, i, column.header, shown)
    else:
        page.file.add_table(placed.header_row, 0, placed.last_row, len(columns) - 1, options)
        page.file.calculate_columns([page.formula(column.formula) for column in columns])
    lines = max(_lines(item.header, wide) for item, wide in zip(columns, page.widths, strict=False))
    if lines > 1:  # said outright: LibreOffice places charts before it fits the rows above
        page.file.set_row(placed.header_row, lines * LINE_HEIGHT)


def _body(page: Page, placed: PlacedTable) -> None:
    table = placed.table
    formulas = [page.formula(column.formula) for column in table.columns]
    blank: tuple[Cell, ...] = table.spare_cells or (None,) * len(table.columns)
    spare = Row(key="", cells=blank)
    looks: dict[tuple[Emphasis, Form | None], list[Format]] = {}
    step = 0 if placed.rows <= _MOST_ROWS or _is_drawn(page, table) else _STEP
    for i in range(placed.rows):
        row = table.rows[i] if i < len(table.rows) else spare
        kind = (row.emphasis, row.form)
        if kind not in looks:
            looks[kind] = [page.look_of(column, *kind) for column in table.columns]
        shown = _own_looks(page, table, row, looks[kind]) if row.takes else looks[kind]
        for j, cell in enumerate(row.cells):
            if formulas[j]:
                page.calculate(placed.first_row + i, j, formulas[j], cell, shown[j])
            else:
                page.put(placed.first_row + i, j, cell, shown[j])
        if step and ((i + 1) % step == 0 or i + 1 == placed.rows):
            page.file.put_aside(placed.first_row + i - i % step, placed.first_row + i)


def _is_drawn(page: Page, table: Table) -> bool:
    """Return whether a chart draws from a table; the charts look its values up in the end."""
    mark = re.compile(rf"\{{\$?{re.escape(table.name)}\|")
    charts = (chart for sheet in page.layout.book.sheets for chart in sheet.charts)
    return any(mark.search(str(chart)) for chart in charts)


def _own_looks(page: Page, table: Table, row: Row, shown: list[Format]) -> list[Format]:
    """Return the looks of a row whose input cell takes something of its own."""
    own = page.look_of(row.takes or table.columns[0], row.emphasis, None)
    pairs = zip(table.columns, shown, strict=True)
    return [own if column.part is Part.INPUT else look for column, look in pairs]


def _takes(page: Page, placed: PlacedTable) -> None:
    """Add the validations: by column, or by row where each row takes something of its own."""
    own = [(i, row.takes) for i, row in enumerate(placed.table.rows) if row.takes]
    for i, column in enumerate(placed.table.columns):
        if not own:
            validate_column(page.file, column, placed.first_row, placed.last_row, i)
        elif column.part is Part.INPUT:
            for row, takes in own:
                where = placed.first_row + row
                validate_column(page.file, takes, where, where, i)


def _flag(page: Page, column: Column, placed: PlacedTable, index: int) -> None:
    """Color a column's words: fine for its good word, attention for any other."""
    area = (placed.first_row, index, placed.last_row, index)
    attention = page.workbook.add_format({"font_color": look.PROBLEM, "bold": True})
    fine = page.workbook.add_format({"font_color": look.GOOD})
    good = f'"{column.good}"'
    rules = (
        {"type": "blanks", "stop_if_true": True, "format": None},
        {"type": "cell", "criteria": "==", "value": good, "format": fine, "stop_if_true": True},
        {"type": "cell", "criteria": "!=", "value": good, "format": attention},
    )
    for rule in rules:
        page.file.conditional_format(*area, rule)


def _lines(words: str, width: float) -> int:
    """Return how many lines a bold header takes in a column of a width."""
    lines, used = 1, 0.0
    for word in words.split():
        size = len(word) * BOLD_WIDTH
        if used and used + size + 1 > width:
            lines, used = lines + 1, 0.0
        used += size + (1 if used else 0)
    return lines
