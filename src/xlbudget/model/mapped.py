"""From the rows of another system's file to records, by a mapping; every row is accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import Any

from xlbudget.model.completion import DERIVED, completed
from xlbudget.model.control_total import ControlTotal, Fate, Tally
from xlbudget.model.fault import Fault, IntakeCode, Parsed, shown
from xlbudget.model.field import Kind
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.header import Column
from xlbudget.model.mapping import Mapping, Origin
from xlbudget.model.number import number_from
from xlbudget.model.parse import parse
from xlbudget.model.split import ZERO
from xlbudget.model.text import cleaned

NOT_CALCULATED = "#NOT CALCULATED"  # a formula whose result the file does not hold
_ERRORS = {NOT_CALCULATED, "#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NAME?", "#NUM!", "#NULL!"}
_SPARE = " \t\u00a0"


@dataclass(frozen=True, slots=True)
class Mapped:
    """What became of a file's rows: records with their rows, findings, and control totals."""

    records: tuple[Any, ...] = ()
    rows: tuple[int, ...] = ()  # of the records
    left_out: tuple[int, ...] = ()
    not_mapped: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()
    totals: tuple[ControlTotal, ...] = ()
    whole: bool = True  # False when the columns are not there, so that no row was read


def map_rows(mapping: Mapping, rows: Sequence[Sequence[str]], place: Place) -> Mapped:
    """Return the records that a file's rows become; nothing is raised.

    Args:
        mapping: Which column is which field, and the rest.
        rows: All rows of the file; its first is row 1.
        place: The file or sheet.

    """
    header = [_plain(cell) for cell in _row(rows, mapping.header_row)]
    faults = tuple(_header_faults(mapping, header))
    if faults:
        spot = replace(place, row=mapping.header_row)
        return Mapped(
            findings=tuple(fault.at(replace(spot, column=name)) for name, fault in faults),
            whole=False,
        )
    positions = {name: header.index(_plain(name)) for name in mapping.needed}
    constants = tuple(
        (column, parse(column.field, text).value) for column, text in mapping.constants
    )
    reader = _Reader(mapping, positions, constants, place)
    for number, cells in enumerate(rows[mapping.header_row :], start=mapping.header_row + 1):
        if any(cell.strip() for cell in cells):
            reader.take(number, cells)
    return reader.mapped()


def _row(rows: Sequence[Sequence[str]], number: int) -> Sequence[str]:
    return rows[number - 1] if number <= len(rows) else ()


def _plain(text: str) -> str:
    return " ".join(cleaned(text).split()).casefold()


def _header_faults(mapping: Mapping, header: Sequence[str]) -> Iterable[tuple[str, Fault]]:
    for name in mapping.needed:
        times = header.count(_plain(name))
        if times == 0:
            yield name, _no_column(name, mapping, header)
        elif times > 1:
            saw = f"The column {shown(name)} stands {times} times"
            fix = "Rename the other columns of this name in the file"
            yield name, Fault(IntakeCode.HEADER, saw, "A column that is mapped stands once", fix)


def _no_column(name: str, mapping: Mapping, header: Sequence[str]) -> Fault:
    near = get_close_matches(_plain(name), [cell for cell in header if cell], n=3, cutoff=0.5)
    there = ", ".join(cell for cell in header if cell) or "none"
    return Fault(
        IntakeCode.HEADER,
        f"There is no column {shown(name)} in row {mapping.header_row}",
        f"The nearest are: {', '.join(near)}" if near else f"Its columns are: {there}",
        "Correct the column in the mapping, or its header_row, delimiter or sheet",
    )


