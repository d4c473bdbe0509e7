"""Workbooks for the reader's tests: by hand, and another reader's word on what they hold."""

import datetime as dt
import zipfile
from typing import Any

import openpyxl
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.formula import ArrayFormula

from xlbudget.workbook.read import NOT_CALCULATED, ErrorValue, open_book

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
FORMAT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEET = "xl/worksheets/sheet1.xml"
Parts = dict[str, str | bytes | None]


def relations(*targets, space=LINKS):
    """A part of relations: kinds and targets, by turns."""
    each = "".join(
        f'<Relationship Id="rId{i}" Type="{space}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">{each}</Relationships>'


def sheet(rows, root="worksheet", attributes=""):
    """A sheet part with these rows."""
    return f'{HEAD}<{root} xmlns="{MAIN}"{attributes}><sheetData>{rows}</sheetData></{root}>'


def strings(*items):
    """A part of shared strings, each as XML."""
    return f'{HEAD}<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def workbook(*sheets, after="", before=""):
    """A workbook part; its sheets have the relations rId1, rId2 and so on."""
    tabs = "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(sheets, 1)
    )
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{before}<sheets>{tabs}</sheets>'
        f"{after}</workbook>"
    )


def parts_of(rows="", **changed) -> Parts:
    """The parts of a workbook with one sheet, Data; `changed` names parts by their short names."""
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{FORMAT}.{kind}+xml"/>'
        for name, kind in (
            ("workbook", "sheet.main"),
            ("worksheets/sheet1", "worksheet"),
            ("sharedStrings", "sharedStrings"),
        )
    )
    types = (
        f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/'
        f'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}</Types>'
    )
    held = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook("Data"),
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
        ),
        SHEET: sheet(rows),
        "xl/sharedStrings.xml": strings("<t>one</t>", "<t>two</t>"),
    }
    return held | changed.get("parts", {})


def write(path, parts: Parts, method=zipfile.ZIP_DEFLATED):
    """Write a package; a part that is None is left out."""
    with zipfile.ZipFile(path, "w", method) as package:
        for name, content in parts.items():
            if content is not None:
                package.writestr(name, content)
    return path


def ours(path):
    """All cells that hold something or a formula, as we read them: value, formula, area."""
    book = open_book(path)
    return {
        (sheet.name, ref): (
            round(value, 9) if is_date(sheet, ref) else _told(value),
            sheet.cells.formulas.get(ref),
            sheet.cells.arrays.get(ref),
            is_date(sheet, ref),
        )
        for sheet in book.sheets
        for ref, value in sheet.cells.values.items()
        if _told(value) is not None or ref in sheet.cells.formulas
    }


def told(cells):
    """All that the cells of a sheet tell by address, in whatever way they were read."""
    return cells.values, cells.formulas, cells.arrays, cells.dates


def is_date(sheet, ref):
    """Whether a cell shows a number as a date."""
    return type(sheet.cells.values[ref]) is float and sheet.is_date(ref)


def theirs(path):
    """The same as openpyxl reads it, once for the values and once for the formulas."""
    found: dict[tuple[str, str], list[Any]] = {}
    for data_only in (True, False):
        book = openpyxl.load_workbook(path, data_only=data_only)
        for one in book.worksheets:
            for cell in one._cells.values():  # noqa: SLF001 - rows would fill the sheet
                held = found.setdefault((one.title, cell.coordinate), [None, None, None, False])
                if data_only:
                    held[0], held[3] = _as_serial(cell, book.epoch)
                elif cell.data_type == "f":
                    held[1:3] = _formula(cell.value)
    return {at: tuple(held) for at, held in found.items() if held[:2] != [None, None]}


def _told(value):
    """What openpyxl can tell of a value: it knows neither empty text nor what is not known."""
    if isinstance(value, ErrorValue):
        return f"error {value}"
    return None if value is NOT_CALCULATED or value == "" else value


def _as_serial(cell, epoch):
    value = cell.value
    if cell.data_type == "e":
        return f"error {value}", False
    if isinstance(value, (dt.date, dt.time, dt.timedelta)):
        return round(to_excel(value, epoch), 9), True
    return None if value == "" else value, False


def _formula(value):
    if isinstance(value, ArrayFormula):
        return value.text.removeprefix("="), value.ref
    return value.removeprefix("="), None
