"""A school's workbook of an older layout, made by altering one that was issued."""

from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries

from xlbudget.sheets.identity import Fact
from xlbudget.workbook.stamp import stamp

LINES = "My lines"
FORMER = {("MyLines", "Reason"): "why"}


def without_column(letter, sheet=LINES, name="MyLines"):
    """Take a column out of a table; those right of it move to its place."""

    def step(book):
        page = book[sheet]
        table = page.tables[name]
        _, top, last, bottom = range_boundaries(table.ref)
        at = column_index_from_string(letter)
        for row in range(top, bottom + 1):
            for column in range(at, last):
                page.cell(row, column).value = page.cell(row, column + 1).value
            page.cell(row, last).value = None
        table.ref = table.autoFilter.ref = f"A{top}:{get_column_letter(last - 1)}{bottom}"
        del table.tableColumns[at - 1]

    return step


def renamed(letter, header, sheet=LINES, name="MyLines"):
    """Give a column of a table another header."""

    def step(book):
        page = book[sheet]
        table = page.tables[name]
        _, top, _, _ = range_boundaries(table.ref)
        page[f"{letter}{top}"] = header
        table.tableColumns[column_index_from_string(letter) - 1].name = header

    return step


def stamped(given, out, version):
    """Let a workbook say of itself that it was made so, from a version of the template."""
    stamp(given, out, {Fact.VERSION: version})
    return out
