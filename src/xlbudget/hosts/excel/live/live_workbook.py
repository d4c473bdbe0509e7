"""The workbook that is open in Excel, reached through xlwings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import xlwings as xw

from xlbudget.hosts.excel.live.typed import typed
from xlbudget.hosts.excel.live.unlocked import unlocked
from xlbudget.workbook.act import Block

_PDF = 0
"""Excel's number for the kind of file."""


@dataclass(frozen=True, slots=True)
class LiveWorkbook:
    """The workbook that is open in Excel."""

    book: xw.Book

    @property
    def name(self) -> str:
        """Return its name, such as ``budget.xlsx``."""
        return str(self.book.name)

    @property
    def home(self) -> Path | None:
        """Return its file on this machine; None for one that was never saved, or is in a cloud."""
        full = str(self.book.api.FullName)
        path = Path(full)
        return None if "://" in full or not path.is_absolute() else path

    def save_copy(self, folder: Path) -> Path:
        """Save a copy of it as it stands, unsaved changes included; the workbook stays as it is.

        Args:
            folder: Where the copy goes, under the workbook's name.

        """
        name = self.name if Path(self.name).suffix else f"{self.name}.xlsx"
        path = folder / name
        self.book.api.SaveCopyAs(str(path))
        return path

    def selected(self) -> str:
        """Return the selected cell with its sheet, such as ``'Line items'!C7``; "" for none."""
        try:
            chosen = self.book.app.selection
        except AttributeError:  # a sheet without cells is in front
            return ""
        if chosen is None or chosen.sheet.book.name != self.name:
            return ""
        sheet = str(chosen.sheet.name).replace("'", "''")
        address = chosen.get_address(row_absolute=False, column_absolute=False)
        return f"'{sheet}'!{address.partition(':')[0].partition(',')[0]}"

    def write(self, blocks: Iterable[Block], *, starts_1904: bool = False) -> None:
        """Give cells what they take: one call for each block.

        Args:
            blocks: The blocks.
            starts_1904: Whether the workbook counts days from 1904.

        """
        for block in blocks:
            sheet = self.book.sheets[block.sheet]
            with unlocked(sheet):
                sheet.range(block.area).api.Formula = typed(block.values, starts_1904=starts_1904)

    def add_rows(self, sheet: str, header_row: int, count: int) -> None:
        """Add rows at the end of a table; what stands below moves down.

        Args:
            sheet: The tab.
            header_row: The row of its headers, from 1.
            count: How many rows are added.

        """
        tab = self.book.sheets[sheet]
        with unlocked(tab):
            for table in tab.tables:
                if table.range.row == header_row:
                    for _ in range(count):
                        table.api.ListRows.Add(AlwaysInsert=True)
                    return

    def show(self, sheet: str, cell: str) -> None:
        """Show a cell to the person."""
        tab = self.book.sheets[sheet]
        tab.api.Activate()
        tab.range(cell).api.Select()

    def calculate(self) -> None:
        """Calculate every formula anew, whether Excel thinks it has changed or not."""
        self.book.app.api.CalculateFull()

    def export(self, sheet: str, path: Path) -> None:
        """Export a sheet as a PDF."""
        self.book.sheets[sheet].api.ExportAsFixedFormat(Type=_PDF, Filename=str(path))
