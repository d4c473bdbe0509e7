"""Reads and writes cells of a workbook open in LibreOffice, in Excel's words."""

from collections.abc import Callable, Iterator
from typing import Any

FORMULA_CELLS = 16  # com.sun.star.sheet.CellFlags.FORMULA
EXCEL_GRAMMAR = 3  # com.sun.star.sheet.AddressConvention.XL_OOX: "Sheet!A1" and commas
EXCEL_ERRORS = {
    502: "#VALUE!",
    503: "#NUM!",
    504: "#VALUE!",
    519: "#VALUE!",
    521: "#NULL!",
    523: "#NUM!",
    524: "#REF!",
    525: "#NAME?",
    532: "#DIV/0!",
    32767: "#N/A",
}


def a1(column: int, row: int) -> str:
    """Return the name of a cell from its position counted from zero."""
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


def error_of(cell: Any) -> str:
    """Return Excel's text for the error in a cell ("Err:508" where Excel has none)."""
    code = cell.getError()
    return EXCEL_ERRORS.get(code, f"Err:{code}")


def code_of(cell: Any) -> list[int]:
    """Return LibreOffice's own code for the error in a cell, alone in a list."""
    return [cell.getError()]


def rows_of(block: Any, told: Callable[[Any], Any] = error_of) -> list[list[Any]]:
    """Return a range's values by row: float, text, "" where empty, an error as it is told."""
    return [
        [told(block.getCellByPosition(c, r)) if v is None else v for c, v in enumerate(row)]
        for r, row in enumerate(block.getDataArray())
    ]


def formula_results(document: Any) -> dict[str, Any]:
    """Return each formula cell's value by sheet, and the formula cells that hold an error."""
    values: dict[str, dict[str, Any]] = {}
    errors: list[tuple[str, str, str]] = []
    for sheet in (document.Sheets.getByIndex(i) for i in range(document.Sheets.Count)):
        found = values[sheet.Name] = {}
        for column, row, value in _formula_cells(sheet):
            name = a1(column, row)
            found[name] = value
            if value is None:
                found[name] = error_of(sheet.getCellByPosition(column, row))
                errors.append((sheet.Name, name, found[name]))
    return {"values": values, "errors": errors}


def function_help(descriptions: Any, prefix: str) -> dict[str, Any]:
    """Return sentence, category and arguments of the functions whose names begin so."""
    told = [
        {fact.Name: fact.Value for fact in each}
        for each in map(descriptions.getByIndex, range(descriptions.Count))
    ]
    return {
        one["Name"]: (
            one["Description"],
            one["Category"],
            [(a.Name, a.Description, a.IsOptional) for a in one["Arguments"]],
        )
        for one in told
        if one["Name"].startswith(prefix)
    }


def _formula_cells(sheet: Any) -> Iterator[tuple[int, int, Any]]:
    parts = sheet.queryContentCells(FORMULA_CELLS).getRangeAddresses()
    if not parts:
        return
    left, top = min(p.StartColumn for p in parts), min(p.StartRow for p in parts)
    right, bottom = max(p.EndColumn for p in parts), max(p.EndRow for p in parts)
    data = sheet.getCellRangeByPosition(left, top, right, bottom).getDataArray()
    for part in parts:
        for row in range(part.StartRow, part.EndRow + 1):
            for column in range(part.StartColumn, part.EndColumn + 1):
                yield column, row, data[row - top][column - left]


def write(document: Any, sheet: Any, name: str, content: Any) -> None:
    """Put a number, a text, a formula in Excel's grammar, or nothing (None) into a cell.

    What stands behind an apostrophe is text, whatever it begins with.
    """
    cell = sheet.getCellRangeByName(name)
    if sheet.isProtected() and cell.CellProtection.IsLocked:
        raise PermissionError(f"{sheet.Name}!{name} is locked: a person could not change it")
    if content is None:
        cell.setFormula("")
    elif isinstance(content, (bool, int, float)):
        cell.setValue(float(content))
    elif content.startswith("="):
        parser = document.createInstance("com.sun.star.sheet.FormulaParser")
        parser.CompileEnglish, parser.FormulaConvention = True, EXCEL_GRAMMAR
        cell.setTokens(parser.parseFormula(content[1:], cell.getCellAddress()))
    else:
        cell.setString(content.removeprefix("'"))
