"""Where imported records go: into a table of a district folder, and never over what is there."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from xlbudget.errors import ExistingFileError, LockedFileError
from xlbudget.hosts.python import refusal
from xlbudget.model.delimited import read_data, rows_text
from xlbudget.model.district_file import read_district
from xlbudget.model.finding import Finding, Place, Severity, worst
from xlbudget.model.mapping import Mapping
from xlbudget.model.merged_rows import Merged, merged
from xlbudget.model.table import read_table, table_rows
from xlbudget.model.tables import DISTRICT_FILE, Table
from xlbudget.workbook.lock_file import lock_of

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Target:
    """The file that records are put to, and what it will hold."""

    path: Path
    merged: Merged
    is_new: bool


def target_of(mapping: Mapping, records: Iterable[object], folder: Path, *, force: bool) -> Target:
    """Return what the folder's file will hold.

    Args:
        mapping: The mapping that made the records.
        records: What is imported.
        folder: The district folder, or one that is not there yet.
        force: Whether records that are there already take the imported values.

    Raises:
        BudgetError: The file that is there has fatal findings.
        ExistingFileError: Records are there already and ``force`` is false.
        LockedFileError: A spreadsheet has the file open.

    """
    table = mapping.table
    path = folder / table.file
    comma = _decimal_comma(folder)
    old = _old_rows(table, path, decimal_comma=comma) if path.exists() else ()
    rows = table_rows(table, records, ())
    found = merged(table, old, rows, given=mapping.given, decimal_comma=comma)
    if found.there and not force:
        raise _already(table, found.there, path)
    return Target(path, found, is_new=not path.exists())


def write_target(target: Target) -> Path | None:
    """Write the file whole; return the dated copy of the one that stood there."""
    path = target.path
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.part")
    beside.write_bytes(rows_text(target.merged.rows).encode("utf-8"))
    backup = None
    if path.exists():
        now = datetime.now().astimezone()
        backup = path.with_name(f"{path.name}.bak-{now:%Y%m%d-%H%M%S-%f}")
        shutil.copy2(path, backup)
    beside.replace(path)
    return backup


def _decimal_comma(folder: Path) -> bool:
    file = folder / DISTRICT_FILE
    return file.exists() and read_district(file).decimal_comma


def _old_rows(table: Table, path: Path, *, decimal_comma: bool) -> list[list[str]]:
    if lock := lock_of(path):
        raise LockedFileError(
            saw=f"The file is open in {lock.program}" + (f" by {lock.user}" if lock.user else ""),
            wants="A file is added to when no program holds it",
            fix="Save and close it there",
            place=str(path),
        )
    rows, faults = read_data(path)
    place = Place(file=path.name)
    found: list[Finding] = [fault.at(place) for fault in faults]
    if rows:
        found += read_table(table, rows, place=place, decimal_comma=decimal_comma).findings
    if worst(found) is Severity.FATAL:
        raise refusal(found, str(path.parent))
    return rows or []


def _already(table: Table, there: tuple[str, ...], path: Path) -> ExistingFileError:
    more = f" and {len(there) - _SHOWN} more" if len(there) > _SHOWN else ""
    return ExistingFileError(
        saw=f"The file has {table.noun} {', '.join(there[:_SHOWN])}{more} already",
        wants="Nothing is overwritten unasked",
        fix="Import into another folder, or ask for it with --force: these records take the "
        "imported values, what the import does not give stays, and a dated copy is kept",
        place=str(path),
    )
