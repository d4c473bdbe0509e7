"""Filled workbooks for intake's tests: written by us, then changed as people change them."""

import re
import zipfile
from xml.sax.saxutils import escape

import xlsxwriter

from xlbudget.model.district import District
from xlbudget.model.field import fields_of
from xlbudget.model.rules import findings_of
from xlbudget.model.table import table_rows
from xlbudget.model.tables import TABLES
from xlbudget.sheets.book import district_book
from xlbudget.sheets.room import Room
from xlbudget.workbook.read import open_book
from xlbudget.workbook.read.address import letters_of, parted
from xlbudget.workbook.write import write_book


def write_filled(budget, path, **sizes):
    """Write a budget as a workbook, with little room to spare unless sizes say otherwise."""
    room = Room(**({"spare_lines": 2, "spare_records": 2} | sizes))
    write_book(district_book(budget, findings_of(budget), room=room), path)
    return path


def cell_of(path, table, header, row=1):
    """Sheet and address of a table's cell: row 1 is the first below the headings."""
    found = next(item for item in open_book(path).tables if item.name == table)
    top, left = parted(found.ref.partition(":")[0])
    place = [column.name for column in found.columns].index(header)
    return found.sheet, f"{letters_of(left + place)}{top + row}"


def put(path, table, header, content, row=1):
    """Put XML into a table's cell, its look kept, and return its address."""
    title, ref = cell_of(path, table, header, row)
    part = open_book(path).sheet(title).part
    style = r'(?: s="\d+")?'
    pattern = rf'<c r="{ref}"({style})[^>]*?(?:/>|>.*?</c>)'
    kind, inner = content
    _rewrite(path, part, pattern, rf'<c r="{ref}"\1{kind}>{inner}</c>')
    return ref


def number(value):
    """A number, as XML."""
    return "", f"<v>{value}</v>"


def text(words):
    """Words, as XML."""
    return ' t="inlineStr"', f"<is><t>{escape(words)}</t></is>"


def formula(words, value=None):
    """A formula with its value, or without one."""
    return "", f"<f>{escape(words)}</f>" + ("" if value is None else f"<v>{value}</v>")


def error(code):
    """An error value, as XML."""
    return ' t="e"', f"<v>{code}</v>"


def truth(is_true):
    """A truth value, as XML."""
    return ' t="b"', f"<v>{int(is_true)}</v>"


def frame_rows(district):
    """The block of a district's facts, as rows of words."""
    facts = [[field.header, getattr(district, field.name)] for field in fields_of(District)]
    return [["Fact", "Value", "Meaning"], *facts]


def plain_sheets(budget, headings=str):
    """Every table of a budget as rows of words by sheet, headings changed by a function."""
    years = budget.district.years
    sheets = {"Assumptions": [*frame_rows(budget.district), []]}
    for table in TABLES:
        header, *rows = table_rows(table, table.records(budget), years)
        block = [[], [table.name], [headings(name) for name in header], *rows]
        sheets.setdefault(table.sheet, []).extend(block)
    return sheets


def write_plain(path, sheets):
    """Write rows by sheet as a workbook without tables; words that are numbers as numbers."""
    with xlsxwriter.Workbook(path, {"strings_to_numbers": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for title, rows in sheets.items():
            page = book.add_worksheet(title)
            for i, row in enumerate(rows):
                for j, value in enumerate(row):
                    if hasattr(value, "isoformat"):
                        page.write_datetime(i, j, value, day)
                    else:
                        page.write(i, j, value)
    return path


def places(findings):
    """Code, sheet, cell and severity of findings."""
    return [(item.code, item.place.sheet, item.place.cell, item.severity) for item in findings]


def _rewrite(path, part, pattern, new):
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    words, count = re.subn(pattern, new.replace("\\1", "\\g<1>"), parts[part].decode(), count=1)
    assert count == 1, f"{pattern} is not in {part}"
    parts[part] = words.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
