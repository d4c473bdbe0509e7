"""The copy of the district's data that a campaign keeps: its lines stay in their file."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

from xlbudget.model.budget import Budget
from xlbudget.model.delimited import read_data, rows_in
from xlbudget.model.district_file import read_district
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.line_item import LineItem
from xlbudget.model.table import Reading, read_table
from xlbudget.model.tables import DISTRICT_FILE, TABLES, Table, table_of

_LINES = table_of(LineItem)
_CHUNK = 2_000  # lines in memory at a time


@dataclass(frozen=True, slots=True)
class FileLines:
    """The lines of a file, read anew each time that they are asked for, some thousand at once."""

    path: Path
    years: Sequence[int]
    comma: bool  # whether a comma sets decimals apart

    def __iter__(self) -> Iterator[LineItem]:
        """Yield each line."""
        for reading in self.readings():
            yield from reading.records

    def readings(self) -> Iterator[Reading]:
        """Yield what is read, chunk by chunk."""
        with self.path.open(encoding="utf-8", newline="") as file:
            rows = rows_in(file)
            header = next(rows, [])
            while chunk := list(islice(rows, _CHUNK)):
                yield _read(_LINES, [header, *chunk], self.years, comma=self.comma)


def own_data(path: Path) -> tuple[Budget, FileLines] | None:
    """Return a budget without its lines, and where these are; None when it must be read whole.

    Issuing checked it with all rules, and they are asked again of what comes of it.

    Args:
        path: The folder, as ``save_folder`` writes it.

    """
    try:
        return _own_data(path)
    except (OSError, csv.Error, UnicodeDecodeError):
        return None  # reading it whole tells what is wrong


def _own_data(path: Path) -> tuple[Budget, FileLines] | None:
    district = read_district(path / DISTRICT_FILE) if path.is_dir() else None
    if district is None or district.district is None or any(map(_is_fatal, district.findings)):
        return None
    if not (path / _LINES.file).is_file():
        return None
    years, comma = district.district.years, district.decimal_comma
    lines = FileLines(path / _LINES.file, years, comma)
    others = [table for table in TABLES if table is not _LINES]
    readings = {table: _reading(table, path, years, comma=comma) for table in others}
    for reading in chain(readings.values(), lines.readings()):
        if not reading.whole or any(map(_is_fatal, reading.findings)):
            return None
    records: dict[str, Any] = {table.attribute: one.records for table, one in readings.items()}
    return Budget(district=district.district, **records), lines


def _reading(table: Table, path: Path, years: Sequence[int], *, comma: bool) -> Reading:
    if not (path / table.file).is_file():
        return Reading()
    rows, faults = read_data(path / table.file)
    if rows is None or faults:
        return Reading(whole=False)
    return _read(table, rows, years, comma=comma)


def _read(
    table: Table, rows: Sequence[Sequence[str]], years: Sequence[int], *, comma: bool
) -> Reading:
    place = Place(file=table.file)
    return read_table(table, rows, place=place, years=years, decimal_comma=comma)


def _is_fatal(finding: Finding) -> bool:
    return finding.severity is Severity.FATAL
