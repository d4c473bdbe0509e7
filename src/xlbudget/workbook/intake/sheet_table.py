"""From a table on a sheet to its records, with everything found on the way."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from xlbudget.model.delimited import MOST_ROWS
from xlbudget.model.fault import Fault, IntakeCode, shown
from xlbudget.model.field import Field
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.header import read_header
from xlbudget.model.table import Reading, read_table
from xlbudget.model.tables import REQUIRED_FILES, Table
from xlbudget.model.text import cleaned
from xlbudget.workbook.intake.alike import MOST_ALIKE, alike_in_one
from xlbudget.workbook.intake.cell_text import read_cell
from xlbudget.workbook.intake.found_table import FoundTable
from xlbudget.workbook.intake.headings import columns_meant
from xlbudget.workbook.intake.places import Located

_FIRST_YEAR = 2027  # names the columns of a workbook whose own first year cannot be read

_BLANK: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class SheetTable:
    """What was read of a table on a sheet; places are those of a district folder's file."""

    reading: Reading
    located: Located


def read_sheet_table(
    table: Table, found: FoundTable, first_year: int | None, years: Sequence[int]
) -> SheetTable:
    """Return the records of a table on a sheet, and what was found.

    Args:
        table: The table.
        found: Where it stands.
        first_year: Fiscal year of the columns of year 1; None when it is not known.
        years: Fiscal years of the plan.

    """
    names = columns_meant(table, found.headings, first_year or _FIRST_YEAR)
    strange = _strange(table, found, names)
    large = tuple(_too_large(table, found))
    is_clear = len(set(names.values())) == len(names) and not large
    rows, odd = _rows(table, found, names) if is_clear else ([], [])
    lines: list[Sequence[str]] = [list(names.values()), *rows]
    got = read_table(table, lines, place=Place(file=table.file), years=years)
    keys = dict(zip(got.rows, map(table.id_of, got.records), strict=True))
    said = (_named(finding, keys) for finding in alike_in_one(odd, found.first_row - 2))
    findings = (
        *large,
        *_stands(table, found),
        *_not_known(table, strange),
        *_short_of_years(table, set(names.values()), years),
        *said,
        *got.findings,
    )
    columns = {name: at for at, name in (strange | names).items()}
    numbers = {key: number for number, key in reversed(keys.items()) if key}
    located = Located(found.sheet, found.header_row, found.first_row, columns, numbers)
    return SheetTable(replace(got, findings=findings), located)


def not_there(table: Table) -> Finding:
    """Return the finding that a workbook does not have a table."""
    needed = table.file in REQUIRED_FILES
    fault = Fault(
        IntakeCode.MISSING_FILE,
        f"The table {table.name} of the sheet {table.sheet} is not in the workbook",
        "A budget needs it" if needed else f"Without it the budget has no {table.noun}",
        "Take a workbook that xlbudget made; start one with: xlbudget template"
        if needed
        else "Nothing needs to be done, if none is meant",
        Severity.FATAL if needed else Severity.INFORMATION,
    )
    return fault.at(Place(file=table.file))


def _strange(table: Table, found: FoundTable, names: Mapping[int, str]) -> dict[int, str]:
    """Return the headings by column that are none of the table's and not calculated."""
    rest = found.headings.keys() - names.keys() - found.calculated
    words = {at: cleaned(found.headings[at]) for at in sorted(rest)}
    return {at: word for at, word in words.items() if word and not _is_known(table, word)}


def _not_known(table: Table, strange: Mapping[int, str]) -> Iterator[Finding]:
    """Yield a remark on each column that is not known; on all of them together when many."""
    headings, place = list(strange.values()), Place(file=table.file)
    if len(headings) > MOST_ALIKE:
        listed = ", ".join(map(shown, headings[:MOST_ALIKE]))
        fault = Fault(
            IntakeCode.HEADER,
            f"{len(headings):,} columns are not known: {listed} and more",
            "A sheet may have columns of your own",
            "Nothing needs to be done: they are not read",
            Severity.INFORMATION,
        )
        yield fault.at(replace(place, row=1, column=headings[0]))
        return
    found = read_header(table, headings, place)[1]
    yield from (finding for finding in found if finding.place.column in headings)


