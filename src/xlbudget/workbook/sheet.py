"""A sheet of the file as XlsxWriter writes it, in little memory however many rows it has."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

from xlsxwriter.worksheet import Worksheet


class PlainSheet(Worksheet):  # type: ignore[misc] # XlsxWriter ships no types
    """A sheet whose formulas are written as they are, and empty results as the texts they are.

    The library looks 29 times through every formula for functions newer than ours; a test holds
    our formulas to Excel 2010's functions, so there is nothing to be found.
    """

    dim_rowmin: int  # the library's: the first and last row that it writes
    dim_rowmax: int

    def __init__(self) -> None:
        super().__init__()
        self.table_cells = _Forgetful()
        self._aside: list[_Aside] = []

    def calculate_columns(self, formulas: Sequence[str]) -> None:
        """Say by which formulas the columns of the last table are calculated; "" where by none.

        The library would put each of them into every row, to be replaced by ours.
        """
        for column, formula in zip(self.tables[-1]["columns"], formulas, strict=True):
            column["formula"] = formula.removeprefix("=")

    def put_aside(self, first: int, last: int) -> None:
        """Keep rows that are whole in a file of their own; nothing may be put into them later.

        The library keeps each cell in memory until the workbook is closed.

        Args:
            first: The first row, counted from 0, below all those that were put aside before.
            last: The last row.

        """
        kept = TemporaryFile("w+", encoding="utf-8", newline="")  # noqa: SIM115 - read later
        self._aside.append(_Aside(first, last, kept))
        self.fh, before = kept, self.fh
        try:
            self._write_span(first, last)
        finally:
            self.fh = before
        for row in range(first, last + 1):
            self.table.pop(row, None)

    def _write_rows(self) -> None:
        first, end = self.dim_rowmin, self.dim_rowmax
        for aside in self._aside:
            self._write_span(first, aside.first - 1)
            aside.kept.seek(0)
            shutil.copyfileobj(aside.kept, self.fh)
            aside.kept.close()
            first = aside.last + 1
        self._write_span(first, end)

    def _write_span(self, first: int, last: int) -> None:
        kept = self.dim_rowmin, self.dim_rowmax
        self.dim_rowmin, self.dim_rowmax = first, last
        super()._write_rows()
        self.dim_rowmin, self.dim_rowmax = kept

    def _prepare_formula(
        self,
        formula: str,
        expand_future_functions: bool = False,  # noqa: ARG002 - the library's signature
    ) -> str:
        return formula.removeprefix("=")

    def _xml_formula_element(
        self, formula: str, result: object, attributes: Sequence[tuple[str, object]] = ()
    ) -> None:
        """Say that an empty text is a text; without it the formula looks never calculated."""
        told = [*attributes, ("t", "str")] if result == "" else attributes
        super()._xml_formula_element(formula, result, told)


@dataclass(frozen=True, slots=True)
class _Aside:
    """Rows that are kept in a file of their own."""

    first: int
    last: int
    kept: IO[str]


class _Forgetful(dict[object, object]):
    """What the library notes of every cell of a table, to find overlaps: a layout has none."""

    def __setitem__(self, key: object, value: object) -> None:
        pass
