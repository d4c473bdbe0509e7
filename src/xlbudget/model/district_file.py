"""The district's own facts out of ``district.toml``, and back."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from xlbudget.model.delimited import read_text
from xlbudget.model.district import District
from xlbudget.model.fault import Fault, IntakeCode, Parsed, refusal, shown
from xlbudget.model.field import Field, field_named, fields_of
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.parse import parse

DECIMAL_COMMA = "decimal_comma"  # an option of intake, no fact of the district
_MOST_BYTES = 1024 * 1024
_LARGEST = 10**15
_NAMES = tuple(field.name for field in fields_of(District))


@dataclass(frozen=True, slots=True)
class DistrictRead:
    """The district that a file tells of, how its folder writes numbers, and the findings."""

    district: District | None
    decimal_comma: bool = False
    findings: tuple[Finding, ...] = ()


def read_district(path: Path) -> DistrictRead:
    """Return the district that a file tells of; None when a fatal finding stands."""
    place = Place(file=path.name)
    text, faults = read_text(path, most_bytes=_MOST_BYTES)
    findings = [fault.at(place) for fault in faults]
    if any(finding.severity is Severity.FATAL for finding in findings):
        return DistrictRead(None, findings=tuple(findings))
    try:
        given = tomllib.loads(re.sub("\r\n?", "\n", text).removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        findings.append(_not_toml(error).at(place))
        return DistrictRead(None, findings=tuple(findings))
    return _district(given, place, findings)


def district_text(district: District) -> str:
    """Return the text of the file that ``read_district`` reads back as the same district."""
    lines = []
    for field in fields_of(District):
        value = getattr(district, field.name)
        if value not in ("", None):
            lines.append(f"{field.name} = {_toml(value)}\n")
    return "".join(lines)


def _district(given: dict[str, Any], place: Place, findings: list[Finding]) -> DistrictRead:
    comma = given.pop(DECIMAL_COMMA, False)
    faults = [] if isinstance(comma, bool) else [(DECIMAL_COMMA, _not_yes_no(comma))]
    values: dict[str, Any] = {}
    for name, value in given.items():
        if name in _NAMES:
            values[name], said = _parsed(field_named(District, name), value)
            faults += ((name, fault) for fault in said)
        else:
            faults.append((name, _unknown(name)))
    faults += ((name, _missing(name)) for name in _left_blank(values, {name for name, _ in faults}))
    findings += (fault.at(replace(place, column=name)) for name, fault in faults)
    fatal = any(finding.severity is Severity.FATAL for finding in findings)
    district = None if fatal else District(**values)
    return DistrictRead(district, comma is True, tuple(findings))


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


def _left_blank(values: dict[str, Any], said_of: set[str]) -> list[str]:
    return [
        field.name
        for field in fields_of(District)
        if field.required and values.get(field.name) in (None, "") and field.name not in said_of
    ]


def _missing(name: str) -> Fault:
    field = field_named(District, name)
    return Fault(
        IntakeCode.HEADER, f"{name} is missing", field.says, f"Add a line that says {name} = …"
    )


def _unknown(name: str) -> Fault:
    near = get_close_matches(name, _NAMES, n=1)
    return Fault(
        IntakeCode.HEADER,
        f"{shown(name)} is not known",
        f"The nearest name is {near[0]}" if near else f"Names are: {', '.join(_NAMES)}",
        f"Rename it to {near[0]}, or leave it: it is not read" if near else "It is not read",
        Severity.INFORMATION,
    )


def _not_yes_no(value: object) -> Fault:
    return Fault(
        IntakeCode.YES_NO,
        f"{DECIMAL_COMMA} is {shown(str(value))}",
        "It is true or false",
        f"Write {DECIMAL_COMMA} = true where files have 1.234,50",
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
