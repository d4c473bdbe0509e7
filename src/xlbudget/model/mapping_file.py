"""A mapping file: TOML that a person writes once, read with everything that is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from xlbudget.model import mapping_faults
from xlbudget.model.completion import DERIVED
from xlbudget.model.crosswalk import ASK, Crosswalk
from xlbudget.model.fault import Fault, IntakeCode, shown
from xlbudget.model.finding import Finding, Place
from xlbudget.model.header import Column, read_header
from xlbudget.model.mapping import AS_WRITTEN, DELIMITERS, IMPORTED, REVERSED, Mapping, Origin
from xlbudget.model.parse import parse
from xlbudget.model.tables import Table
from xlbudget.model.text import ID_RULE, is_id

_PARTS = {"column", "separator", "part"}


@dataclass(frozen=True, slots=True)
class MappingRead:
    """The mapping that a file tells of, or none, and what is wrong with the file."""

    mapping: Mapping | None
    findings: tuple[Finding, ...] = ()


def read_mapping(text: str, place: Place) -> MappingRead:
    """Return the mapping that a text tells of; None and every finding when any is wrong.

    Args:
        text: The text of the file.
        place: The file.

    """
    try:
        plain = re.sub("\r\n?", "\n", text).removeprefix("\ufeff")
        given = tomllib.loads(plain, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        return MappingRead(None, (mapping_faults.not_toml(error).at(place),))
    reader = _Reader(given)
    mapping = reader.mapping()
    findings = (fault.at(replace(place, column=name)) for name, fault in reader.faults)
    return MappingRead(None if reader.faults else mapping, tuple(findings))


@dataclass(slots=True)
class _Reader:
    """The facts of a file, and the faults found in them so far."""

    given: dict[str, Any]
    faults: list[tuple[str, Fault]] = field(default_factory=list)
    named: list[str] = field(default_factory=list)  # fields that were meant, even if wrongly

    def mapping(self) -> Mapping | None:
        """Return the mapping; without a table that is known there is none."""
        for name in self.given.keys() - _KEYS.keys():
            self.faults.append(
                (name, mapping_faults.unknown(name, _KEYS, "A mapping has no such entry"))
            )
        facts = {name: self._fact(name) for name in _KEYS}
        table = IMPORTED.get(facts["table"])
        if table is None:
            self.faults.append(
                ("table", mapping_faults.unknown(facts["table"], IMPORTED, "No such table"))
            )
            return None
        columns = self._columns(table, facts["columns"])
        constants = self._constants(table, facts["constants"])
        self._twice(columns, constants)
        self._missing(table, columns, constants, numbered=bool(facts["number_ids"]))
        return Mapping(
            table=table,
            columns=columns,
            constants=constants,
            codes=self._codes(columns, facts["codes"]),
            skip=self._skip(facts["skip"]),
            number_ids=facts["number_ids"],
            sheet=facts["sheet"],
            delimiter=DELIMITERS.get(facts["delimiter"], ""),
            header_row=facts["header_row"],
            decimal_comma=facts["decimal_comma"],
            is_reversed=facts["sign"] == REVERSED,
        )

    def _fact(self, name: str) -> Any:  # noqa: ANN401 - of the kind that the entry has
        blank, holds, wants = _KEYS[name]
        value = self.given.get(name, blank)
        if type(value) is type(blank) and holds(value):
            return value
        saw = f"{name} is {shown(str(value))}"
        fault = Fault(IntakeCode.HEADER, saw, wants, f"Correct it, as in {_EXAMPLES[name]}")
        self.faults.append((name, fault))
        return blank

    def _columns(self, table: Table, given: dict[str, Any]) -> tuple[tuple[Column, Origin], ...]:
        found = []
        for name, value in given.items():
            column = self._target(table, "columns", name)
            origin = _origin(value)
            if origin is None:
                self.faults.append((f"columns.{name}", mapping_faults.no_origin(name, value)))
            elif column is not None:
                found.append((column, origin))
        return tuple(found)

    def _constants(self, table: Table, given: dict[str, Any]) -> tuple[tuple[Column, str], ...]:
        found = []
        for name, value in given.items():
            column = self._target(table, "constants", name)
            if column is not None:
                text = _plain(value)
                self._check(f"constants.{name}", column, text)
                found.append((column, text))
        return tuple(found)

    def _codes(
        self, columns: Iterable[tuple[Column, Origin]], given: dict[str, Any]
    ) -> dict[str, Crosswalk]:
        mapped = {column.name: column for column, _ in columns}
        found = {}
        for name, facts in given.items():
            spot = f"codes.{name}"
            if name not in mapped:
                self.faults.append(
                    (spot, mapping_faults.unknown(name, mapped, "No column is mapped to it"))
                )
            elif (crosswalk := self._crosswalk(spot, facts)) is not None:
                for value in (*crosswalk.values.values(), crosswalk.default):
                    if value != ASK:
                        self._check(spot, mapped[name], value)
                found[name] = crosswalk
        return found

    def _crosswalk(self, spot: str, facts: object) -> Crosswalk | None:
        values = facts.get("values", {}) if isinstance(facts, dict) else None
        if not isinstance(facts, dict) or not isinstance(values, dict):
            fix = f'Write [{spot}] with default = "{ASK}" and values = {{ "6399" = "…" }}'
            saw, wants = f"{spot} is no list of codes", "It has a default and values"
            self.faults.append((spot, Fault(IntakeCode.HEADER, saw, wants, fix)))
            return None
        for name in facts.keys() - {"default", "values"}:
            fault = mapping_faults.unknown(
                name, ("default", "values"), "A list of codes has no such entry"
            )
            self.faults.append((spot, fault))
        if "default" not in facts:
            self.faults.append((spot, mapping_faults.no_default()))
        default = _plain(facts.get("default", ASK))
        return Crosswalk({code: _plain(value) for code, value in values.items()}, default)

    def _skip(self, given: dict[str, Any]) -> dict[str, tuple[str, ...]]:
        found = {}
        for column, patterns in given.items():
            words = [patterns] if isinstance(patterns, str) else patterns
            if isinstance(words, list) and all(isinstance(word, str) for word in words):
                found[column] = tuple(words)
            else:
                saw, wants = (
                    f"{shown(str(patterns))} is no list of words",
                    "Rows are left out by them",
                )
                fix = f'Write "{column}" = ["Total*", "Subtotal*"]'
                fault = Fault(IntakeCode.HEADER, saw, wants, fix)
                self.faults.append((f"skip.{column}", fault))
        return found

    def _target(self, table: Table, part: str, name: str) -> Column | None:
        """Return the field that a name means, such as ``unit_price`` or ``amount_2027``."""
        columns, _ = read_header(table, (name,), Place())
        self.named.append(name)
        if columns:
            return columns[0]
        names = [f"{one.name}_2027" if one.yearly else one.name for one in table.fields]
        what = f"{table.file} has no such field"
        self.faults.append((f"{part}.{name}", mapping_faults.unknown(name, names, what)))
        return None

    def _check(self, spot: str, column: Column, text: str) -> None:
        for fault in parse(column.field, text).faults:
            self.faults.append((spot, fault))

    def _twice(
        self,
        columns: Iterable[tuple[Column, Origin]],
        constants: Iterable[tuple[Column, str]],
    ) -> None:
        names = [column.name for column, _ in columns] + [column.name for column, _ in constants]
        for name in dict.fromkeys(names):
            if names.count(name) > 1:
                saw = f"The field {name} is given {names.count(name)} times"
                wants, fix = "Each field comes from one column or is one constant", "Keep one"
                self.faults.append((name, Fault(IntakeCode.HEADER, saw, wants, fix)))

    def _missing(
        self,
        table: Table,
        columns: Iterable[tuple[Column, Origin]],
        constants: Iterable[tuple[Column, str]],
        *,
        numbered: bool,
    ) -> None:
        there = {column.field.name for column, _ in (*columns, *constants)}
        there |= set(self.named)
        there |= {table.key} if numbered else set()
        for one in table.fields:
            if one.required and one.name not in there | DERIVED:
                self.faults.append(
                    (one.name, mapping_faults.not_given(one.name, one.says, one.choices))
                )


def _origin(value: object) -> Origin | None:
    match value:
        case str() if value.strip():
            return Origin(value)
        case {"column": str(column), "separator": str(separator), "part": int(part), **rest}:
            return Origin(column, separator, part) if separator and part > 0 and not rest else None
        case {"column": str(column), **rest} if not rest:
            return Origin(column)
    return None


def _plain(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case list():
            return ";".join(map(str, value))
    return str(value)


_Holds = Callable[[Any], bool]
_KEYS: dict[str, tuple[Any, _Holds, str]] = {
    "table": ("", lambda _: True, f"It is one of: {', '.join(IMPORTED)}"),
    "sheet": ("", lambda _: True, "It is the name of a sheet, in quotation marks"),
    "delimiter": ("", lambda text: not text or text in DELIMITERS, 'It is ",", ";" or "tab"'),
    "header_row": (1, lambda row: row > 0, "It is the number of the row with the headers"),
    "decimal_comma": (False, lambda _: True, "It is true or false"),
    "sign": (
        AS_WRITTEN,
        lambda word: word in (AS_WRITTEN, REVERSED),
        f"It is “{AS_WRITTEN}” or “{REVERSED}”",
    ),
    "number_ids": ("", lambda text: is_id(f"{text}0001"), f"Ids begin with it. {ID_RULE}"),
    "columns": ({}, lambda _: True, "It is a part of the file: field = column"),
    "constants": ({}, lambda _: True, "It is a part of the file: field = value"),
    "codes": ({}, lambda _: True, "It is a part of the file for each field with codes"),
    "skip": ({}, lambda _: True, "It is a part of the file: column = words of rows to leave out"),
}
_EXAMPLES = {
    "table": 'table = "line_items"',
    "sheet": 'sheet = "Actuals"',
    "delimiter": 'delimiter = ";"',
    "header_row": "header_row = 4",
    "decimal_comma": "decimal_comma = true",
    "sign": f'sign = "{REVERSED}"',
    "number_ids": 'number_ids = "INV-"',
    "columns": '[columns] with unit_price = "Amount"',
    "constants": '[constants] with status = "proposed"',
    "codes": f'[codes.category] with default = "{ASK}"',
    "skip": '[skip] with "Description" = ["Total*"]',
}
