"""Writes the arguments of a call into cells, as a person who selects ranges has them."""

from collections.abc import Sequence
from datetime import date, datetime
from math import isfinite

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from xlbudget.catalogue import OMITTED
from xlbudget.catalogue.block import SHEET_COLUMNS, SHEET_ROWS
from xlbudget.catalogue.cell import EPOCH
from xlbudget.catalogue.cell_error import NUMBERS, of_automation

LONGEST_TEXT = 32_767

Rows = Sequence[Sequence[object]]


class ArgumentCells:
    """Sheets for arguments: one for ranges below one another, and for whole columns and rows."""

    def __init__(self, workbook: Workbook) -> None:
        self._ranges, self._columns, self._rows = (
            workbook.add_worksheet(name) for name in ("Ranges", "Columns", "Rows")
        )
        self._range_end = self._column_end = self._row_end = 0

    def reference_to(self, raw: object) -> str:
        """Write an argument into cells of its own and return the reference to them."""
        if raw is OMITTED or raw in ((), []):
            return ""  # a list of nothing is no range: all that a person can do is leave it out
        if not cells_can_hold(raw):
            raise ValueError(f"no range of cells is like {raw!r:.200}")
        rows = _rows(raw)
        if len(rows) >= SHEET_ROWS:
            return self._whole_columns(rows)
        if len(rows[0]) >= SHEET_COLUMNS:
            return self._whole_rows(rows)
        first = self._range_end
        self._range_end += len(rows)
        _write(self._ranges, first, 0, rows)
        return f"Ranges!{xl_range_abs(first, 0, self._range_end - 1, len(rows[0]) - 1)}"

    def _whole_columns(self, rows: Rows) -> str:
        first = self._column_end
        self._column_end += len(rows[0])
        _write(self._columns, 0, first, rows)
        letters = xl_col_to_name(first), xl_col_to_name(self._column_end - 1)
        return "Columns!${}:${}".format(*letters)

    def _whole_rows(self, rows: Rows) -> str:
        first = self._row_end
        self._row_end += len(rows)
        _write(self._rows, first, 0, rows)
        return f"Rows!${first + 1}:${self._row_end}"


def cells_can_hold(raw: object) -> bool:
    """Return whether an argument can stand in cells: no ragged rows, no infinity."""
    if isinstance(raw, (list, tuple)):
        if not raw:
            return True
        rows = _rows(raw)
        widths = set(map(len, rows))
        return len(widths) == 1 and 0 not in widths and all(_fits(c) for row in rows for c in row)
    return _fits(raw)


def _rows(raw: object) -> Rows:
    if not isinstance(raw, (list, tuple)):
        return ((raw,),)
    return raw if raw and isinstance(raw[0], (list, tuple)) else (raw,)


def _fits(cell: object) -> bool:
    match cell:
        case float():
            return isfinite(cell)
        case str():
            return len(cell) <= LONGEST_TEXT
        case list() | tuple():
            return False
    return True


def _write(sheet: Worksheet, top: int, left: int, rows: Rows) -> None:
    for row, cells in enumerate(rows, top):
        for column, cell in enumerate(cells, left):
            if cell is not None and cell is not OMITTED and _put(sheet, row, column, cell):
                raise ValueError(f"{cell!r:.200} did not get into {sheet.name}")


def _put(sheet: Worksheet, row: int, column: int, cell: object) -> int:
    """Write what is not blank; what comes back is 0 unless XlsxWriter refuses it."""
    match cell:
        case bool():
            return sheet.write_boolean(row, column, cell)
        case str():
            # XlsxWriter takes "" for a blank cell; a formula can show empty text.
            write = sheet.write_string if cell else sheet.write_formula
            return write(row, column, cell or '=""')
        case date():
            return sheet.write_number(row, column, serial(cell))
    if error := _error(cell):
        return sheet.write_formula(row, column, f"={error}")
    return sheet.write_number(row, column, float(cell))


def _error(cell: object) -> str:
    """Return the error that a cell is to show; newer ones than LibreOffice knows are #VALUE!."""
    error = of_automation(cell) if isinstance(cell, int) else getattr(cell, "error", "")
    return error if error in NUMBERS or not error else "#VALUE!"


def serial(day: date) -> float:
    """Return the number by which a spreadsheet knows a date and time."""
    clock = day - datetime.combine(day, datetime.min.time()) if isinstance(day, datetime) else None
    days = date(day.year, day.month, day.day) - EPOCH
    return days.days + (clock.total_seconds() / 86_400 if clock else 0.0)
