"""A sheet being written: puts single cells, each with its look and its formula's addresses."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from xlsxwriter.format import Format

from xlbudget.sheets.layout import Layout, PlacedSheet, widths_of
from xlbudget.sheets.plan import Calculated, Cell, Column, Emphasis, Form, Link, Sheet, Spilled
from xlbudget.workbook import look
from xlbudget.workbook.package import BudgetWorkbook
from xlbudget.workbook.sheet import PlainSheet


class Page:
    """One sheet of the file, and what is known when its cells are put."""

    def __init__(
        self, workbook: BudgetWorkbook, sheet: PlainSheet, layout: Layout, placed: PlacedSheet
    ) -> None:
        self.workbook = workbook
        self.file = sheet
        self.layout = layout
        self.placed = placed
        self.widths = widths_of(placed.sheet)
        self.filled = layout.book.edition == "working"

    @property
    def sheet(self) -> Sheet:
        """Return the sheet as data."""
        return self.placed.sheet

    def format(self, made: tuple[look.Style, look.Properties]) -> Format:
        """Return the format of a look."""
        return self.workbook.look(*made)

    def look_of(self, column: Column, emphasis: Emphasis, form: Form | None) -> Format:
        """Return the format of a column's cells; a row's own form may replace the column's."""
        kept = {Form.TEXT, Form.WRAPPED}
        shown = form if form and column.form not in kept else column.form
        return self.format(look.cell(column.part, shown, emphasis, filled=self.filled))

    def formula(self, formula: str) -> str:
        """Return a formula with addresses in place of tokens; "" stays ""."""
        return self.layout.formula(equal(formula), self.sheet.title) if formula else ""

    def words(self, row: int, words: str, made: tuple[look.Style, look.Properties]) -> None:
        """Put a sentence into the first column."""
        self.file.write_string(row, 0, words, self.format(made))

    def put(self, row: int, column: int, cell: Cell, shown: Format) -> None:
        """Put a cell: text stays text, a calculated cell has formula and value."""
        if isinstance(cell, str):
            self.file.write_string(row, column, cell, shown)
        elif cell is None:
            self.file.write_blank(row, column, None, shown)
        elif isinstance(cell, Calculated):
            self.calculate(row, column, self.formula(cell.formula), cell.value, shown)
        elif isinstance(cell, Spilled):
            area = (row, column, row + cell.rows - 1, column + cell.columns - 1)
            self.file.write_array_formula(*area, self.formula(cell.formula), shown, cell.value)
        elif isinstance(cell, Link):
            self._link(row, column, cell)
        elif isinstance(cell, date):
            day = datetime.combine(cell, datetime.min.time())
            self.file.write_datetime(row, column, day, shown)
        else:
            self.file.write_number(row, column, float(cell), shown)

    def calculate(self, row: int, column: int, formula: str, value: object, shown: Format) -> None:
        """Put a formula that has its addresses, and the value that Python computed for it."""
        value = float(value) if isinstance(value, Decimal) else value
        self.file.write_formula(row, column, formula, shown, "" if value is None else value)

    def _link(self, row: int, column: int, cell: Link) -> None:
        quoted = cell.sheet.replace("'", "''")
        place = self.layout.formula(cell.cell, cell.sheet)
        target = f"internal:'{quoted}'!{place}"
        shown = self.format(look.link())
        self.file.write_url(row, column, target, shown, cell.text, f"Go to {cell.sheet}")


def equal(formula: str) -> str:
    """Return a formula with its equal sign."""
    return formula if formula.startswith("=") else "=" + formula