@dataclass(slots=True)
class _Reader:
    mapping: Mapping
    positions: dict[str, int]
    constants: tuple[tuple[Column, object], ...]
    place: Place
    records: list[Any] = field(default_factory=list)
    fates: dict[int, Fate] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    tallies: dict[str, Tally] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)

    def take(self, number: int, cells: Sequence[str]) -> None:
        """Read one row, and count it."""
        values: dict[str, Any] = {}
        fate = Fate.LEFT_OUT
        if not self._is_skipped(cells):
            values, faults = self._values(number, cells)
            record = self.mapping.table.record(**completed(self.mapping.table.record, values))
            faults += self._record_faults(number, record, {name for name, _ in faults})
            spot = replace(self.place, row=number)
            self.findings += (fault.at(replace(spot, column=name)) for name, fault in faults)
            fatal = any(fault.severity is Severity.FATAL for _, fault in faults)
            fate = Fate.NOT_MAPPED if fatal else Fate.IMPORTED
            if not fatal:
                self.records.append(record)
                self.ids[self.mapping.table.id_of(record)] = number
        self.fates[number] = fate
        self._count(fate, cells, values)

    def mapped(self) -> Mapped:
        """Return what became of all rows."""
        by_fate = {
            fate: tuple(number for number, one in self.fates.items() if one is fate)
            for fate in Fate
        }
        return Mapped(
            records=tuple(self.records),
            rows=by_fate[Fate.IMPORTED],
            left_out=by_fate[Fate.LEFT_OUT],
            not_mapped=by_fate[Fate.NOT_MAPPED],
            findings=tuple(self.findings),
            totals=tuple(tally.total() for tally in self.tallies.values()),
        )

    def _is_skipped(self, cells: Sequence[str]) -> bool:
        return any(
            fnmatchcase(_plain(self._cell(column, cells)), _plain(pattern))
            for column, patterns in self.mapping.skip.items()
            for pattern in patterns
        )

    def _values(
        self, number: int, cells: Sequence[str]
    ) -> tuple[dict[str, Any], list[tuple[str, Fault]]]:
        values: dict[str, Any] = {}
        if self.mapping.number_ids:
            values[self.mapping.table.key] = f"{self.mapping.number_ids}{number:04d}"
        found: list[tuple[str, Fault]] = []
        for column, value in self.constants:
            _put(values, column, value)
        for column, origin in self.mapping.columns:
            parsed = self._parsed(column, origin, self._cell(origin.column, cells))
            _put(values, column, parsed.value)
            found += ((origin.column, fault) for fault in parsed.faults)
        return values, found

    def _parsed(self, column: Column, origin: Origin, cell: str) -> Parsed:
        if cleaned(cell) in _ERRORS:
            return _refused(_error_cell(column, cell))
        text = origin.text(cell)
        if text is None:
            return _refused(_no_part(column, origin, cell))
        if column.name in self.mapping.codes:
            meant = self.mapping.codes[column.name].of(text)
            return _refused(_no_code(column, text)) if meant is None else parse(column.field, meant)
        comma = self.mapping.decimal_comma
        if self.mapping.is_reversed and column.field.kind is Kind.MONEY:
            read = number_from(cleaned(text), decimal_comma=comma)
            if read is not None and not read.percent:
                return parse(column.field, f"{ZERO - read.value:f}")
        return _hinted(parse(column.field, text, decimal_comma=comma))

    def _record_faults(
        self, number: int, record: object, said: set[str]
    ) -> list[tuple[str, Fault]]:
        table = self.mapping.table
        names = {column.field.name: origin.column for column, origin in self.mapping.columns}
        found = [
            (names.get(one.name, one.name), _blank(one.name, one.says))
            for one in table.fields
            if one.required
            and getattr(record, one.name) in (None, "")
            and names.get(one.name, one.name) not in said
            and not (said and one.name in DERIVED)
        ]
        first = self.ids.get(table.id_of(record))
        if first is not None and first != number:
            found.append((names.get(table.key, table.key), _repeated(table.id_of(record), first)))
        return found

    def _count(self, fate: Fate, cells: Sequence[str], values: dict[str, Any]) -> None:
        for column, origin in self.mapping.columns:
            if self.mapping.is_summed(column):
                text = cleaned(origin.text(self._cell(origin.column, cells)) or "")
                read = number_from(text, decimal_comma=self.mapping.decimal_comma)
                written = read.value if read and not read.percent else ZERO
                if self.mapping.is_reversed and column.field.kind is Kind.MONEY:
                    written = ZERO - written
                tally = self.tallies.setdefault(column.name, Tally(origin.column, column.name))
                tally.add(fate, written, _kept(values, column))

    def _cell(self, column: str, cells: Sequence[str]) -> str:
        position = self.positions[column]
        return cells[position].strip(_SPARE) if position < len(cells) else ""


def _put(values: dict[str, Any], column: Column, value: object) -> None:
    if value is None or value == "":
        return
    if column.year is None:
        values[column.field.name] = value
    else:
        values.setdefault(column.field.name, {})[column.year] = value


def _kept(values: dict[str, Any], column: Column) -> Decimal:
    value = values.get(column.field.name)
    if column.year is not None:
        value = (value or {}).get(column.year)
    return value if isinstance(value, Decimal) else ZERO


def _refused(fault: Fault) -> Parsed:
    return Parsed(None, (fault,))


def _hinted(parsed: Parsed) -> Parsed:
    """Return what was parsed; what is to be done stands in the mapping, not in district.toml."""
    told = "(for 1234,50 say decimal_comma = true in the mapping)"
    said = "(for 1234,50 say decimal_comma = true in district.toml)"
    faults = tuple(replace(one, wants=one.wants.replace(said, told)) for one in parsed.faults)
    return Parsed(parsed.value, faults)


def _error_cell(column: Column, cell: str) -> Fault:
    return Fault(
        IntakeCode.TEXT,
        f"{column.field.header} is {shown(cell)}",
        "A cell shows its value, and no error of a formula",
        "Mend the formula in the other system's file, calculate and save it",
    )


def _no_part(column: Column, origin: Origin, cell: str) -> Fault:
    return Fault(
        IntakeCode.TEXT,
        f"{shown(cell)} has no part {origin.part} between “{origin.separator}”",
        f"{column.name} is part {origin.part} of it",
        "Correct the cell, or the part in the mapping; leave such rows out with [skip]",
    )


def _no_code(column: Column, code: str) -> Fault:
    words = f" of: {', '.join(column.field.choices)}" if column.field.choices else ""
    return Fault(
        IntakeCode.CHOICE,
        f"The code {shown(code)} is not on the list [codes.{column.name}]",
        f"Each code means one{words}" if words else "Each code means a value",
        f'Add "{code}" = "…" to its values, or give the list a default',
    )


def _blank(name: str, says: str) -> Fault:
    return Fault(
        IntakeCode.ROW,
        f"{name} is blank",
        f"Every record needs it. {says.rstrip('.')}",
        "Fill the cell, map another column, or leave such rows out with [skip]",
    )


def _repeated(name: str, first: int) -> Fault:
    return Fault(
        IntakeCode.ID,
        f"The id {shown(name)} stands in row {first} already",
        "Each record has an id of its own",
        'Map another column to the id, or have ids made with number_ids = "L-"',
    )
