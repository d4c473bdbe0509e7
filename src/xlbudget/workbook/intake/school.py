"""A school's filled workbook: read into its answer, with everything found on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from xlbudget.model.fault import Fault, IntakeCode, shown
from xlbudget.model.field import fields_of
from xlbudget.model.finding import Finding, Place
from xlbudget.model.parse import parse
from xlbudget.model.school_answer import (
    SIGNATURE,
    AnswerLine,
    BuildingGoal,
    SchoolAnswer,
    SignOff,
)
from xlbudget.model.tables import Table
from xlbudget.sheets.identity import NONE, Fact
from xlbudget.sheets.school import check, goals, my_lines, points
from xlbudget.sheets.service_sheets import MANIFEST, MANIFEST_HEADERS
from xlbudget.workbook.intake.answer_places import AnswerPlaces
from xlbudget.workbook.intake.cell_text import id_in, read_cell
from xlbudget.workbook.intake.find_tables import find_named
from xlbudget.workbook.intake.found_table import FoundTable
from xlbudget.workbook.intake.grid import address
from xlbudget.workbook.intake.headings import plain
from xlbudget.workbook.intake.places import in_workbook
from xlbudget.workbook.intake.records import said_of_book
from xlbudget.workbook.intake.school_table import LINES, OWN_GOALS, SchoolTable, read_school_table
from xlbudget.workbook.read import Book, open_book

_TABLES = {
    my_lines.TABLE: (my_lines.TITLE, [field.header for field in fields_of(AnswerLine)]),
    goals.OWN: (goals.TITLE, [field.header for field in fields_of(BuildingGoal)]),
    points.SIGN_OFF: (points.TITLE, [check.FACT, points.ENTRY]),
    MANIFEST: (MANIFEST, MANIFEST_HEADERS),
}


def read_school_book(source: Path | Book) -> tuple[SchoolAnswer | None, tuple[Finding, ...]]:
    """Return what a school's workbook says, and every finding with sheet and cell.

    Tables go by their names, or by their headings where another program dropped them; columns and
    rows may have moved.  Rows that nobody used are left out.

    Args:
        source: The file, or the workbook that was opened.

    Returns:
        The answer, or None when there is no table of lines; and the findings.

    Raises:
        FileError: The file is not there, is held by another program, or is no workbook.

    """
    book = source if isinstance(source, Book) else open_book(source)
    found = school_tables(book)
    name = book.path.name
    needed = (my_lines.TABLE, goals.OWN)
    gone = [_missing(table, name) for table in needed if table not in found]
    lines, own = _read(found, LINES), _read(found, OWN_GOALS)
    signed, sign_places, odd = _sign_off(found.get(points.SIGN_OFF), name)
    findings = (*said_of_book(book), *gone, *_placed(lines, name), *_placed(own, name), *odd)
    if lines is None or not lines.reading.whole:
        return None, findings
    answer = SchoolAnswer(
        school_id=_facts(found.get(MANIFEST)).get(Fact.SCHOOL, "").replace(NONE, ""),
        goals=tuple(goal for goal in own.reading.records if goal.in_use) if own else (),
        lines=tuple(_line(line) for line in lines.reading.records if line.in_use),
        sign_off=signed,
        places=AnswerPlaces(name, [own, lines] if own else [lines], sign_places),
    )
    return answer, findings


def school_tables(book: Book) -> dict[str, FoundTable]:
    """Return the tables of a school's workbook that people fill in, and Manifest, by name."""
    return find_named(book, _TABLES)


def _read(found: Mapping[str, FoundTable], table: Table) -> SchoolTable | None:
    return read_school_table(table, found[table.name]) if table.name in found else None


def _line(line: AnswerLine) -> AnswerLine:
    return replace(line, item_id=id_in(line.item_id))


def _placed(read: SchoolTable | None, name: str) -> tuple[Finding, ...]:
    if read is None:
        return ()
    return in_workbook(read.findings, name, {read.table.file: read.located})


def _sign_off(
    found: FoundTable | None, name: str
) -> tuple[SignOff, dict[tuple[str, str], Place], list[Finding]]:
    """Return who signed, where each entry stands, and what is wrong with it."""
    if found is None:
        return SignOff(), {}, []
    values: dict[str, Any] = {}
    places: dict[tuple[str, str], Place] = {}
    findings: list[Finding] = []
    fields = {plain(field.header): field for field in fields_of(SignOff)}
    for label, (row, column) in _pairs(found).items():
        field = fields.get(label)
        if field is None or field.name in values:
            continue
        read = read_cell(field, found.grid, row, column)
        parsed = parse(field, read.text)
        values[field.name] = parsed.value
        where = Place(
            file=name,
            row=row,
            column=field.header,
            sheet=found.sheet,
            cell=address(row, column),
        )
        places[SIGNATURE, field.name] = where
        findings += (fault.at(where) for fault in (*read.faults, *parsed.faults))
    return SignOff(**values), places, findings


def _facts(found: FoundTable | None) -> dict[str, str]:
    """Return what Manifest says, by fact."""
    if found is None:
        return {}
    held = {fact: found.grid.value(*cell) for fact, cell in _pairs(found).items()}
    return {fact: str(held.get(plain(fact)) or "") for fact in Fact}


def _pairs(found: FoundTable) -> dict[str, tuple[int, int]]:
    """Return the cell of each value in a table of two columns, by its fact in plain words."""
    first, second, *_ = sorted(found.headings)
    rows = range(found.first_row, found.last_row + 1)
    labels = ((plain(found.grid.words(row).get(first, "")), row) for row in reversed(rows))
    return {label: (row, second) for label, row in labels if label}


def _missing(table: str, file: str) -> Finding:
    sheet, _ = _TABLES[table]
    fault = Fault(
        IntakeCode.MISSING_FILE,
        f"The table {table} of the sheet {sheet} is not in the workbook",
        f"The sheet {shown(sheet)} has it, with its headings",
        "Take the workbook that was issued to the school, and enter the figures there",
    )
    return fault.at(Place(file=file, sheet=sheet))
