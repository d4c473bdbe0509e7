"""What the district gave its schools: read once, but each school's lines when it is its turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from xlbudget.distribution.collect.lines_file import LinesFile, lines_file
from xlbudget.distribution.packs import Packs, packs_of
from xlbudget.errors import BudgetError
from xlbudget.model.budget import Budget
from xlbudget.model.delimited import read_rows
from xlbudget.model.district_file import read_district
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.folder import load_folder
from xlbudget.model.school_pack import SchoolPack
from xlbudget.model.table import read_table
from xlbudget.model.tables import DISTRICT_FILE, TABLES, Table
from xlbudget.workbook.intake import load_workbook

_READ = tuple(
    table
    for table in TABLES
    if table.attribute in {"schools", "goals", "standard_items", "sources", "assumptions"}
)
_LINES = next(table for table in TABLES if table.attribute == "lines")
_MOST_ROWS = 1_000_000  # a state's copy has more schools than a person's table has rows


@dataclass(frozen=True, slots=True)
class Given:
    """What the district gave its schools.

    Attributes:
        packs: The same for each school; with the lines of all of them when there is no file.
        lines: Where the lines of each school stand.

    """

    packs: Packs
    lines: LinesFile | None = None

    @property
    def budget(self) -> Budget:
        """The district's budget; without its lines when they stay in their file."""
        return self.packs.budget

    def of(self, school_id: str) -> SchoolPack:
        """Return what the district gave a school.

        Raises:
            UnknownChoiceError: The district has no such school.
            BudgetError: The school's lines have fatal findings.

        """
        if self.lines is None:
            return self.packs.of(school_id)
        read = self.lines.of(school_id)
        _must_be_sound(read.findings, self.lines.path.parent)
        return self.packs.with_lines_of(school_id, read.records)


def own_copy(path: Path, *, with_lines: bool, send_to: str, due: date | None) -> Given:
    """Return what stands in the copy of the data that a campaign keeps in its folder.

    Issuing checked it with all rules; they are not asked again.

    Args:
        path: The folder of the data.
        with_lines: Whether schools were given their lines of last year.
        send_to: Where answers go.
        due: Day by which they are due.

    Raises:
        BudgetError: It has fatal findings.
        OSError: It cannot be read.

    """
    read = read_district(path / DISTRICT_FILE)
    _must_be_sound(read.findings, path)
    if read.district is None or not (path / _LINES.file).is_file():
        return stated(path, with_lines=with_lines, send_to=send_to, due=due)
    years, comma = read.district.years, read.decimal_comma
    lines = lines_file(path / _LINES.file, years, comma=comma)
    if lines is None:
        return stated(path, with_lines=with_lines, send_to=send_to, due=due)
    records: dict[str, Any] = {
        table.attribute: _records(table, path, years, comma=comma) for table in _READ
    }
    budget = Budget(district=read.district, **records)
    return Given(packs_of(budget, with_lines=with_lines, send_to=send_to, due=due), lines)


def stated(path: Path, *, with_lines: bool, send_to: str, due: date | None) -> Given:
    """Return what stands in data that a person names: a folder or a workbook, checked whole.

    As ``own_copy``, but all lines are read, and all rules are asked.
    """
    budget, findings = load_folder(path) if path.is_dir() else load_workbook(path)
    if budget is None:
        _must_be_sound(findings, path)
    assert budget is not None  # noqa: S101 - a finding is fatal when there is no budget
    return Given(packs_of(budget, with_lines=with_lines, send_to=send_to, due=due))


def _records(
    table: Table, path: Path, years: tuple[int, ...], *, comma: bool
) -> tuple[object, ...]:
    file, place = path / table.file, Place(file=table.file)
    if not file.is_file():
        return ()
    rows, faults = read_rows(file, most_rows=_MOST_ROWS)
    _must_be_sound((fault.at(place) for fault in faults), path)
    got = read_table(table, rows or (), place=place, years=years, decimal_comma=comma)
    _must_be_sound(got.findings, path)
    return got.records


def _must_be_sound(findings: Iterable[Finding], data: Path) -> None:
    fatal = [one for one in findings if one.severity is Severity.FATAL]
    if not fatal:
        return
    first = fatal[0]
    noun = "a fatal finding" if len(fatal) == 1 else f"{len(fatal):,} fatal findings"
    raise BudgetError(
        saw=f"The district's data has {noun}: {first.saw}",
        wants=first.wants,
        fix=first.fix,
        place=str(first.place) or str(data),
    )
