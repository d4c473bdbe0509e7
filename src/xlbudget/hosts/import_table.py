"""The rows of another system's file as text: CSV in its encodings, or a sheet of a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path

from xlbudget.errors import MissingFileError, UnknownChoiceError
from xlbudget.model.delimited import MOST_ROWS, SEPARATORS, read_rows
from xlbudget.model.fault import Fault, IntakeCode
from xlbudget.model.finding import Finding, Place
from xlbudget.model.mapped import NOT_CALCULATED as NO_VALUE
from xlbudget.model.number import as_kept
from xlbudget.workbook.read import open_book
from xlbudget.workbook.read.address import parted

WORKBOOKS = (".xlsx", ".xlsm")
_DAY_0, _DAY_0_1904 = date(1899, 12, 30), date(1904, 1, 1)
_MOST_COLUMNS, _LOOKED_AT = 1_000, 50
_LAST_SERIAL = 2_958_465


@dataclass(frozen=True, slots=True)
class Foreign:
    """The rows of a file, none when it cannot be read, and what is to be said about it."""

    rows: tuple[tuple[str, ...], ...]
    place: Place
    findings: tuple[Finding, ...] = ()
    is_read: bool = True


def read_foreign(
    path: Path, *, sheet: str = "", delimiter: str = "", decimal_comma: bool = False
) -> Foreign:
    """Return the rows of a file, row 1 first.

    Args:
        path: A CSV file, or a workbook.
        sheet: The sheet of a workbook; its first one when none is named.
        delimiter: What sets the cells of a CSV file apart; looked for when none is given.
        decimal_comma: Whether the numbers of a workbook become text with a comma.

    Raises:
        FileError: The file is not there, or is no sound workbook.
        UnknownChoiceError: The workbook has no such sheet.

    """
    if not path.is_file():
        raise MissingFileError(
            saw="There is no such file",
            wants="A CSV file or a workbook of another system is needed",
            fix="Look for its folder, and for a slip in its name",
            place=str(path),
        )
    if path.suffix.casefold() in WORKBOOKS:
        return _from_workbook(path, sheet, decimal_comma=decimal_comma)
    rows, faults = read_rows(path, separator=delimiter)
    place = Place(file=path.name)
    findings = tuple(fault.at(place) for fault in faults)
    return Foreign(tuple(map(tuple, rows or ())), place, findings, is_read=rows is not None)


def likely_delimiter(path: Path) -> str:
    """Return what sets the cells of a CSV file apart, titles above its header or not."""
    if not path.is_file() or path.suffix.casefold() in WORKBOOKS:
        return ""
    found = {mark: read_rows(path, separator=mark).rows or [] for mark in SEPARATORS}
    return max(found, key=lambda mark: sum(len(row) for row in found[mark][:_LOOKED_AT]))


def _from_workbook(path: Path, name: str, *, decimal_comma: bool) -> Foreign:
    book = open_book(path)
    sheet = book.sheet(name) if name else next(iter(book.sheets), None)
    if sheet is None:
        raise _no_sheet(name, [one.name for one in book.sheets], path)
    place = Place(file=path.name, sheet=sheet.name)
    day_0 = _DAY_0_1904 if book.facts.starts_1904 else _DAY_0
    rows: dict[int, dict[int, str]] = {}
    for ref, value in sheet.cells.values.items():
        spot = parted(ref)
        if spot is not None and value is not None and spot[1] <= _MOST_COLUMNS:
            text = _text(value, day_0 if sheet.is_date(ref) else None, decimal_comma=decimal_comma)
            rows.setdefault(spot[0], {})[spot[1]] = text
    last = max((number for number, cells in rows.items() if any(cells.values())), default=0)
    if last > MOST_ROWS:
        return Foreign((), place, (_too_long(last).at(place),), is_read=False)
    return Foreign(tuple(_row(rows.get(number, {})) for number in range(1, last + 1)), place)


def _row(cells: dict[int, str]) -> tuple[str, ...]:
    return tuple(cells.get(column, "") for column in range(1, max(cells, default=0) + 1))


def _text(value: object, day_0: date | None, *, decimal_comma: bool) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float() if day_0 is not None and 1 <= value < _LAST_SERIAL:
            return (day_0 + timedelta(days=int(value))).isoformat()
        case float():
            text = f"{as_kept(Decimal(repr(value))):f}"
            text = text.rstrip("0").rstrip(".") if "." in text else text
            return text.replace(".", ",") if decimal_comma else text
        case str():
            return value
    error = str(value)  # "#REF!", or the mark of a formula without a result
    return error if error.startswith("#") else NO_VALUE


def _no_sheet(name: str, sheets: list[str], path: Path) -> UnknownChoiceError:
    near = get_close_matches(name, sheets, n=1)
    return UnknownChoiceError(
        saw=f"The workbook has no sheet “{name}”",
        wants=f"Its sheets are: {', '.join(sheets) or 'none'}",
        fix=f"Take “{near[0]}”" if near else "Name one of them, or none for the first",
        place=str(path),
    )


def _too_long(last: int) -> Fault:
    return Fault(
        IntakeCode.TOO_LARGE,
        f"The sheet has {last:,} rows",
        f"A file to import has at most {MOST_ROWS:,}",
        "Keep the rows that are to be budgeted, or add up small items first",
    )
