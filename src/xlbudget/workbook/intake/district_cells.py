"""The district's own facts out of the block “District and plan”."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xlbudget.model.district import District
from xlbudget.model.fault import Fault, IntakeCode, shown
from xlbudget.model.field import field_named, fields_of
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.parse import parse
from xlbudget.model.tables import DISTRICT_FILE
from xlbudget.sheets.assumptions import VALUE
from xlbudget.workbook.intake.cell_text import read_cell
from xlbudget.workbook.intake.find_tables import FACT
from xlbudget.workbook.intake.found_table import FoundTable
from xlbudget.workbook.intake.headings import plain

_FIELDS = fields_of(District)


@dataclass(frozen=True, slots=True)
class DistrictCells:
    """The district that a workbook tells of, the cell of each fact, and the findings.

    Attributes:
        district: The district; None when a fact is missing or wrong.
        first_year: The first fiscal year of the plan, even when another fact is wrong.
        cells: Row and column of each fact's value, by its name in files.
        findings: What was found, at the fact's name.

    """

    district: District | None
    first_year: int | None
    cells: dict[str, tuple[int, int]]
    findings: tuple[Finding, ...]


def read_district_cells(found: FoundTable) -> DistrictCells:
    """Return the district that a block of facts and values tells of."""
    cells = _cells(found)
    values: dict[str, Any] = {}
    faults: list[tuple[str, Fault]] = []
    for name, (row, column) in cells.items():
        field = field_named(District, name)
        read = read_cell(field, found.grid, row, column)
        parsed = parse(field, read.text)
        values[name] = parsed.value
        faults += ((name, fault) for fault in (*read.faults, *parsed.faults))
    said = {name for name, fault in faults if fault.severity is Severity.FATAL}
    faults += (
        (field.name, _missing(field.header, field.says))
        for field in _FIELDS
        if field.required and values.get(field.name) in (None, "") and field.name not in said
    )
    findings = tuple(fault.at(Place(file=DISTRICT_FILE, column=name)) for name, fault in faults)
    fatal = any(finding.severity is Severity.FATAL for finding in findings)
    district = None if fatal else District(**values)
    return DistrictCells(district, values.get("base_fiscal_year"), cells, findings)


def no_frame() -> Finding:
    """Return the finding that a workbook does not tell of its district."""
    fault = Fault(
        IntakeCode.MISSING_FILE,
        "The block “District and plan” is not in the workbook",
        "It stands on the sheet Assumptions, and tells the district, its first year and its years",
        "Take a workbook that xlbudget made; start one with: xlbudget template",
    )
    return fault.at(Place(file=DISTRICT_FILE))


def _cells(found: FoundTable) -> dict[str, tuple[int, int]]:
    columns = {plain(heading): at for at, heading in found.headings.items()}
    facts, values = columns.get(plain(FACT), 1), columns.get(plain(VALUE), 2)
    names = {plain(field.name): field.name for field in _FIELDS}
    names |= {plain(field.header): field.name for field in _FIELDS}
    cells: dict[str, tuple[int, int]] = {}
    for row in range(found.first_row, found.last_row + 1):
        name = names.get(plain(found.grid.words(row).get(facts, "")))
        if name:
            cells.setdefault(name, (row, values))
    return cells


def _missing(header: str, says: str) -> Fault:
    return Fault(
        IntakeCode.HEADER,
        f"{shown(header)} is blank or missing",
        says.rstrip("."),
        f"Fill in {header} in the block “District and plan”",
    )
