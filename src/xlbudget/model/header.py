"""Which column of a table each cell of a header names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from xlbudget.model.completion import DERIVED
from xlbudget.model.fault import Fault, IntakeCode, shown
from xlbudget.model.field import Field
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.tables import Table
from xlbudget.model.text import cleaned

_YEARLY = re.compile(r"(?P<name>.+?)_(?:fy_?)?(?P<year>(?:19|20|21)[0-9]{2})")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file: where it stands, and what it holds."""

    position: int
    field: Field
    year: int | None = None

    @property
    def name(self) -> str:
        """Return the column's name in files."""
        return self.field.name if self.year is None else f"{self.field.name}_{self.year}"


def read_header(
    table: Table, header: Sequence[str], place: Place, years: Sequence[int] = ()
) -> tuple[tuple[Column, ...], tuple[Finding, ...]]:
    """Return the columns that a header names, and what is wrong with it.

    A column goes by its name in files or by its header in sheets, whatever the case.

    Args:
        table: The table.
        header: The cells of the header.
        place: The file or sheet.
        years: Fiscal years of the plan.

    """
    named = _columns_by_name(table)
    columns = []
    found: list[tuple[str, Fault]] = []
    for position, cell in enumerate(header):
        column = _column(named, position, _plain(cell))
        if column is not None:
            columns.append(column)
        elif _plain(cell):
            found.append((cleaned(cell), _unknown(table, cell)))
    found += _repeated(columns)
    found += _missing(table, columns)
    found += _outside(columns, years)
    findings = tuple(fault.at(replace(place, row=1, column=name)) for name, fault in found)
    return tuple(columns), findings


def _plain(text: str) -> str:
    return re.sub(r"[\s_]+", "_", cleaned(text)).strip("_").casefold()


def _columns_by_name(table: Table) -> dict[str, Field]:
    by_header = {_plain(field.header): field for field in table.fields}
    return by_header | {field.name: field for field in table.fields}


def _column(named: dict[str, Field], position: int, plain: str) -> Column | None:
    field = named.get(plain)
    if field is not None and not field.yearly:
        return Column(position, field)
    match = _YEARLY.fullmatch(plain)
    field = named.get(match["name"]) if match else None
    if match is None or field is None or not field.yearly:
        return None
    return Column(position, field, int(match["year"]))


def _unknown(table: Table, cell: str) -> Fault:
    names = [f"{field.name}_2027" if field.yearly else field.name for field in table.fields]
    near = get_close_matches(_plain(cell), names, n=1)
    return Fault(
        IntakeCode.HEADER,
        f"The column {shown(cell)} is not known",
        f"The nearest column is {near[0]}" if near else f"Columns are: {', '.join(names)}",
        f"Rename it to {near[0]}, or leave it: it is not read"
        if near
        else "Nothing needs to be done: it is not read",
        Severity.INFORMATION,
    )


def _repeated(columns: Iterable[Column]) -> list[tuple[str, Fault]]:
    names = [column.name for column in columns]
    return [
        (
            name,
            Fault(
                IntakeCode.HEADER,
                f"The column {name} stands {names.count(name)} times",
                "Every column stands once",
                "Keep one of them",
            ),
        )
        for name in dict.fromkeys(names)
        if names.count(name) > 1
    ]


def _missing(table: Table, columns: Iterable[Column]) -> list[tuple[str, Fault]]:
    there = {column.field.name for column in columns}
    return [
        (
            field.name,
            Fault(
                IntakeCode.HEADER,
                f"There is no column {field.name}",
                f"{field.header}: {field.says}",
                "Add the column, with this name in the first row",
            ),
        )
        for field in table.fields
        if field.required and field.name not in there and field.name not in DERIVED
    ]


def _outside(columns: Iterable[Column], years: Sequence[int]) -> list[tuple[str, Fault]]:
    return [
        (
            column.name,
            Fault(
                IntakeCode.HEADER,
                f"The column {column.name} is for a year outside the plan",
                f"The plan covers FY{years[0]} to FY{years[-1]}",
                "Check the year; its amounts are kept, and count nowhere",
                Severity.INFORMATION,
            ),
        )
        for column in columns
        if years and column.year is not None and column.year not in years
    ]
