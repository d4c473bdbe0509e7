"""A workbook whose Log has rows of a person, by XlsxWriter, or put into one of ours."""

import re
import zipfile
from datetime import date
from xml.sax.saxutils import escape

from xlsxwriter import Workbook

from xlbudget.workbook.read import open_book

DAY = date(2026, 9, 1)


def write_log(path, rows, *, starts_1904=False, below=()):
    """Write a workbook that is only a Log, with rows below its table if there are; its path."""
    with Workbook(path, {"date_1904": starts_1904}) as book:
        shape = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet("Log")
        headers = [{"header": header} for header in ("Date", "Event", "What")]
        sheet.add_table(4, 0, 4 + max(len(rows), 1), 2, {"name": "Log", "columns": headers})
        for number, (day, event, what) in enumerate([*rows, *below], start=5):
            put = sheet.write_string if isinstance(day, str) else sheet.write_datetime
            put(number, 0, day, shape)
            sheet.write_row(number, 1, (event, what))
    return path


def explain(path, what, event="explained", serial=46266):
    """Add a row to the Log of a workbook, as a person would below its last one; its path."""
    sheet = open_book(path).sheet("Log")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts[sheet.part].decode()
    row = max(int(number) for number in re.findall(r'<row r="(\d+)"', text)) + 1
    cells = f'<c r="A{row}"><v>{serial}</v></c>' + "".join(
        f'<c r="{column}{row}" t="inlineStr"><is><t>{escape(words)}</t></is></c>'
        for column, words in (("B", event), ("C", what))
    )
    added = text.replace("</sheetData>", f'<row r="{row}">{cells}</row></sheetData>')
    parts[sheet.part] = added.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path
