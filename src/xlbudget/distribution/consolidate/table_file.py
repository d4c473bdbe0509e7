"""A table in two files that are written row by row: Parquet, and CSV that is safe to open."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Self

from xlbudget.distribution.consolidate.arrow_columns import (
    money_column,
    text_column,
    whole_column,
)
from xlbudget.distribution.consolidate.line_table import NUMBERS, WHOLE, Plain, Row
from xlbudget.model.delimited import safe_cell

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

_MOST_ROWS = 2_000  # of Parquet in memory at a time
_WHOLE = WHOLE | {"lines", "rejected", "warnings"}


class TableFile:
    """A table that is being written; use it in a ``with`` block.

    Args:
        name: The name of its two files, without an ending.
        headers: Its columns.
        money: Those of them that are cents.
        folder: Where the files go.

    """

    def __init__(
        self, name: str, headers: tuple[str, ...], money: frozenset[str], folder: Path
    ) -> None:
        import pyarrow.parquet as pq  # type: ignore[import-untyped]  # noqa: PLC0415 - slow

        self.files = folder / f"{name}.csv", folder / f"{name}.parquet"
        self._headers, self._money = headers, money
        self._rows: list[Row] = []
        self._sheet = self.files[0].open("w", encoding="utf-8-sig", newline="")
        self._csv = csv.writer(self._sheet)
        self._csv.writerow(headers)
        self._parquet = pq.ParquetWriter(self.files[1], self._arrow(()).schema)

    def __enter__(self) -> Self:
        """Return the table itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Write what is left, and close the files."""
        try:
            self._flush()
        finally:
            self._sheet.close()
            self._parquet.close()

    def write(self, rows: Iterable[Row]) -> None:
        """Write rows; those of Parquet are written some thousand at a time."""
        for row in rows:
            self._csv.writerow(map(self._cell, self._headers, row))
            self._rows.append(row)
            if len(self._rows) == _MOST_ROWS:
                self._flush()

    def _flush(self) -> None:
        if self._rows:
            self._parquet.write_table(self._arrow(self._rows))
            self._rows.clear()

    def _cell(self, header: str, value: Plain) -> Plain:
        if header in self._money:
            return f"{Decimal(int(value or 0)).scaleb(-2):f}"
        return safe_cell(value) if isinstance(value, str) and header not in NUMBERS else value

    def _arrow(self, rows: Sequence[Row]) -> pa.Table:
        import pyarrow as pa  # noqa: PLC0415 - as above

        values = zip(*rows, strict=True) if rows else ((),) * len(self._headers)
        return pa.table(list(map(self._column, self._headers, values)), names=self._headers)

    def _column(self, header: str, values: Sequence[Plain]) -> pa.Array:
        if header in self._money:
            return money_column(values)
        return whole_column(values) if header in _WHOLE else text_column(values)
