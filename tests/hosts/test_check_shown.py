"""How a check is shown: a table for each severity, what to do once, and the counts in words."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from xlbudget.hosts.check_shown import put_all, put_checked, put_head, total_in_words
from xlbudget.hosts.checked import Checked, Kind
from xlbudget.hosts.exits import ExitCode
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.workbook.lint.profile import Profile
from xlbudget.workbook.lint.suppress import Judged, judged
from xlbudget.workbook.lint.suppression import Suppression

WHY = Suppression("L01", "Letterhead", "J. Ortiz", "2026-09-01", kept_in="Log!C9")
LOST = Checked(Path("c.xlsx"), Kind.NOT_READ, refusal="It is empty", code=ExitCode.INVALID)
FATAL, WARNING, REMARK = Severity


def finding(severity, code, *, fix="do it", wants="wanted", **place):
    return Finding(severity, code, Place("b.xlsx", **place), f"seen {code}", wants, fix)


MERGED = finding(FATAL, "L01", sheet="Log", cell="A9")
GOALLESS = finding(WARNING, "XLR-09", sheet="Line items", cell="G9", record="L1")
LONG = finding(REMARK, "F04", sheet="Costs", cell="B2")


def workbook(*findings, why=()):
    return Checked(Path("b.xlsx"), Kind.BUDGET, Profile.DISTRICT, judged(findings, why))


def shown(put, what):
    stream = StringIO()
    put(Console(file=stream, width=200, highlight=False), what)
    return stream.getvalue()


def test_findings_stand_in_a_table_for_each_severity_the_gravest_first():
    lines = shown(put_checked, workbook(LONG, GOALLESS, MERGED)).splitlines()
    titles = [line for line in lines if line.endswith("(1)")]
    assert titles == [
        "Fatal: to be mended (1)",
        "Warnings: to be corrected or explained (1)",
        "Remarks: good to know (1)",
    ]
    assert "L01   Log    A9    seen L01" in lines
    assert "XLR-09  Line items  G9    L1      seen XLR-09" in lines
    assert lines[-1] == "Findings: 1 fatal; 1 warning; 1 remark."


def test_a_column_that_says_nothing_is_left_out():
    shown_lines = shown(put_checked, workbook(MERGED)).splitlines()
    assert shown_lines[1] == "Rule  Sheet  Cell  Seen"


def test_findings_of_a_folder_have_file_and_row():
    place = {"row": 12, "column": "goal_1", "record": "L1"}
    folder = Checked(
        Path("elm"), Kind.FOLDER, None, judged([finding(WARNING, "XLR-09", **place)], ())
    )
    lines = shown(put_checked, folder).splitlines()
    assert lines[1].split() == ["Rule", "File", "Row", "Column", "Record", "Seen"]
    assert lines[2].split() == ["XLR-09", "b.xlsx", "12", "goal_1", "L1", "seen", "XLR-09"]


def test_each_thing_to_do_is_said_once_and_not_too_many():
    many = [finding(WARNING, "XLR-20", fix=f"ask {i}", cell=f"B{i}") for i in (1, 1, 2, 3, 4, 5)]
    told = shown(put_checked, workbook(*many))
    assert told.count("XLR-20: In each year, lines ask a source for no more") == 1
    assert told.count("To do: ask 1.") == 1
    assert told.count("To do: ") == 3
    assert "2 more ways; --json tells each." in told


def test_a_code_of_intake_says_what_it_wants():
    told = shown(put_checked, workbook(finding(FATAL, "XLI-09", wants="A number", cell="B2")))
    assert "  XLI-09: A number." in told


def test_what_is_explained_is_told_with_reason_name_date_and_where_it_is_written():
    told = shown(put_checked, workbook(MERGED, why=[WHY]))
    assert "Explained: L01, Log, A9: Letterhead (J. Ortiz, 2026-09-01; Log!C9)" in told
    assert told.endswith("Findings: 1 fatal, 1 explained; 0 warnings; 0 remarks.\n")


def test_an_explanation_of_nothing_is_told():
    told = shown(put_checked, workbook(why=[WHY]))
    assert "Explains nothing that is found: L01: Letterhead (J. Ortiz" in told


def test_a_refusal_is_what_came_of_a_file():
    assert shown(put_checked, LOST) == "Not read: It is empty\n"


@pytest.mark.parametrize(
    ("one", "head"),
    [
        (workbook(), "b.xlsx (budget workbook, judged as district)"),
        (LOST, "c.xlsx (not read)"),
        (Checked(Path("elm"), Kind.FOLDER), "elm (district folder)"),
    ],
)
def test_the_head_says_what_it_is_and_as_what_it_is_judged(one, head):
    assert shown(put_head, one).splitlines()[0] == head


def test_of_many_each_has_a_line_and_all_have_words():
    results = [workbook(GOALLESS, MERGED, why=[WHY]), LOST, Checked(Path("elm"), Kind.FOLDER)]
    lines = [line.split() for line in shown(put_all, results).splitlines()]
    assert lines[1] == ["File", "What", "it", "is", "Fatal", "Warnings", "Remarks", "Explained"]
    assert lines[2] == ["b.xlsx", "budget", "workbook", "0", "1", "0", "1"]
    assert lines[3] == ["c.xlsx", "not", "read", "-", "-", "-", "-"]
    assert lines[4] == ["elm", "district", "folder", "0", "0", "0", "0"]
    words = "3 files, 1 of them not read: 1 fatal, 1 explained; 1 warning; 0 remarks"
    assert total_in_words(results) == words
    assert " ".join(lines[-1]) == f"{words}."


def test_nothing_that_is_not_read_is_not_spoken_of():
    assert total_in_words([Checked(Path("a"), Kind.FOLDER, None, Judged())] * 2) == (
        "2 files: 0 fatal; 0 warnings; 0 remarks"
    )
