"""Which files a district folder has, lacks, or should not have."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from xlbudget.errors import ExistingFileError, MissingFileError
from xlbudget.model.budget import Budget
from xlbudget.model.fault import Fault, IntakeCode, shown
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.tables import DISTRICT_FILE, REQUIRED_FILES, TABLES, table_referred

FILES = (DISTRICT_FILE, *(table.file for table in TABLES))


def must_be_folder(path: Path) -> None:
    """Refuse a path that is no folder."""
    if not path.is_dir():
        what = "is a file" if path.exists() else "is not there"
        raise MissingFileError(
            saw=f"{path} {what}",
            wants=f"A district folder holds {' and '.join(REQUIRED_FILES)}",
            fix="Name the folder, or start one with: xlbudget demo",
            place=str(path),
        )


def must_be_new(path: Path) -> None:
    """Refuse a folder in which a file of a budget stands already."""
    there = [name for name in FILES if (path / name).exists()]
    if there:
        raise ExistingFileError(
            saw=f"The folder has {', '.join(there)} already",
            wants="Nothing is overwritten unasked",
            fix="Choose another folder, or say that its files may be replaced",
            place=str(path),
        )


def missed(path: Path, budget: Budget) -> Iterator[Finding]:
    """Yield a remark for each file that is not there and that another file refers to."""
    referring = {
        target.file
        for table in TABLES
        for field in table.fields
        if (target := table_referred(field)) is not None
        if any(getattr(record, field.name) for record in table.records(budget))
    }
    for table in TABLES:
        if table.file in referring and not (path / table.file).exists():
            yield missing(table.file, Severity.INFORMATION)


def strangers(path: Path) -> Iterator[Finding]:
    """Yield a remark for each table of the folder that is none of a budget's."""
    for name in sorted(file.name for file in path.iterdir() if file.suffix.casefold() == ".csv"):
        if name not in FILES:
            near = get_close_matches(name.casefold(), FILES, n=1)
            fault = Fault(
                IntakeCode.MISSING_FILE,
                f"{shown(name)} is none of the files of a budget",
                f"The nearest name is {near[0]}" if near else f"Files are: {', '.join(FILES)}",
                "Rename it if it belongs to the budget; it is not read",
                Severity.INFORMATION,
            )
            yield fault.at(Place(file=name))


def missing(name: str, severity: Severity) -> Finding:
    """Return the finding that a file is not there."""
    fault = Fault(
        IntakeCode.MISSING_FILE,
        f"{name} is not in the folder",
        "Other files refer to it" if severity is Severity.INFORMATION else "A budget needs it",
        f"Add {name}",
        severity,
    )
    return fault.at(Place(file=name))


def empty(name: str) -> Finding:
    """Return the finding that a file has no header."""
    fault = Fault(
        IntakeCode.HEADER,
        "The file is empty",
        "Its first row names the columns",
        "Write the columns' names in the first row, and one row for each line",
    )
    return fault.at(Place(file=name))
