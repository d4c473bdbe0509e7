"""Findings and results as JSON with stable keys, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import TextIO

from xlbudget import __version__
from xlbudget.model import Budget, District
from xlbudget.model.field import fields_of
from xlbudget.model.finding import Finding, Severity, in_words
from xlbudget.portfolio.result import Result, ResultColumn

_PLACE = ("file", "row", "column", "record", "sheet", "cell")


def put_json(stream: TextIO, facts: Mapping[str, object]) -> None:
    """Write facts as one JSON object, with the version that made them."""
    text = json.dumps({"xlbudget": __version__, **facts}, indent=2, allow_nan=False)
    stream.write(text + "\n")


def findings_json(findings: Sequence[Finding]) -> dict[str, object]:
    """Return the findings with their counts."""
    seen = [finding.severity for finding in findings]
    return {
        "fatal": seen.count(Severity.FATAL),
        "warnings": seen.count(Severity.WARNING),
        "remarks": seen.count(Severity.INFORMATION),
        "in_words": in_words(findings),
        "list": [_finding(finding) for finding in findings],
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


def _finding(finding: Finding) -> dict[str, object]:
    place = finding.place
    return {
        "severity": finding.severity.value,
        "code": finding.code,
        "place": str(place),
        **{name: getattr(place, name) or None for name in _PLACE},
        "saw": finding.saw,
        "wants": finding.wants,
        "fix": finding.fix,
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
