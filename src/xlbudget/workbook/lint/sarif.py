"""Findings as SARIF 2.1.0, the form in which code platforms and editors take them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from xlbudget import __version__
from xlbudget.model.finding import Finding, Severity
from xlbudget.workbook.lint.rule import LintRule
from xlbudget.workbook.lint.run import LINT_RULES
from xlbudget.workbook.lint.suppress import Suppression

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.FATAL: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note"}


def sarif(
    path: Path,
    findings: Sequence[Finding],
    suppressed: Sequence[tuple[Finding, Suppression]] = (),
) -> dict[str, object]:
    """Return findings of one workbook as a SARIF log: one run, with all rules that were known."""
    results = [_result(path, finding) for finding in findings]
    for finding, why in suppressed:
        kept = {
            "kind": "external",
            "status": "accepted",
            "justification": f"{why.reason} ({why.by}, {why.date})",
        }
        results.append(_result(path, finding) | {"suppressions": [kept]})
    driver = {
        "name": "xlbudget",
        "version": __version__,
        "rules": [_rule(rule) for rule in LINT_RULES],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: LintRule) -> dict[str, object]:
    gravest = next(one for one in Severity if one in rule.weights.values())
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.wants}."},
        "help": {"text": f"{rule.fix}. Source: {rule.source}."},
        "defaultConfiguration": {"level": _LEVELS[gravest]},
    }


def _result(path: Path, finding: Finding) -> dict[str, object]:
    known = [rule.code for rule in LINT_RULES]
    place = finding.place
    location: dict[str, object] = {
        "physicalLocation": {"artifactLocation": {"uri": quote(path.name)}}
    }
    name = f"{place.sheet}!{place.cell}" if place.cell else place.sheet
    if name:
        location["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "element"}]
    result: dict[str, object] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.saw}. {finding.wants}. {finding.fix}."},
        "locations": [location],
    }
    return result | ({"ruleIndex": known.index(finding.code)} if finding.code in known else {})
