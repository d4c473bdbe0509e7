"""A table that a school fills in: its records, and the formulas that were typed over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from xlbudget.model.fault import Fault, IntakeCode, shown
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.school_answer import AnswerLine, BuildingGoal
from xlbudget.model.table import Reading
from xlbudget.model.tables import Table
from xlbudget.sheets.school import goals, my_lines
from xlbudget.workbook.intake.alike import alike_in_one
from xlbudget.workbook.intake.cell_text import number_text
from xlbudget.workbook.intake.found_table import FoundTable
from xlbudget.workbook.intake.headings import plain
from xlbudget.workbook.intake.places import Located
from xlbudget.workbook.intake.sheet_table import read_sheet_table
from xlbudget.workbook.read import Value

LINES = Table("my lines", AnswerLine, "lines", "line", my_lines.TITLE, my_lines.TABLE)
OWN_GOALS = Table("goals", BuildingGoal, "goals", "goal", goals.TITLE, goals.OWN)
_CALCULATED = {LINES.name: my_lines.CALCULATED, OWN_GOALS.name: goals.CALCULATED}
_GIVEN = {LINES.name: (my_lines.LAST_YEAR,), OWN_GOALS.name: ()}
_BELOW_GOALS = plain("District goal")  # heads the block below the building's goals


@dataclass(frozen=True, slots=True)
class SchoolTable:
    """What was read of a table that a school fills in; places are those of its reading."""

    table: Table
    reading: Reading
    located: Located
    findings: tuple[Finding, ...]


def read_school_table(table: Table, found: FoundTable) -> SchoolTable:
    """Return the records of a table on a sheet, and what was found.

    Args:
        table: The table: ``LINES`` or ``OWN_GOALS``.
        found: Where it stands.

    """
    held = found if found.is_whole else replace(found, last_row=_last_row(found))
    read = read_sheet_table(table, held, None, ())
    own = own_headings(table)
    columns = {at: heading for at, heading in held.headings.items() if plain(heading) in own}
    located = replace(
        read.located, columns={**{name: at for at, name in columns.items()}, **read.located.columns}
    )
    findings = (
        *(finding for finding in read.reading.findings if not _is_own(finding, own)),
        *alike_in_one(_typed_over(table, held, columns), held.first_row - 2),
    )
    return SchoolTable(table, read.reading, located, findings)


def own_headings(table: Table) -> frozenset[str]:
    """Return the plain headings of the columns that a school does not fill in."""
    return frozenset(map(plain, (*_CALCULATED[table.name], *_GIVEN[table.name])))


def _is_own(finding: Finding, own: Collection[str]) -> bool:
    """Return whether a finding only says that a column of the workbook is not asked for."""
    return finding.code == IntakeCode.HEADER and plain(finding.place.column) in own


def _typed_over(table: Table, found: FoundTable, columns: dict[int, str]) -> Iterator[Finding]:
    """Yield each cell of a calculated column that has a value, and no formula."""
    words = {plain(header) for header in _CALCULATED[table.name]}
    calculated = {at: header for at, header in columns.items() if plain(header) in words}
    for row in range(found.first_row, found.last_row + 1):
        for at, header in calculated.items():
            value = found.grid.value(row, at)
            if value is None or found.grid.formula(row, at):
                continue
            fault = Fault(
                IntakeCode.FORM,
                f"{header} holds {shown(_told(value))}, typed over its formula",
                "The workbook calculates the cell; what is typed there is not read",
                "Take the row from the workbook that was issued, so that its words are true",
                Severity.WARNING,
            )
            yield fault.at(Place(file=table.file, row=row - found.first_row + 2, column=header))


def _told(value: Value) -> str:
    return number_text(value) if isinstance(value, float) else str(value)


def _last_row(found: FoundTable) -> int:
    """Return where a table ends that the spreadsheet does not know: before the next block."""
    rows = range(found.first_row, found.last_row + 1)
    row = next((row for row in rows if _BELOW_GOALS in map(plain, _words(found, row))), 0)
    if not row:
        return found.last_row
    while row - 1 > found.header_row and row - 1 in found.grid.rows:  # its heading, its sentence
        row -= 1
    return row - 1


def _words(found: FoundTable, row: int) -> Iterable[str]:
    return found.grid.words(row).values()
