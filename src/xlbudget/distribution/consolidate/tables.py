"""A consolidated budget as tables for other programs: Parquet, and CSV that is safe to open."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from xlbudget.distribution.consolidate.line_table import (
    NUMBERS,
    WHOLE,
    Plain,
    Row,
    amount_header,
    flat_lines,
    line_headers,
    line_rows,
)
from xlbudget.distribution.consolidate.merged import Merged
from xlbudget.distribution.consolidate.standings import left_out, standings_of
from xlbudget.model.school_standing import LeftOut, SchoolStanding

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

_CHUNK = 10_000  # rows made at a time
_DIGITS = 18  # of an amount
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_MONEY = frozenset({"year_1", "total", "allocated", "remaining"})
_COUNTS = frozenset({"lines", "rejected", "warnings"})


@dataclass(frozen=True, slots=True)
class _Table:
    """A table: its name, its columns, which of them are cents, and its rows."""

    name: str
    headers: tuple[str, ...]
    money: frozenset[str]
    rows: Iterable[Row]


def write_tables(merged: Merged, folder: Path) -> tuple[Path, ...]:
    """Write lines, schools and lines left out into a folder; return the files.

    The same budget gives the same bytes.  In CSV a text that a spreadsheet would calculate begins
    with an apostrophe, and amounts are dollars and cents; in Parquet they are exact decimals.

    Args:
        merged: The consolidated budget.
        folder: Where the files go, a folder that is there.

    """
    return tuple(path for table in _tables(merged) for path in _write(table, folder))


def safe(text: str) -> str:
    """Return a text as a cell of a CSV file: what a spreadsheet would calculate begins with '."""
    return f"'{text}" if text.startswith(_RISKY) else text


def _tables(merged: Merged) -> Iterator[_Table]:
    years = merged.budget.district.years
    amounts = frozenset(map(amount_header, years))
    yield _Table("lines", line_headers(years), amounts, line_rows(flat_lines(merged)))
    schools = (*(item.name for item in fields(SchoolStanding)), "remaining")
    yield _Table("schools", schools, _MONEY, _rows(standings_of(merged), schools))
    out = tuple(item.name for item in fields(LeftOut))
    yield _Table("left_out", out, _MONEY, _rows(left_out(merged), out))


def _rows(records: Iterable[object], names: Sequence[str]) -> Iterator[Row]:
    for record in records:
        yield tuple(_plain(getattr(record, name)) for name in names)


def _plain(value: object) -> Plain:
    if isinstance(value, Decimal):
        return int(value.scaleb(2))
    return value if isinstance(value, int) or value is None else str(value)


def _write(table: _Table, folder: Path) -> tuple[Path, Path]:
    import pyarrow.parquet as pq  # type: ignore[import-untyped]  # noqa: PLC0415 - slow

    sheet, columns = folder / f"{table.name}.csv", folder / f"{table.name}.parquet"
    schema = _schema(table)
    with (
        sheet.open("w", encoding="utf-8-sig", newline="") as text,
        pq.ParquetWriter(columns, schema) as writer,
    ):
        out = csv.writer(text)
        out.writerow(table.headers)
        rows = iter(table.rows)
        while chunk := list(islice(rows, _CHUNK)):
            out.writerows(_csv_row(row, table) for row in chunk)
            writer.write_table(_arrow(chunk, table, schema))
    return sheet, columns


def _csv_row(row: Row, table: _Table) -> list[Plain]:
    return [_csv_cell(*pair, table) for pair in zip(table.headers, row, strict=True)]


def _csv_cell(header: str, value: Plain, table: _Table) -> Plain:
    if header in table.money:
        return f"{_dollars(value):f}"
    return safe(value) if isinstance(value, str) and header not in NUMBERS else value


def _dollars(cents: Plain) -> Decimal:
    return Decimal(int(cents or 0)).scaleb(-2)


def _schema(table: _Table) -> pa.Schema:
    import pyarrow as pa  # noqa: PLC0415 - as above

    kinds = dict.fromkeys(WHOLE | _COUNTS, pa.int64())
    kinds |= dict.fromkeys(table.money, pa.decimal128(_DIGITS, 2))
    return pa.schema([(header, kinds.get(header, pa.string())) for header in table.headers])


def _arrow(rows: Sequence[Row], table: _Table, schema: pa.Schema) -> pa.Table:
    import pyarrow as pa  # noqa: PLC0415 - as above

    columns = zip(table.headers, zip(*rows, strict=True), strict=True)
    cells = {
        header: [_dollars(cents) for cents in column] if header in table.money else column
        for header, column in columns
    }
    return pa.table(cells, schema=schema)
