"""Write a book: every block at its place, every calculated cell with formula and value."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from itertools import accumulate
from pathlib import Path

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from xlbudget.sheets.layout import (
    LABEL_ROW,
    MASTER_ROW,
    OWN_WIDTH,
    SAYS_ROW,
    TITLE_ROW,
    Layout,
    PlacedSheet,
    PlacedTable,
    judgement_row,
    widths_of,
)
from xlbudget.sheets.plan import (
    Book,
    Calculated,
    Cell,
    Column,
    Emphasis,
    Form,
    Headline,
    Link,
    Part,
    Role,
    Row,
    Sheet,
    Table,
)
from xlbudget.workbook import look
from xlbudget.workbook.charts import insert_charts
from xlbudget.workbook.package import BudgetWorkbook
from xlbudget.workbook.validation import validate_column

MASTER_NAME = "MasterCheck"
LINE_HEIGHT = 15
BOLD_WIDTH = 1.05  # of a bold letter, in the widths that columns are measured by
LABEL_HEIGHT, FIGURE_HEIGHT = 30, 22
PAPER_PIXELS = 860  # of a letter page turned, within its margins, with room for other fonts


def write_book(book: Book, path: Path) -> None:
    """Write a book to a new file.

    Args:
        book: The workbook as data.
        path: Where the file goes; a file that stands there is replaced.

    """
    layout = Layout(book)
    workbook = BudgetWorkbook(path)
    workbook.set_properties(
        {
            "title": book.title,
            "subject": book.subject,
            "author": book.author,
            "company": "",
            "comments": "Made by xlbudget. Every calculated cell carries its formula.",
            "created": datetime.combine(book.created, datetime.min.time()),
        }
    )
    workbook.set_size(2400, 1400)
    pages = [(placed, workbook.add_sheet(placed.sheet.title)) for placed in layout.sheets]
    for name in book.names:
        workbook.define_name(name.name, layout.formula(_equal(name.refers), ""))
    for placed, page in pages:
        _Page(workbook, page, layout, placed).write()
        if placed.sheet.title == book.opens_on:
            page.activate()
    workbook.close()


class _Page:
    """One sheet being written; holds what every step needs."""

    def __init__(
        self, workbook: BudgetWorkbook, page: Worksheet, layout: Layout, placed: PlacedSheet
    ) -> None:
        self.workbook = workbook
        self.page = page
        self.layout = layout
        self.placed = placed
        self.sheet: Sheet = placed.sheet
        self.widths: list[float] = []
        self.filled = layout.book.edition == "working"

    def write(self) -> None:
        """Write all of the sheet."""
        self.page.hide_gridlines(2)
        self.page.set_tab_color(look.TABS[self.sheet.role])
        self._widths()
        self._head()
        for placed in self.placed.tables:
            self._table(placed)
        insert_charts(self.workbook, self.page, self.layout, self.placed)
        self._print()
        if self.sheet.protected:
            self.page.protect("", _ALLOWED)

    def _widths(self) -> None:
        self.widths = widths_of(self.sheet)
        for i, width in enumerate(self.widths):
            self.page.set_column(i, i, width)

    def _head(self) -> None:
        sheet = self.sheet
        self.page.set_row(TITLE_ROW, 24)
        self.page.write_string(TITLE_ROW, 0, sheet.title, self._format(look.title()))
        self.page.write_string(SAYS_ROW, 0, sheet.says, self._format(look.prose()))
        if self.layout.book.names and sheet.role is not Role.ABOUT:
            self._master()
        for i, headline in enumerate(sheet.headlines):
            self._headline(headline, i)
        for i, judgement in enumerate(sheet.judgements):
            self._cell(judgement_row(sheet) + i, 0, judgement, self._format(look.strong()))

    def _headline(self, headline: Headline, number: int) -> None:
        line, column = divmod(number, self.sheet.headlines_across)
        row = LABEL_ROW + 2 * line
        self.page.set_row(row, LABEL_HEIGHT)
        self.page.set_row(row + 1, FIGURE_HEIGHT)
        self.page.write_string(row, column, headline.label, self._format(look.figure_label()))
        self._cell(row + 1, column, headline.cell, self._format(look.figure(headline.form)))

    def _master(self) -> None:
        value = self.layout.book.master
        shown = self._format(look.strong())
        self.page.write_formula(MASTER_ROW, 0, f"={MASTER_NAME}", shown, value)

    def _table(self, placed: PlacedTable) -> None:
        table = placed.table
        if table.heading:
            where = placed.heading_row
            self.page.write_string(where, 0, table.heading, self._format(look.heading()))
            self.page.set_row(where, 20)
        if table.says:
            where = placed.heading_row + bool(table.heading)
            self.page.write_string(where, 0, table.says, self._format(look.prose()))
        for i, cell in enumerate(table.labels):
            if cell is not None:
                says_year = isinstance(cell, Calculated) and not isinstance(cell.value, str)
                form = Form.YEAR if says_year else Form.TEXT
                self._cell(placed.label_row, i, cell, self._format(look.label(form)))
        self._header(placed)
        self._body(placed)
        by_row = any(row.takes for row in table.rows)
        for i, column in enumerate(table.columns):
            if not by_row:
                validate_column(self.page, column, placed.first_row, placed.last_row, i)
            elif column.part is Part.INPUT:
                self._validate_rows(placed, i)
            self._flag(column, placed, i)

    def _validate_rows(self, placed: PlacedTable, index: int) -> None:
        for i, row in enumerate(placed.table.rows):
            if row.takes:
                where = placed.first_row + i
                validate_column(self.page, row.takes, where, where, index)

    def _header(self, placed: PlacedTable) -> None:
        columns = placed.table.columns
        options = {
            "name": placed.table.name,
            "style": None,
            "autofilter": placed.table.filtered,
            "columns": [
                {
                    "header": column.header,
                    "header_format": self._format(look.header(column.form)),
                    "formula": self._formula(column.formula) if column.formula else "",
                    "format": self._look(column, Emphasis.NONE, None),
                }
                for column in columns
            ],
        }
        last = len(columns) - 1
        self.page.add_table(placed.header_row, 0, placed.last_row, last, options)
        lines = max(
            _lines(item.header, wide) for item, wide in zip(columns, self.widths, strict=False)
        )
        if lines > 1:  # said outright: LibreOffice places charts before it fits the rows above
            self.page.set_row(placed.header_row, lines * LINE_HEIGHT)

    def _body(self, placed: PlacedTable) -> None:
        table = placed.table
        formulas = [self._formula(column.formula) for column in table.columns]
        blank: tuple[Cell, ...] = table.spare_cells or (None,) * len(table.columns)
        rows = [(row.cells, row.emphasis, row.form) for row in table.rows]
        rows += [(blank, Emphasis.NONE, None)] * (placed.rows - len(rows))
        looks: dict[tuple[Emphasis, Form | None], list[Format]] = {}
        for i, (cells, emphasis, form) in enumerate(rows):
            if (emphasis, form) not in looks:
                looks[emphasis, form] = [
                    self._look(column, emphasis, form) for column in table.columns
                ]
            shown = looks[emphasis, form]
            if i < len(table.rows) and table.rows[i].takes:
                shown = self._own_looks(table, table.rows[i], shown)
            for j, cell in enumerate(cells):
                if formulas[j]:
                    self._calculated(placed.first_row + i, j, formulas[j], cell, shown[j])
                else:
                    self._cell(placed.first_row + i, j, cell, shown[j])

    def _own_looks(self, table: Table, row: Row, shown: list[Format]) -> list[Format]:
        """Return the looks of a row whose input cell takes something of its own."""
        own = self._look(row.takes or table.columns[0], row.emphasis, None)
        return [
            own if column.part is Part.INPUT else look
            for column, look in zip(table.columns, shown, strict=True)
        ]

    def _cell(self, row: int, column: int, cell: Cell, shown: Format) -> None:
        page = self.page
        if isinstance(cell, str):
            page.write_string(row, column, cell, shown)
        elif cell is None:
            page.write_blank(row, column, None, shown)
        elif isinstance(cell, Calculated):
            self._calculated(row, column, self._formula(cell.formula), cell.value, shown)
        elif isinstance(cell, Link):
            self._link(row, column, cell)
        elif isinstance(cell, date):
            page.write_datetime(row, column, datetime.combine(cell, datetime.min.time()), shown)
        else:
            page.write_number(row, column, float(cell), shown)

    def _calculated(
        self, row: int, column: int, formula: str, value: object, shown: Format
    ) -> None:
        value = float(value) if isinstance(value, Decimal) else value
        self.page.write_formula(row, column, formula, shown, "" if value is None else value)

    def _link(self, row: int, column: int, cell: Link) -> None:
        quoted = cell.sheet.replace("'", "''")
        target = f"internal:'{quoted}'!{cell.cell}"
        shown = self._format(look.link())
        self.page.write_url(row, column, target, shown, cell.text, f"Go to {cell.sheet}")

    def _look(self, column: Column, emphasis: Emphasis, form: Form | None) -> Format:
        shown = form if form and column.form is not Form.TEXT else column.form
        if column.form is Form.WRAPPED:
            shown = Form.WRAPPED
        return self._format(look.cell(column.part, shown, emphasis, filled=self.filled))

    def _format(self, made: tuple[look.Style, look.Properties]) -> Format:
        return self.workbook.look(*made)

    def _formula(self, formula: str) -> str:
        return self.layout.formula(_equal(formula), self.sheet.title) if formula else ""

    def _flag(self, column: Column, placed: PlacedTable, index: int) -> None:
        if not column.good:
            return
        area = (placed.first_row, index, placed.last_row, index)
        attention = self.workbook.add_format({"font_color": look.PROBLEM, "bold": True})
        fine = self.workbook.add_format({"font_color": look.GOOD})
        rule = {"type": "cell", "criteria": "==", "value": f'"{column.good}"', "format": fine}
        self.page.conditional_format(
            *area, {"type": "blanks", "stop_if_true": True, "format": None}
        )
        self.page.conditional_format(*area, rule | {"stop_if_true": True})
        self.page.conditional_format(
            *area,
            {
                "type": "text",
                "criteria": "not containing",
                "value": column.good,
                "format": attention,
            },
        )

    def _print(self) -> None:
        page, sheet = self.page, self.sheet
        columns = max((len(placed.table.columns) for placed in self.placed.tables), default=8)
        wide = sheet.print_columns or max(columns, self._reach())
        page.set_paper(1)
        page.set_margins(0.5, 0.5, 0.5, 0.6)
        page.set_footer("&L&A&RPage &P of &N")
        if sheet.landscape or wide > 8:  # noqa: PLR2004 - the width at which paper is turned
            page.set_landscape()
        if sheet.pages:
            self._print_pages()
        else:
            page.fit_to_pages(1, 0)
        page.print_area(0, 0, max(self.placed.last_row, 1), max(wide - 1, 1))
        tables = self.placed.tables
        if len(tables) == 1:
            page.repeat_rows(tables[0].header_row)
        if self.filled and sheet.frozen_columns and tables:
            page.freeze_panes(tables[0].header_row + 1, sheet.frozen_columns)

    def _print_pages(self) -> None:
        """Print each row of charts on its own page: breaks hold only with a fixed scale."""
        pixels = sum(width * 7 + 5 for width in self.widths)
        self.page.set_print_scale(min(100, int(PAPER_PIXELS / pixels * 100)))
        rows = sorted({item.row for item in self.placed.charts})
        self.page.set_h_pagebreaks(rows[1 : self.sheet.pages])

    def _reach(self) -> int:
        """Return how many columns the longest sentence runs over."""
        tables = [placed.table for placed in self.placed.tables]
        said = [str(judgement.value) for judgement in self.sheet.judgements]
        texts = [self.sheet.says, *said, *(table.says for table in tables)]
        longest = max(len(words) for words in texts)
        reached = list(accumulate(self.widths))
        missing = max(0.0, longest - reached[-1]) / OWN_WIDTH
        within = sum(width < longest for width in reached) + 1
        return min(within, len(reached)) + int(missing + 0.99)


def _lines(words: str, width: float) -> int:
    """Return how many lines a bold header takes in a column of a width."""
    lines, used = 1, 0.0
    for word in words.split():
        size = len(word) * BOLD_WIDTH
        if used and used + size + 1 > width:
            lines, used = lines + 1, 0.0
        used += size + (1 if used else 0)
    return lines


def _equal(formula: str) -> str:
    return formula if formula.startswith("=") else "=" + formula


_ALLOWED = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_columns": True,
    "format_rows": True,
    "autofilter": True,
}
