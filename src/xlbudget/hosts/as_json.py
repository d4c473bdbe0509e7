"""Findings and results as JSON with stable keys, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import isfinite
from textwrap import indent
from typing import TextIO, cast

from xlbudget import __version__
from xlbudget.actions.as_json import finding_json
from xlbudget.model import Budget, District
from xlbudget.model.field import fields_of
from xlbudget.model.finding import Finding, Severity, in_words
from xlbudget.portfolio.result import Result, ResultColumn

_INDENT = 2


def put_json(stream: TextIO, facts: Mapping[str, object]) -> None:
    """Write facts as one JSON object, with the version that made them."""
    text = json.dumps({"xlbudget": __version__, **facts}, indent=_INDENT, allow_nan=False)
    stream.write(text + "\n")


def put_long_json(stream: TextIO, facts: Mapping[str, object], name: str) -> None:
    """Write facts as ``put_json`` does; one of them, an iterable, is only held item by item.

    Args:
        stream: Where they go.
        facts: The facts.
        name: The fact that is an iterable of objects, and comes out as a list.

    """
    items = cast("Iterable[object]", facts[name])
    text = json.dumps({"xlbudget": __version__, **facts, name: []}, indent=_INDENT, allow_nan=False)
    # A quotation mark within words is written with a backslash, so that this is the fact itself.
    head, mark, rest = text.partition(f'"{name}": [')
    between = "\n"
    stream.write(head + mark)
    for item in items:
        told = json.dumps(item, indent=_INDENT, allow_nan=False)
        stream.write(between + indent(told, " " * 2 * _INDENT))
        between = ",\n"
    stream.write((f"\n{' ' * _INDENT}" if between != "\n" else "") + rest + "\n")


def findings_json(findings: Sequence[Finding]) -> dict[str, object]:
    """Return the findings with their counts."""
    seen = [finding.severity for finding in findings]
    return {
        "fatal": seen.count(Severity.FATAL),
        "warnings": seen.count(Severity.WARNING),
        "remarks": seen.count(Severity.INFORMATION),
        "in_words": in_words(findings),
        "list": [finding_json(finding) for finding in findings],
    }


def district_json(budget: Budget) -> dict[str, object]:
    """Return the district's facts by field."""
    return {
        field.name: _plain(getattr(budget.district, field.name)) for field in fields_of(District)
    }


def results_json(results: Iterable[Result]) -> dict[str, object]:
    """Return each result as a list of rows; a yearly value is an object by fiscal year."""
    return {
        result.name: [
            {
                column.name: _cell(result, column, cell)
                for column, cell in zip(result.columns, row, strict=True)
            }
            for row in result.rows
        ]
        for result in results
    }


def _cell(result: Result, column: ResultColumn, cell: object) -> object:
    if not column.yearly or not isinstance(cell, tuple):
        return _plain(cell)
    return {str(year): _plain(value) for year, value in zip(result.years, cell, strict=True)}


def _plain(value: object) -> object:
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case float():
            return value if isfinite(value) else None
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
    return value
