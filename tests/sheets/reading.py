"""Ways to read a sheet that nobody has written yet: tables, columns, and what a line shows."""

from analysis.budgets import budget
from clean import clean_budget
from sheets.rich import shown
from xlbudget.sheets.context import context_of
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.line_items import line_items_sheet
from xlbudget.sheets.room import Room


def clean_context(**sizes):
    """What builders are given for the clean budget: two spare rows in each table."""
    return context_of(
        clean_budget(), (), room=Room(**({"spare_lines": 2, "spare_records": 2} | sizes))
    )


def context(*lines, **parts):
    """What builders are given for a budget of some lines: two spare rows in each table."""
    return context_of(budget(*lines, **parts), (), room=Room(spare_lines=2, spare_records=2))


def table_of(sheet, name):
    """The table of a sheet by its name."""
    return next(table for table in sheet.tables if table.name == name)


def headers_of(table):
    """The headers of a table in order."""
    return [column.header for column in table.columns]


def column_of(table, header):
    """What the cells of a column show, spare rows left out."""
    place = headers_of(table).index(header)
    return [shown(row.cells[place]) for row in table.rows]


def spare_of(table, header):
    """What a spare row shows in a column."""
    return shown(table.spare_cells[headers_of(table).index(header)])


def described(table, header):
    """A column of a table: how it looks and what it takes."""
    return table.columns[headers_of(table).index(header)]


def line_items(*lines, **parts):
    """The table LineItems of a budget of some lines."""
    return line_items_sheet(context(*lines, **parts)).tables[0]


def first_line(header, *lines, **parts):
    """What the first line of a budget shows in a column."""
    return column_of(line_items(*lines, **parts), header)[0]


def by_years(header, *lines, **parts):
    """What the first line of a budget shows in the columns of the five years."""
    table = line_items(*lines, **parts)
    return tuple(column_of(table, header.format(k=k))[0] for k in range(1, 6))


def in_place(book, token):
    """The address that a token of a book stands for."""
    return Layout(book).absolute(token)
