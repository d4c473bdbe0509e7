"""Three libraries read a sheet as analysts do: without a spreadsheet program, so from the cache.

Each reader returns the rows of a sheet from A1 on; an empty cell is None. A stored error is its
text for openpyxl, and None for pandas and calamine.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import python_calamine
from openpyxl.utils.cell import coordinate_to_tuple

Rows = list[list[Any]]


def with_openpyxl(path: Path | str, sheet: str) -> Rows:
    """Read a sheet's stored values with openpyxl."""
    book = openpyxl.load_workbook(path, data_only=True)
    rows = [list(row) for row in book[sheet].iter_rows(min_row=1, min_col=1, values_only=True)]
    book.close()
    return rows


def with_pandas(path: Path | str, sheet: str) -> Rows:
    """Read a sheet's stored values with pandas."""
    frame = pd.read_excel(
        path,
        sheet_name=sheet,
        header=None,
        dtype=object,
        keep_default_na=False,
        engine="openpyxl",
    )
    return _blanks_as_none(frame.to_numpy().tolist())


def with_calamine(path: Path | str, sheet: str) -> Rows:
    """Read a sheet's stored values with calamine, the Rust reader behind Polars and others."""
    with python_calamine.CalamineWorkbook.from_path(str(path)) as book:
        return _blanks_as_none(book.get_sheet_by_name(sheet).to_python(skip_empty_area=False))


READERS: dict[str, Callable[[Path | str, str], Rows]] = {
    "openpyxl": with_openpyxl,
    "pandas": with_pandas,
    "calamine": with_calamine,
}


def read_cell(reader: str, path: Path | str, sheet: str, cell: str) -> Any:
    """Return one cell, named as in "B7", as one of READERS sees it."""
    row, column = coordinate_to_tuple(cell)
    return READERS[reader](path, sheet)[row - 1][column - 1]


def _blanks_as_none(rows: Rows) -> Rows:
    return [[None if value == "" or pd.isna(value) else value for value in row] for row in rows]
