"""From rows of text to records, with everything found on the way; and from records to rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from operator import attrgetter
from typing import Any

from xlbudget.model.completion import completed
from xlbudget.model.fault import Fault, IntakeCode, Parsed
from xlbudget.model.field import Field
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.header import Column, read_header
from xlbudget.model.parse import parse
from xlbudget.model.tables import Table

_MOST_KNOWN = 500  # texts of a column that are kept with what they mean


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one table: its records, the row of each, and the findings."""

    records: tuple[Any, ...] = ()
    rows: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()
    whole: bool = True  # False when the table could not be read as one


def read_table(
    table: Table,
    rows: Sequence[Sequence[str]],
    *,
    place: Place,
    years: Sequence[int] = (),
    decimal_comma: bool = False,
) -> Reading:
    """Return the records that rows of text hold.

    Args:
        table: The table that they are rows of.
        rows: The rows in order, the header first; a blank row counts as a row.
        place: The file or sheet; rows, columns and records are added to it.
        years: Fiscal years of the plan; other years' columns are remarked on.
        decimal_comma: Whether a comma, not a point, sets decimals apart.

    """
    if not rows:
        return Reading()
    columns, findings = read_header(table, rows[0], place, years)
    if any(finding.severity is Severity.FATAL for finding in findings):
        return Reading(findings=findings, whole=False)
    reader = _Reader(table, _by_place(columns), len(rows[0]), decimal_comma)
    records, numbers, found = [], [], list(findings)
    for number, cells in enumerate(rows[1:], start=2):
        if any(cell and not cell.isspace() for cell in cells):
            record, faults = reader.record(cells, place, number)
            records.append(record)
            numbers.append(number)
            found += faults
    return Reading(tuple(records), tuple(numbers), tuple(found))


def table_rows(table: Table, records: Iterable[object], years: Sequence[int]) -> list[list[str]]:
    """Return the rows of text that ``read_table`` reads back as the same records.

    Args:
        table: The table.
        records: Its records.
        years: Fiscal years of the plan; others are written where a record has an amount.

    """
    records = tuple(records)
    columns = [
        (field, year)
        for field in table.fields
        for year in (_years_of(field, records, years) if field.yearly else (None,))
    ]
    header = [field.name if year is None else f"{field.name}_{year}" for field, year in columns]
    getters = [_getter(field, year) for field, year in columns]
    return [header, *([_cell(get(record)) for get in getters] for record in records)]


def text_of(value: object) -> str:
    """Return the text that ``parse`` reads back as the same value."""
    if value is None:
        return ""
    match value:
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return f"{value:f}"
        case tuple():
            return ";".join(value)
    return str(value)


@dataclass(frozen=True, slots=True)
class _Known:
    """A column, and what its cells were read as: most say the same again and again."""

    column: Column
    texts: dict[str, Parsed] = field(default_factory=dict)


def _by_place(columns: Iterable[Column]) -> tuple[_Known | None, ...]:
    """Return the columns by their place in a row; None where one is not known."""
    known = {column.position: _Known(column) for column in columns}
    return tuple(map(known.get, range(max(known, default=-1) + 1)))


@dataclass(frozen=True, slots=True)
class _Reader:
    table: Table
    columns: tuple[_Known | None, ...]
    width: int
    decimal_comma: bool

    def record(self, cells: Sequence[str], place: Place, row: int) -> tuple[Any, list[Finding]]:
        values: dict[str, Any] = {}
        found: list[tuple[str, Fault]] = [("", fault) for fault in self._shape(cells)]
        for known, text in zip(self.columns, cells, strict=False):
            if not text or known is None:
                continue
            column = known.column
            value, faults = known.texts.get(text) or self._parsed(known, text)
            if faults:
                found += ((column.name, fault) for fault in faults)
            if value is None:
                continue
            if column.year is None:
                values[column.field.name] = value
            else:
                values.setdefault(column.field.name, {})[column.year] = value
        made = self.table.record(**completed(self.table.record, values))
        if not found:
            return made, []
        here = replace(place, row=row, record=values.get(self.table.key, ""))
        return made, [fault.at(replace(here, column=at)) for at, fault in found]

    def _parsed(self, known: _Known, text: str) -> Parsed:
        """Return what a cell means, and keep it for others that say the same; blank is None."""
        parsed = parse(known.column.field, text, decimal_comma=self.decimal_comma)
        if parsed.value == "":
            parsed = parsed._replace(value=None)
        if len(known.texts) < _MOST_KNOWN:
            known.texts[text] = parsed
        return parsed

    def _shape(self, cells: Sequence[str]) -> list[Fault]:
        beyond = any(cell and not cell.isspace() for cell in cells[self.width :])
        if len(cells) >= self.width and not beyond:
            return []
        saw = f"The row has {len(cells)} cells and the header {self.width}"
        wants = "Every row has one cell for each column, blank or not"
        if beyond:
            fix = "Put quotation marks around text that holds the separator"
            return [Fault(IntakeCode.ROW, saw, wants, fix)]
        fix = "Check the row: its last cells were taken as blank"
        return [Fault(IntakeCode.ROW, saw, wants, fix, Severity.WARNING)]


def _years_of(field: Field, records: Iterable[object], years: Iterable[int]) -> list[int]:
    """Return the plan's years and those for which any record has an amount, in order."""
    return sorted(set(years).union(*(getattr(record, field.name) for record in records)))


def _getter(field: Field, year: int | None) -> Callable[[object], object]:
    """Return what reads a field of a record, or one year of it."""
    get = attrgetter(field.name)
    return get if year is None else lambda record: get(record).get(year)


def _cell(value: object) -> str:
    # Most are words or nothing.
    return value if type(value) is str else "" if value is None else text_of(value)
