"""SARIF 2.1.0: the schema's judge passes it; each result names a rule, a level, a file, a cell."""

import json
from pathlib import Path

import pytest

from judges.sarif import against_the_schema
from xlbudget.model.fault import IntakeCode
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.rules import RULES
from xlbudget.workbook.lint import LINT_RULES
from xlbudget.workbook.lint.sarif import Looked, sarif, sarif_text
from xlbudget.workbook.lint.suppress import Judged, judged
from xlbudget.workbook.lint.suppression import Suppression

WHY = Suppression("L01", "Letterhead", "J. Ortiz", "2026-09-01", kept_in="Log!C9")
OF_FOLDER = Place("line_items.csv", row=12, column="goal_1", record="L9")
OF_SHEET = Place("b.xlsx", sheet="Ana's sheet", cell="B7")
OUTSIDE = Place("b.xlsx.lint.toml")


BOOK = Path("/in/a budget.xlsx")


def finding(place, code="XLR-09", severity=Severity.WARNING):
    return Finding(severity, code, place, "seen", "wanted", "done")


MERGED = finding(Place(BOOK.name, sheet="Log", cell="A9"), "L01", Severity.FATAL)


def found(*findings):
    return Judged(tuple(findings))


@pytest.fixture(scope="module")
def whole():
    """A log of all kinds: explained, of a folder, of a strange sheet, and not read."""
    return [
        Looked(BOOK, judged([MERGED], [WHY])),
        Looked(Path("elm valley"), found(finding(OF_FOLDER), finding(Place())), is_folder=True),
        Looked(Path("in/b.xlsx"), found(finding(OF_SHEET), finding(OUTSIDE, "E01"))),
        Looked(Path("c.xlsx"), Judged(), refusal="It is no workbook"),
    ]


def run_of(looked):
    return json.loads(sarif_text(looked))["runs"][0]


def test_the_schema_is_kept(whole, tmp_path):
    log = tmp_path / "log.sarif"
    log.write_text(sarif_text(whole), encoding="utf-8")
    assert against_the_schema(log) == []


def test_a_log_of_nothing_is_kept_by_the_schema_too(tmp_path):
    log = tmp_path / "log.sarif"
    log.write_text(sarif_text([Looked(Path("a.xlsx"), Judged())]), encoding="utf-8")
    assert against_the_schema(log) == []


def test_a_finding_becomes_a_result():
    run = run_of([Looked(BOOK, found(MERGED))])
    (result,) = run["results"]
    place = result["locations"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "L01"
    assert result["level"] == "error"
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "file:///in/a%20budget.xlsx"
    assert place["logicalLocations"] == [
        {"name": "A9", "fullyQualifiedName": "Log!A9", "kind": "cell"}
    ]


def test_every_rule_stands_in_the_log_once():
    rules = [rule["id"] for rule in run_of([])["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules)) == len(LINT_RULES) + len(RULES) + len(IntakeCode)


def test_what_is_explained_is_told_with_its_reason(whole):
    result = run_of(whole)["results"][0]
    assert result["suppressions"] == [
        {
            "kind": "inSource",
            "status": "accepted",
            "justification": "Letterhead (J. Ortiz, 2026-09-01)",
        }
    ]


def test_an_explanation_beside_the_file_is_not_in_it():
    beside = Suppression("L01", "a", "b", "c", kept_in="a budget.xlsx.lint.toml")
    (result,) = run_of([Looked(BOOK, judged([MERGED], [beside]))])["results"]
    assert result["suppressions"][0]["kind"] == "external"


def test_many_files_are_artifacts_of_one_run(whole):
    run = run_of(whole)
    uris = [one["location"]["uri"] for one in run["artifacts"]]
    assert uris[1:] == [
        "in/b.xlsx",
        "c.xlsx",
        "elm%20valley/line_items.csv",
        "elm%20valley",
        "in/b.xlsx.lint.toml",
    ]
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert uris[place["index"]] == place["uri"]


def test_a_row_of_a_file_is_a_line_of_text(whole):
    (place,) = run_of(whole)["results"][1]["locations"]
    assert place["physicalLocation"]["region"] == {"startLine": 12}
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "L9"


def test_a_sheet_is_named_as_a_formula_names_it(whole):
    (place,) = run_of(whole)["results"][3]["locations"]
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "'Ana''s sheet'!B7"


def test_a_file_that_was_not_read_is_told_and_the_run_is_no_success(whole):
    (invocation,) = run_of(whole)["invocations"]
    (told,) = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert (told["level"], told["message"]["text"]) == ("error", "It is no workbook")


def test_a_name_of_any_bytes_has_an_address():
    odd = Path("o\udcff\n#.xlsx")
    assert run_of([Looked(odd, Judged())])["artifacts"][0]["location"]["uri"] == "o%FF%0A%23.xlsx"
    assert sarif([])["version"] == "2.1.0"
