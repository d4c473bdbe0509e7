"""A consolidated budget as tables for other programs: Parquet, and CSV that is safe to open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

from xlbudget.distribution.consolidate.line_table import (
    Plain,
    Row,
    amount_header,
    flat_lines,
    line_headers,
    line_rows,
)
from xlbudget.distribution.consolidate.merged import Merged
from xlbudget.distribution.consolidate.standings import left_out_line
from xlbudget.distribution.consolidate.table_file import TableFile
from xlbudget.model.school_standing import LeftOut, SchoolStanding

_MONEY = frozenset({"year_1", "total", "allocated", "remaining"})
_SCHOOLS = (*(item.name for item in fields(SchoolStanding)), "remaining")
_LEFT_OUT = tuple(item.name for item in fields(LeftOut))


def write_tables(
    parts: Iterable[Merged],
    schools: Iterable[SchoolStanding],
    years: Sequence[int],
    folder: Path,
) -> tuple[Path, ...]:
    """Write lines, schools and lines left out into a folder; return the files.

    The same budget gives the same bytes.  In CSV a text that a spreadsheet would calculate begins
    with an apostrophe, and amounts are dollars and cents; in Parquet they are exact decimals.

    Args:
        parts: The consolidated budget, part by part; one is in memory at a time.
        schools: How it stands with each school.
        years: The fiscal years of the plan.
        folder: Where the files go, a folder that is there.

    """
    amounts = frozenset(map(amount_header, years))
    with (
        TableFile("lines", line_headers(years), amounts, folder) as lines,
        TableFile("schools", _SCHOOLS, _MONEY, folder) as standings,
        TableFile("left_out", _LEFT_OUT, _MONEY, folder) as left_out,
    ):
        standings.write(_rows(schools, _SCHOOLS))
        for part in parts:
            lines.write(line_rows(flat_lines(part)))
            left_out.write(_rows(map(left_out_line, part.rejected), _LEFT_OUT))
    return tuple(path for table in (lines, standings, left_out) for path in table.files)


def _rows(records: Iterable[object], names: Sequence[str]) -> Iterator[Row]:
    for record in records:
        yield tuple(_plain(getattr(record, name)) for name in names)


def _plain(value: object) -> Plain:
    if isinstance(value, Decimal):
        return int(value.scaleb(2))
    return value if isinstance(value, int) or value is None else str(value)
