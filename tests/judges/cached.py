"""Compares the values stored beside formulas in an .xlsx with what LibreOffice calculates.

The stored values are what Protected View, previewers, Power BI and pandas show, so they must be
right before any spreadsheet program has touched the file. They are read from the XML itself.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

from openpyxl.utils.cell import rows_from_range

from judges.libreoffice import LibreOffice

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
HALF_A_CENT = 0.005
SMALL = 1e-7  # below 1 stand rates and shares, where half a cent would be half a percent
RELATIVE = 1e-9

Value = float | str | bool | None


@dataclass(frozen=True)
class CachedError:
    """A stored error, such as "#N/A": never equal to anything."""

    text: str

    def __str__(self) -> str:
        return f"error {self.text}"


@dataclass(frozen=True)
class Cached:
    """A formula and the value stored with it: None without one, "" where it is stored empty."""

    formula: str
    value: Value | CachedError


@dataclass(frozen=True)
class Disagreement:
    """A formula cell whose stored value is not what LibreOffice calculates."""

    sheet: str
    cell: str
    formula: str
    cached: Value | CachedError
    recalculated: float | str | None

    def __str__(self) -> str:
        return (
            f"{self.sheet}!{self.cell}: stored {_told(self.cached)}, "
            f"recalculated {_told(self.recalculated)}, from ={self.formula}"
        )


def read_cached(path: Path | str) -> dict[str, dict[str, Cached]]:
    """Return every formula cell of a file with its stored value, by sheet and cell."""
    with zipfile.ZipFile(path) as package:
        return {
            name: dict(_formula_cells(ET.fromstring(package.read(part))))  # noqa: S314 - ours
            for name, part in _sheet_parts(package)
        }


def disagreements(path: Path | str, libreoffice: LibreOffice) -> list[Disagreement]:
    """Return the formula cells whose stored value differs from a hard recalculation.

    Amounts may differ by half a cent, or by 1e-9 of themselves; numbers below 1 by 1e-7; text
    must be equal; TRUE is 1. An error, stored or calculated, is always a disagreement, and so is
    a missing value.
    """
    result = libreoffice.recalculate(path)
    errors = {(error.sheet, error.cell) for error in result.errors}
    found = []
    for sheet, cells in read_cached(path).items():
        for cell, cached in cells.items():
            truth = result.values.get(sheet, {}).get(cell)
            if (sheet, cell) in errors or not agree(cached.value, truth):
                found.append(Disagreement(sheet, cell, cached.formula, cached.value, truth))
    return found


def agree(cached: Value | CachedError, truth: float | str | None) -> bool:
    """Tell whether a stored value and a calculated one are the same for a reader."""
    if isinstance(cached, (bool, int, float)) and isinstance(truth, float):
        size = max(abs(cached), abs(truth))
        allowed = max(HALF_A_CENT if size >= 1 else SMALL, RELATIVE * size)
        return abs(cached - truth) <= allowed
    return isinstance(cached, str) and cached == truth


def _sheet_parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    links = ET.fromstring(package.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 - ours
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    book = ET.fromstring(package.read("xl/workbook.xml"))  # noqa: S314 - ours
    for sheet in book.iter(f"{MAIN}sheet"):
        part = PurePosixPath("/xl") / targets[sheet.get(LINK)]
        yield sheet.get("name", ""), str(part).lstrip("/")


def _formula_cells(sheet: ET.Element) -> Iterator[tuple[str, Cached]]:
    cells = {cell.get("r", ""): cell for cell in sheet.iter(f"{MAIN}c")}
    shared: dict[str | None, str] = {}
    for name, cell in cells.items():
        formula = cell.find(f"{MAIN}f")
        if formula is None:
            continue
        text = formula.text or shared[formula.get("si")]
        shared[formula.get("si")] = text
        area = formula.get("ref", name) if formula.get("t") == "array" else name
        for member in (one for row in rows_from_range(area) for one in row):
            yield member, Cached(text, _stored(cells.get(member)))


def _stored(cell: ET.Element | None) -> Value | CachedError:
    value = None if cell is None else cell.find(f"{MAIN}v")
    if cell is None or value is None:
        return None
    kind, text = cell.get("t", "n"), value.text or ""
    if kind == "str" or not text:
        return text
    match kind:
        case "n":
            return float(text)
        case "b":
            return text == "1"
        case "e":
            return CachedError(text)
    raise ValueError(f"{cell.get('r')}: a formula's value stored as {kind!r} is not known")


def _told(value: object) -> str:
    return "nothing" if value is None else str(value) if value != "" else "empty text"