def _is_known(table: Table, heading: str) -> bool:
    """Return whether a heading alone would name a column: it repeats another then."""
    return bool(columns_meant(table, {1: heading}, _FIRST_YEAR))


def _rows(
    table: Table, found: FoundTable, names: Mapping[int, str]
) -> tuple[list[Sequence[str]], list[Finding]]:
    """Return the texts of every row, and what is odd about their cells."""
    fields = {at: _field(table, name) for at, name in names.items()}
    rows: list[Sequence[str]] = []
    odd: list[Finding] = []
    for row in range(found.first_row, found.last_row + 1):
        if row not in found.grid.rows:
            rows.append(_BLANK)
            continue
        texts = dict.fromkeys(fields, "")
        for at in sorted(found.grid.rows.get(row, {}).keys() & texts.keys()):
            read = read_cell(fields[at], found.grid, row, at)
            texts[at] = read.text
            if read.faults:
                place = Place(file=table.file, row=row - found.first_row + 2, column=names[at])
                odd += (fault.at(place) for fault in read.faults)
        rows.append(list(texts.values()))
    return rows, odd


def _stands(table: Table, found: FoundTable) -> Iterator[Finding]:
    """Yield what is to be said of where a table stands."""
    if not found.is_whole:
        fault = Fault(
            IntakeCode.STANDS,
            f"{found.sheet} has the headings of {table.name}, but no table of that name",
            "Its columns were found by their headings",
            "Nothing needs to be done; xlbudget new writes it as a table again",
            Severity.INFORMATION,
        )
        yield fault.at(Place(file=table.file, row=1))
    if found.below:
        fault = Fault(
            IntakeCode.STANDS,
            f"Rows stand below the end of the table {table.name}",
            "They are read, but formulas of the workbook do not count them",
            "Drag the corner of the table down over them",
            Severity.WARNING,
        )
        yield fault.at(Place(file=table.file, row=found.below - found.first_row + 2))
    if found.unread:
        fault = Fault(
            IntakeCode.STANDS,
            f"The row right below the table {table.name} is not read",
            "It holds formulas, as a row of totals does",
            "Nothing needs to be done for totals; move what belongs to the budget into the table",
            Severity.WARNING,
        )
        yield fault.at(Place(file=table.file, row=found.unread - found.first_row + 2))


def _short_of_years(
    table: Table, names: Collection[str], years: Sequence[int]
) -> Iterator[Finding]:
    """Yield a warning for each yearly column that does not reach over the whole plan."""
    for field in table.fields:
        lacks = [year for year in years if f"{field.name}_{year}" not in names]
        if field.yearly and lacks and len(lacks) < len(years):
            fault = Fault(
                IntakeCode.HEADER,
                f"{field.header} has no column for FY{lacks[0]}",
                f"The plan covers FY{years[0]} to FY{years[-1]}, and what has no column is blank",
                "Correct the years of the plan, or write a workbook for them with: xlbudget new",
                Severity.WARNING,
            )
            yield fault.at(Place(file=table.file, row=1, column=f"{field.name}_{lacks[0]}"))


def _too_large(table: Table, found: FoundTable) -> Iterator[Finding]:
    """Yield the finding that a table has more rows than a budget may have."""
    filled = sum(found.first_row <= row <= found.last_row for row in found.grid.rows)
    if filled > MOST_ROWS:
        fault = Fault(
            IntakeCode.TOO_LARGE,
            f"{table.name} has {filled:,} rows",
            f"A budget has at most {MOST_ROWS:,} of a kind",
            "Add up small items into one line, or split the budget by department",
        )
        yield fault.at(Place(file=table.file))


def _named(finding: Finding, keys: Mapping[int, str]) -> Finding:
    """Return a finding that names the record of its row."""
    place = finding.place
    return replace(finding, place=replace(place, record=keys.get(place.row or 0, "")))


def _field(table: Table, name: str) -> Field:
    """Return the field of a column by its name in files, with a year or without."""
    fields = {field.name: field for field in table.fields}
    return fields[name] if name in fields else fields[name.rpartition("_")[0]]
