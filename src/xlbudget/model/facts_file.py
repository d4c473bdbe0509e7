"""The facts of one record out of a TOML file that a person writes, and back."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from xlbudget.model.delimited import read_text
from xlbudget.model.fault import Fault, IntakeCode, Parsed, refusal, shown
from xlbudget.model.field import Field, field_named, fields_of
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.parse import parse

Record = TypeVar("Record")
_MOST_BYTES = 1024 * 1024
_LARGEST = 10**15


def read_toml(path: Path) -> tuple[dict[str, Any] | None, tuple[Finding, ...]]:
    """Return what a file says by name, or None when it is not readable, and what was found."""
    place = Place(file=path.name)
    text, faults = read_text(path, most_bytes=_MOST_BYTES)
    findings = tuple(fault.at(place) for fault in faults)
    if any(finding.severity is Severity.FATAL for finding in findings):
        return None, findings
    try:
        given = tomllib.loads(re.sub("\r\n?", "\n", text).removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        return None, (*findings, _not_toml(error).at(place))
    return given, findings


def facts_of(
    given: Mapping[str, object], record: type[Record], place: Place
) -> tuple[Record | None, tuple[Finding, ...]]:
    """Return the record that facts make, or None when a finding is fatal, and all findings.

    Args:
        given: The facts by name, as TOML has them.
        record: The type of the record; its columns say what each fact is.
        place: The file.

    """
    kind: type = record
    fields = fields_of(kind)
    names = tuple(field.name for field in fields)
    values: dict[str, Any] = {}
    faults: list[tuple[str, Fault]] = []
    for name, value in given.items():
        if name in names:
            values[name], said = _parsed(field_named(record, name), value)
            faults += ((name, fault) for fault in said)
        else:
            faults.append((name, _unknown(name, names)))
    said_of = {name for name, _ in faults}
    faults += (
        (field.name, _missing(field))
        for field in fields
        if field.required and values.get(field.name) in (None, "") and field.name not in said_of
    )
    findings = tuple(fault.at(replace(place, column=name)) for name, fault in faults)
    fatal = any(finding.severity is Severity.FATAL for finding in findings)
    return None if fatal else record(**values), findings


def facts_text(record: object) -> str:
    """Return the text of a file that is read back as the same record."""
    kind: type = type(record)
    facts = ((field.name, getattr(record, field.name)) for field in fields_of(kind))
    return "".join(f"{name} = {_toml(value)}\n" for name, value in facts if value not in ("", None))


def _parsed(field: Field, value: object) -> Parsed:
    text = _plain(value)
    if text is not None:
        return parse(field, text)
    saw = f"{field.name} is no single value that {field.kind} is read from"
    return refusal(IntakeCode.TEXT, saw, field.says, f'Write it as {field.name} = "…"')


def _plain(value: object) -> str | None:
    match value:
        case bool() | dict() | list():
            return None
        case int() if abs(value) >= _LARGEST:
            return None
        case date():
            return value.isoformat()
    return str(value)


def _missing(field: Field) -> Fault:
    return Fault(
        IntakeCode.HEADER,
        f"{field.name} is missing",
        field.says,
        f"Add a line that says {field.name} = …",
    )


def _unknown(name: str, names: tuple[str, ...]) -> Fault:
    near = get_close_matches(name, names, n=1)
    return Fault(
        IntakeCode.HEADER,
        f"{shown(name)} is not known",
        f"The nearest name is {near[0]}" if near else f"Names are: {', '.join(names)}",
        f"Rename it to {near[0]}, or leave it: it is not read" if near else "It is not read",
        Severity.INFORMATION,
    )


def _not_toml(error: Exception) -> Fault:
    return Fault(
        IntakeCode.UNREADABLE,
        f"The file is not readable: {str(error).rstrip('.')}",
        'Every line says name = value, and text stands in quotation marks, as in state = "OH"',
        "Correct the line that is named",
    )


def _toml(value: object) -> str:
    match value:
        case str():
            return json.dumps(value, ensure_ascii=False)
        case date():
            return value.isoformat()
    return str(value)
