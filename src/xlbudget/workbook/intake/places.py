"""From the places of a district folder to those of a workbook: sheet, row and cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from xlbudget.model.finding import Finding, Place
from xlbudget.workbook.intake.grid import address


@dataclass(frozen=True, slots=True)
class Located:
    """Where a table of a folder stands in a workbook.

    Attributes:
        sheet: Its sheet.
        header_row: The row of its headings, which are row 1 of a file.
        first_row: Its first row of data, which is row 2 of a file.
        columns: The columns by name.
        records: The row in a file of each record by its id, for findings that tell no row.
        cells: Row and column of single facts by name, where it has no rows.

    """

    sheet: str
    header_row: int = 0
    first_row: int = 0
    columns: Mapping[str, int] = field(default_factory=dict)
    records: Mapping[str, int] = field(default_factory=dict)
    cells: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def place(self, file: str, place: Place) -> Place:
        """Return a place of a folder as it is in the workbook."""
        moved = replace(place, file=file, sheet=self.sheet)
        if place.column in self.cells:
            row, column = self.cells[place.column]
            return replace(moved, row=row, cell=address(row, column))
        number = place.row or self.records.get(place.record)
        if number is None:
            return moved
        row = self.header_row if number == 1 else self.first_row + number - 2
        column = self.columns.get(place.column, 0)
        return replace(moved, row=row, cell=address(row, column) if column else "")


def in_workbook(
    findings: Iterable[Finding], file: str, tables: Mapping[str, Located]
) -> tuple[Finding, ...]:
    """Return findings whose places are those of a folder with the places of a workbook.

    Args:
        findings: The findings.
        file: The workbook's name.
        tables: Where each file of a folder stands in the workbook.

    """
    return tuple(_moved(finding, file, tables.get(finding.place.file)) for finding in findings)


def _moved(finding: Finding, file: str, located: Located | None) -> Finding:
    place = finding.place
    moved = replace(place, file=file) if located is None else located.place(file, place)
    return replace(finding, place=moved)
