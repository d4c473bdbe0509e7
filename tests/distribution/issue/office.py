"""A school template as an office makes it its own: moved, extended, with its own words."""

from dataclasses import replace

from xlbudget.sheets.plan import Calculated, Column, Form, Part, Role, Row, Sheet, Table, keyed
from xlbudget.sheets.school import empty_pack, goals, my_lines, school_book
from xlbudget.workbook.write import write_book

COVER = "Our office"
OWN_STEP = "Call us before you begin: room 12."


def office_template(path, sizes):
    """Write a template with a sheet, rows and words of the office, and a column elsewhere."""
    book = school_book(empty_pack(), sizes=sizes)
    sheets = tuple(_changed(sheet) for sheet in book.sheets)
    write_book(replace(book, sheets=(*sheets, _cover())), path)
    return path


def altered_template(path, sizes):
    """Write a template in which a calculated column says something else."""
    book = school_book(empty_pack(), sizes=sizes)
    sheets = tuple(_altered(sheet) for sheet in book.sheets)
    write_book(replace(book, sheets=sheets), path)
    return path


def _changed(sheet):
    if sheet.title == "Start":
        return replace(sheet, tables=tuple(map(_own_words, sheet.tables)))
    if sheet.title == goals.TITLE:
        return replace(sheet, tables=(_note(), *sheet.tables))
    return sheet


def _own_words(table):
    if table.name != "Steps":
        return table
    first = table.rows[0]
    return replace(table, rows=(replace(first, cells=(first.cells[0], OWN_STEP)), *table.rows[1:]))


def _note():
    column = Column(header="Note of the office", part=Part.LABEL, form=Form.TEXT)
    return Table(name="OfficeNote", columns=(column,), rows=(keyed("a", ("Read this.",)),))


def _cover():
    columns = tuple(
        Column(header=name, part=Part.LABEL, form=Form.TEXT) for name in ("Figure", "Value")
    )
    rows = (keyed("own", ("School", Calculated("=Start!B6", "stale"))),)
    table = Table(name="Cover", columns=columns, rows=rows)
    return Sheet(title=COVER, role=Role.OUTPUT, says="Ours.", tables=(table,), protected=False)


def _altered(sheet):
    if sheet.title != my_lines.TITLE:
        return sheet
    table = sheet.tables[0]
    at = [column.header for column in table.columns].index(my_lines.COST)
    rows = tuple(_priced(row, at) for row in table.rows)
    return replace(sheet, tables=(replace(table, rows=rows),))


def _priced(row: Row, at):
    cells = list(row.cells)
    cells[at] = Calculated("=1+1", 2)
    return replace(row, cells=tuple(cells))
