"""Findings as SARIF 2.1.0, the form in which code platforms and editors take them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from urllib.parse import quote

from xlbudget import __version__
from xlbudget.model.fault import IntakeCode
from xlbudget.model.finding import Finding, Severity
from xlbudget.model.rules import RULES
from xlbudget.workbook.lint.beside import file_beside
from xlbudget.workbook.lint.run import LINT_RULES
from xlbudget.workbook.lint.suppress import Judged
from xlbudget.workbook.lint.suppression import Suppression

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.FATAL: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note"}


@dataclass(frozen=True, slots=True)
class Looked:
    """A workbook or district folder that was looked at, what was found, or why it was not read."""

    path: Path
    judged: Judged
    is_folder: bool = False
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class _Places:
    """The files that a log names, numbered as they come."""

    numbers: dict[str, int] = field(default_factory=dict)

    def location(self, uri: str) -> dict[str, object]:
        """Return a file by its name and its number."""
        return {"uri": uri, "index": self.numbers.setdefault(uri, len(self.numbers))}


def sarif_text(looked: Sequence[Looked]) -> str:
    """Return findings as the text of a SARIF log."""
    return json.dumps(sarif(looked), indent=2) + "\n"


def sarif(looked: Sequence[Looked]) -> dict[str, object]:
    """Return findings as a SARIF log: one run over all files, with all rules that were known."""
    places = _Places()
    for one in looked:
        if not one.is_folder:
            places.location(_uri(one.path))
    rules = _rules()
    known = {str(rule["id"]): number for number, rule in enumerate(rules)}
    results = [result for one in looked for result in _results(one, places, known)]
    driver = {"name": "xlbudget", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(looked, places)],
        "artifacts": [{"location": {"uri": uri}} for uri in places.numbers],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _results(one: Looked, places: _Places, known: Mapping[str, int]) -> list[dict[str, object]]:
    rows: list[tuple[Finding, Suppression | None]] = [(each, None) for each in one.judged.findings]
    rows += one.judged.suppressed
    return [
        {
            "ruleId": finding.code,
            **({"ruleIndex": known[finding.code]} if finding.code in known else {}),
            "level": _LEVELS[finding.severity],
            "message": {"text": f"{finding.saw}. {finding.wants}. {finding.fix}."},
            "locations": [_location(one, finding, places)],
            **({"suppressions": [_suppression(why)]} if why else {}),
        }
        for finding, why in rows
    ]


def _location(one: Looked, finding: Finding, places: _Places) -> dict[str, object]:
    """Return where a finding is: a cell has a name, a row of a CSV file is a line of text."""
    place = finding.place
    file = places.location(_uri(_file(one, place.file)))
    physical: dict[str, object] = {"artifactLocation": file}
    if one.is_folder and place.row:
        physical["region"] = {"startLine": place.row}
    name, whole, kind = place.record, place.record, "record"
    if place.sheet:
        name, whole, kind = place.sheet, _quoted(place.sheet), "sheet"
    if place.sheet and place.cell:
        name, whole, kind = place.cell, f"{whole}!{place.cell}", "cell"
    logical = {"name": name, "fullyQualifiedName": whole, "kind": kind}
    return {"physicalLocation": physical, **({"logicalLocations": [logical]} if name else {})}


def _file(one: Looked, file: str) -> PurePath:
    """Return the file that a finding names: one in the folder, or one beside what was named."""
    beside = file_beside(one.path)
    if file == beside.name:
        return beside
    return one.path / file if one.is_folder and file != str(one.path) else one.path


def _suppression(why: Suppression) -> dict[str, object]:
    return {
        "kind": "inSource" if why.is_in_log else "external",
        "status": "accepted",
        "justification": f"{why.reason} ({why.by}, {why.date})",
    }


def _invocation(looked: Sequence[Looked], places: _Places) -> dict[str, object]:
    lost = [one for one in looked if one.refusal]
    told = [
        {
            "level": "error",
            "message": {"text": one.refusal},
            "locations": [
                {"physicalLocation": {"artifactLocation": places.location(_uri(one.path))}}
            ],
        }
        for one in lost
    ]
    return {"executionSuccessful": not lost, "toolExecutionNotifications": told}


def _rules() -> list[dict[str, object]]:
    """Return all rules: those of workbooks, of budgets, and of reading them."""
    rules = [
        _rule(
            rule.code,
            next(one for one in Severity if one in rule.weights.values()),
            (rule.title, f"{rule.wants}.", f"{rule.fix}. Source: {rule.source}."),
        )
        for rule in LINT_RULES
    ]
    rules += [
        _rule(rule.code, rule.severity, (rule.title, rule.says, f"Source: {rule.source}."))
        for rule in RULES
    ]
    return rules + [_rule(code.value, Severity.FATAL, (code.says,) * 3) for code in IntakeCode]


def _rule(code: str, severity: Severity, words: tuple[str, str, str]) -> dict[str, object]:
    title, whole, help_words = words
    return {
        "id": code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": whole},
        "help": {"text": help_words},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }


def _uri(path: PurePath) -> str:
    """Return the address of a file, relative or absolute as it was named."""
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


def _quoted(sheet: str) -> str:
    """Return the name of a sheet as a formula writes it."""
    return sheet if sheet.isalnum() else f"""'{sheet.replace("'", "''")}'"""
