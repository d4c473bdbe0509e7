"""findings.csv: all findings, and no cell that a spreadsheet takes for a formula."""

import csv

from distribution.collect.made import issued
from xlbudget.distribution.collect.findings_file import HEADERS, NAME, write_findings
from xlbudget.distribution.collect.result import FileResult
from xlbudget.distribution.register.submissions.state import State
from xlbudget.model.finding import Finding, Place, Severity

PLACE = Place(file="=cmd.xlsx", sheet="My lines", cell="G9", row=9, column="quantity")
FINDING = Finding(Severity.FATAL, "XLI-09", PLACE, "@SUM(A1)\nthen", "+a number", "-type it")
FILES = (
    FileResult(
        name="=cmd.xlsx",
        sha256="a",
        state=State.REJECTED,
        reason="-1 is no quantity",
        school_id="S1",
        findings=(FINDING,),
    ),
    FileResult(name="b.xlsx", sha256="b", state=State.ACCEPTED, reason="All of it"),
)


def test_a_cell_never_begins_like_a_formula(tmp_path):
    folder = issued(tmp_path / "fy27").folder
    write_findings(folder, FILES)
    text = (folder.results / NAME).read_text("utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert rows[0] == list(HEADERS)
    assert [row[0] for row in rows[1:]] == ["'=cmd.xlsx", "b.xlsx"]
    assert not [cell for row in rows for cell in row if cell[:1] in {"=", "+", "-", "@"}]
    assert rows[1][-3:] == ["'@SUM(A1) then", "'+a number", "'-type it"]
