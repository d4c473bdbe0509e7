"""A district folder: read into a budget with all its findings, and written back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from xlbudget.errors import LockedFileError
from xlbudget.model.budget import Budget
from xlbudget.model.delimited import read_data, rows_text, unreadable
from xlbudget.model.district import District
from xlbudget.model.district_file import DistrictRead, district_text, read_district
from xlbudget.model.finding import Finding, Place, Severity, worst
from xlbudget.model.folder_files import (
    FILES,
    empty,
    missed,
    missing,
    must_be_folder,
    must_be_new,
    strangers,
)
from xlbudget.model.placement import relocated
from xlbudget.model.rules import RULES, findings_of
from xlbudget.model.table import Reading, read_table, table_rows
from xlbudget.model.tables import DISTRICT_FILE, REQUIRED_FILES, TABLES, Table

_FATAL_RULES = tuple(rule for rule in RULES if rule.severity is Severity.FATAL)


def load_folder(path: Path) -> tuple[Budget | None, tuple[Finding, ...]]:
    """Return the budget that a folder holds, and every finding: intake's and the rules'.

    Args:
        path: A folder with ``district.toml``, ``line_items.csv`` and what else there is.

    Returns:
        The budget, or None when a finding is fatal; and the findings, by file and row.

    Raises:
        MissingFileError: There is no such folder.

    """
    try:
        must_be_folder(path)
        return _loaded(path)
    except OSError as error:
        fault = unreadable(error.strerror or "the folder cannot be opened")
        return None, (fault.at(Place(file=str(path))),)


def save_folder(budget: Budget, path: Path, *, overwrite: bool = False) -> None:
    """Write a budget as a folder that ``load_folder`` reads back as the same budget.

    Args:
        budget: The budget.
        path: The folder; made when it is not there.
        overwrite: Whether files of the same names are replaced.

    Raises:
        ExistingFileError: A file is there already and ``overwrite`` is false.
        LockedFileError: The folder or a file in it may not be written.

    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        if not overwrite:
            must_be_new(path)
        for name, text in folder_texts(budget).items():
            beside = path / f"{name}.part"
            beside.write_bytes(text.encode("utf-8"))
            beside.replace(path / name)
    except (PermissionError, FileExistsError, NotADirectoryError) as error:
        raise LockedFileError(
            saw=f"{error.filename or path} cannot be written",
            wants="It is a folder that you may write to, and no program holds its files",
            fix="Close the file in your spreadsheet, or choose another folder",
            place=str(path),
        ) from error


def _loaded(path: Path) -> tuple[Budget | None, tuple[Finding, ...]]:
    read = _district(path)
    readings = {table.file: _reading(table, path, read) for table in TABLES}
    findings = [*read.findings, *chain(*(reading.findings for reading in readings.values()))]
    findings += strangers(path)
    if read.district is None or not all(reading.whole for reading in readings.values()):
        return None, in_order(findings)
    budget = budget_of(read.district, readings)
    findings += missed(path, budget)
    findings += judged(budget, findings, readings)
    kept = None if worst(findings) is Severity.FATAL else budget
    return kept, in_order(findings)


def folder_texts(budget: Budget) -> Mapping[str, str]:
    """Return what ``save_folder`` writes: the text of each file by its name."""
    years = budget.district.years
    tables = {
        table.file: rows_text(table_rows(table, table.records(budget), years)) for table in TABLES
    }
    return {DISTRICT_FILE: district_text(budget.district), **tables}


def _district(path: Path) -> DistrictRead:
    file = path / DISTRICT_FILE
    if not file.exists():
        return DistrictRead(None, findings=(missing(DISTRICT_FILE, Severity.FATAL),))
    return read_district(file)


def _reading(table: Table, path: Path, read: DistrictRead) -> Reading:
    file, place = path / table.file, Place(file=table.file)
    required = table.file in REQUIRED_FILES
    if not file.exists():
        lacks = (missing(table.file, Severity.FATAL),) if required else ()
        return Reading(findings=lacks, whole=not required)
    rows, faults = read_data(file)
    said = tuple(fault.at(place) for fault in faults)
    if rows is None:
        return Reading(findings=said, whole=False)
    if not rows and required:
        return Reading(findings=(*said, empty(table.file)), whole=False)
    years = read.district.years if read.district else ()
    got = read_table(table, rows, place=place, years=years, decimal_comma=read.decimal_comma)
    return Reading(got.records, got.rows, said + got.findings, got.whole)


def budget_of(district: District, readings: Mapping[str, Reading]) -> Budget:
    """Return the budget of a district and the records of every file."""
    records = {table.attribute: readings[table.file].records for table in TABLES}
    return Budget(district=district, **records)


def judged(
    budget: Budget, before: Iterable[Finding], readings: Mapping[str, Reading]
) -> Iterator[Finding]:
    """Yield what the rules find; of a budget not fully read, only what is fatal and is news."""
    rows = {file: reading.rows for file, reading in readings.items()}
    fatal = {
        (item.place.file, item.place.row, item.place.column)
        for item in before
        if item.severity is Severity.FATAL
    }
    rules = _FATAL_RULES if fatal else RULES
    for finding in relocated(findings_of(budget, rules), rows):
        place = finding.place
        if (place.file, place.row, place.column) not in fatal:
            yield finding


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by file in the order of tables, then by row, as they were made."""
    order = {name: position for position, name in enumerate(FILES)}
    return tuple(
        sorted(
            findings,
            key=lambda finding: (
                order.get(finding.place.file, len(order)),
                finding.place.row or 0,
            ),
        )
    )
