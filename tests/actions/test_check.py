"""check: what is found goes onto the sheet Findings, and nothing else changes."""

from dataclasses import replace

import pytest

from actions.snapshots import FAULT, snapshot_of, told
from xlbudget.actions.check import check
from xlbudget.actions.request import Select
from xlbudget.model.finding import Place, Severity
from xlbudget.sheets.findings import HEADERS

REMARK = replace(FAULT, severity=Severity.INFORMATION, code="XLI-11", place=Place(file="a.xlsx"))


def after(snapshot):
    """The rows of the sheet Findings when a check is done, blank ones left out."""
    rows = [dict(row) for row in snapshot.tables["Findings"].rows]
    for edit in check(snapshot, {}).edits:
        assert edit.table == "Findings"
        rows[edit.row - 1][edit.header] = edit.value
    return [tuple(row[header] for header in HEADERS) for row in rows if any(row.values())]


def test_a_new_workbook_has_its_findings_listed_already(river):
    outcome = check(river, {})
    assert outcome.edits == ()
    assert outcome.findings == river.findings
    assert outcome.requests == (Select("Findings"),)
    assert outcome.says == (
        "Found: 0 fatal; 12 warnings; 0 remarks. Correct each warning, or explain in writing why "
        "it stands. The sheet Findings lists them."
    )


def test_a_fatal_finding_is_listed_in_place_of_none(broken):
    assert told(check(broken, {})) == [
        "Findings 1 Severity: fatal",
        "Findings 1 Rule: XLI-09",
        "Findings 1 Seen: Quantity is “many”",
        "Findings 1 Allowed: It is a number",
        "Findings 1 To do: Write a number",
        "Findings 1 Place: quantity",
        "Findings 1 Sheet: Line items",
        "Findings 1 Cell: J9",
    ]
    assert "Mend what is fatal first" in check(broken, {}).says


def test_the_findings_of_a_half_filled_workbook(half):
    assert [row[:2] for row in after(half)] == [
        ("warning", "XLR-09"),
        ("warning", "XLR-10"),
        ("warning", "XLR-13"),
        ("warning", "XLR-29"),
    ]


def test_nothing_found_is_said_and_stands_there(empty):
    assert after(empty) == [("none", *[None] * 7)]
    assert check(empty, {}).says == "Found: 0 fatal; 0 warnings; 0 remarks. Nothing is to be done."


def test_what_is_mended_leaves_no_row_behind(river):
    mended = replace(river, findings=river.findings[:2])
    assert len(after(mended)) == 2
    assert after(replace(river, findings=())) == [("none", *[None] * 7)]


def test_the_gravest_stand_first(empty):
    mixed = replace(empty, findings=(REMARK, FAULT, REMARK))
    assert [row[0] for row in after(mixed)] == ["fatal", "information", "information"]


def test_more_findings_than_rows_are_counted_in_the_last(empty):
    rows = len(empty.tables["Findings"].rows)
    many = replace(empty, findings=(FAULT,) * (rows + 5))
    assert len(after(many)) == rows
    assert after(many)[-1][2] == "6 more findings have no row here"
    assert "lists the gravest; xlbudget check lists them all" in check(many, {}).says


def test_a_second_check_changes_nothing(half):
    rows = [dict(row) for row in half.tables["Findings"].rows]
    for edit in check(half, {}).edits:
        rows[edit.row - 1][edit.header] = edit.value
    table = replace(half.tables["Findings"], rows=tuple(rows))
    assert check(replace(half, tables={"Findings": table}), {}).edits == ()


def test_an_older_sheet_takes_what_it_has_columns_for(broken):
    table = replace(broken.tables["Findings"], headers=("Severity", "Rule", "Place", "Seen"))
    edits = check(replace(broken, tables={"Findings": table}), {}).edits
    assert [edit.header for edit in edits] == ["Severity", "Rule", "Seen", "Place"]


def test_without_the_sheet_the_findings_are_told_all_the_same(broken):
    outcome = check(replace(broken, tables={}), {})
    assert (outcome.edits, outcome.requests, outcome.findings) == ((), (), (FAULT,))


@pytest.mark.parametrize("severity", list(Severity))
def test_each_severity_says_what_to_do(empty, severity):
    says = check(replace(empty, findings=(replace(FAULT, severity=severity),)), {}).says
    assert says.count(". ") == 2


def test_the_sample_filled_again_has_the_rows_of_a_new_workbook(riverbend, river):
    stale = replace(river, tables=snapshot_of(replace(riverbend, lines=())).tables)
    new = [tuple(row[header] for header in HEADERS) for row in river.tables["Findings"].rows]
    assert after(stale) == [row for row in new if any(row)]
