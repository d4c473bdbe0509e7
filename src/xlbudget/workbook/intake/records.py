"""A filled workbook: read into a budget with all its findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from xlbudget.model import Assumption, LineItem
from xlbudget.model.budget import Budget
from xlbudget.model.fault import Fault, IntakeCode
from xlbudget.model.finding import Finding, Place, Severity, worst
from xlbudget.model.folder import budget_of, in_order, judged
from xlbudget.model.table import Reading
from xlbudget.model.tables import DISTRICT_FILE, TABLES, table_of
from xlbudget.sheets.assumptions import FRAME
from xlbudget.workbook.intake.district_cells import DistrictCells, no_frame, read_district_cells
from xlbudget.workbook.intake.find_tables import find_tables
from xlbudget.workbook.intake.found_table import FoundTable
from xlbudget.workbook.intake.places import Located, in_workbook
from xlbudget.workbook.intake.sheet_table import SheetTable, not_there, read_sheet_table
from xlbudget.workbook.intake.stated import stated_count
from xlbudget.workbook.read import Book, open_book

_NO_DISTRICT = DistrictCells(None, None, {}, (no_frame(),))


def load_workbook(path: Path) -> tuple[Budget | None, tuple[Finding, ...]]:
    """Return the budget that a filled workbook holds, and every finding: intake's and the rules'.

    Args:
        path: A workbook that xlbudget made, and that people filled.

    Returns:
        The budget, or None when a finding is fatal; and the findings with sheet, row and cell.

    Raises:
        FileError: The file is not there, is held by another program, or is no workbook.

    """
    return budget_in(open_book(path))


def budget_in(book: Book) -> tuple[Budget | None, tuple[Finding, ...]]:
    """Return the budget that an open workbook holds, and every finding.

    Raises:
        UnreadableFileError: A part of it is damaged.

    """
    found = find_tables(book)
    frame = found.get(FRAME)
    district = _NO_DISTRICT if frame is None else read_district_cells(frame)
    tables = _tables(found, district)
    located = {file: table.located for file, table in tables.items()}
    if frame is not None:
        located[DISTRICT_FILE] = Located(frame.sheet, cells=district.cells)
    budget, findings = _judged(district, {file: table.reading for file, table in tables.items()})
    return budget, (*said_of_book(book), *in_workbook(findings, book.path.name, located))


def holds_budget(book: Book) -> bool:
    """Return whether a workbook has the district's own facts and its lines, under any names."""
    return {FRAME, table_of(LineItem).name} <= find_tables(book).keys()


def _tables(found: Mapping[str, FoundTable], district: DistrictCells) -> dict[str, SheetTable]:
    years = district.district.years if district.district else ()
    tables = {}
    for table in TABLES:
        if table.name in found:
            read = read_sheet_table(table, found[table.name], district.first_year, years)
        else:
            lacks = not_there(table)
            whole = lacks.severity is not Severity.FATAL
            read = SheetTable(Reading(findings=(lacks,), whole=whole), Located(""))
        tables[table.file] = read
    return tables


def _judged(
    read: DistrictCells, readings: Mapping[str, Reading]
) -> tuple[Budget | None, tuple[Finding, ...]]:
    """Return the budget and what intake and the rules find, at the places of a folder."""
    readings = dict(readings)
    file = table_of(Assumption).file
    readings[file] = _stated(readings[file])
    findings = [*read.findings, *chain(*(reading.findings for reading in readings.values()))]
    if read.district is None or not all(reading.whole for reading in readings.values()):
        return None, in_order(findings)
    budget = budget_of(read.district, readings)
    findings += judged(budget, findings, readings)
    kept = None if worst(findings) is Severity.FATAL else budget
    return kept, in_order(findings)


def _stated(reading: Reading) -> Reading:
    """Return the assumptions without the defaults that nobody changed."""
    count = stated_count(reading.records)
    return replace(reading, records=reading.records[:count], rows=reading.rows[:count])


def said_of_book(book: Book) -> tuple[Finding, ...]:
    """Return what is to be said of the workbook as a whole."""
    lock = book.facts.lock
    if lock is None:
        return ()
    fault = Fault(
        IntakeCode.OPEN,
        f"{lock.user or 'Somebody'} has the workbook open in {lock.program}",
        "What was not saved is not read",
        "Save it there, and run the same command again",
        Severity.INFORMATION,
    )
    return (fault.at(Place(file=book.path.name)),)
