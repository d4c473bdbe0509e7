"""SARIF 2.1.0: each result names a rule of the log, a level, a file and a cell."""

import json

from workbook.lint.books import write
from xlbudget.workbook.lint import LINT_RULES, lint
from xlbudget.workbook.lint.sarif import sarif
from xlbudget.workbook.lint.suppress import Suppression


def test_a_finding_becomes_a_result(tmp_path):
    path = write(tmp_path / "a budget.xlsx", lambda book: book["Log"].merge_range("A9:C9", "x"))
    log = json.loads(json.dumps(sarif(path, lint(path))))
    run = log["runs"][0]
    (result,) = run["results"]
    rules = run["tool"]["driver"]["rules"]
    place = result["locations"][0]
    assert log["version"] == "2.1.0"
    assert len(rules) == len(LINT_RULES)
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "L01"
    assert result["level"] == "error"
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "a%20budget.xlsx"
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "Log!A9"


def test_what_is_let_stand_is_told_with_its_reason(tmp_path):
    path = write(tmp_path / "budget.xlsx", lambda book: book["Log"].merge_range("A9:C9", "x"))
    why = Suppression("L01", "Letterhead", "J. Ortiz", "2026-09-01")
    log = sarif(path, (), [(lint(path)[0], why)])
    result = json.loads(json.dumps(log))["runs"][0]["results"][0]
    assert result["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "Letterhead (J. Ortiz, 2026-09-01)",
        }
    ]
