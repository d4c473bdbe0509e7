"""checks: every check with its value and state, and the master check."""

import re

import pytest

from analysis.budgets import line
from sheets.reading import clean_context, column_of, context, described, table_of
from xlbudget.sheets.check import LOOK, OK
from xlbudget.sheets.checks import MASTER, all_checks, checks_sheet
from xlbudget.sheets.plan import Link, Part

CLEAN = all_checks(clean_context())
SHEET = checks_sheet(CLEAN)
BROKEN = all_checks(context(line(goal_1="nowhere", source_1="nobody")))


def totals_of(checks):
    table = table_of(checks_sheet(checks), "CheckTotals")
    return {row.key: row.cells[1].value for row in table.rows}


def test_every_check_of_the_clean_budget_passes():
    assert [check.check_id for check in CLEAN if not check.passes] == []
    assert set(column_of(table_of(SHEET, "Checks"), "Status")) == {OK}


def test_ids_are_unique_and_of_one_form():
    ids = [check.check_id for check in CLEAN]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[LFGRT]\d\d", key) for key in ids)


def test_the_same_checks_stand_in_every_workbook():
    assert [check.check_id for check in BROKEN] == [check.check_id for check in CLEAN]


def test_every_check_says_in_a_sentence_what_must_hold():
    assert all(20 < len(check.says) < 80 for check in CLEAN)
    assert all(check.formula.startswith("=") for check in CLEAN)


def test_a_check_that_fails_asks_somebody_to_look():
    table = table_of(checks_sheet(BROKEN), "Checks")
    states = dict(zip(column_of(table, "Check"), column_of(table, "Status"), strict=True))
    assert (states["L07"], states["L08"], states["L02"]) == (LOOK, LOOK, OK)


def test_a_check_leads_to_its_sheet():
    rows = {row.key: row for row in table_of(SHEET, "Checks").rows}
    assert rows["L01"].cells[-1] == Link("Line items", "Line items")
    assert rows["F02"].cells[-1] == Link("Funding", "Funding")


def test_the_totals_count_and_say():
    totals = totals_of(CLEAN)
    count = len(CLEAN)
    assert totals == {
        "checks": count,
        "errors": 0,
        "warnings": 0,
        "explained": 0,
        "words": f"All {count} checks pass",
    }


def test_the_totals_of_a_broken_budget_tell_errors_from_warnings():
    totals = totals_of(BROKEN)
    assert (totals["errors"], totals["explained"]) == (2, 0)
    assert totals["words"].startswith(f"2 errors; {totals['warnings']} warnings, 0 explained")


@pytest.mark.parametrize("header", ["Explanation", "By", "Date"])
def test_what_a_person_writes_beside_a_check_is_left_blank(header):
    table = table_of(SHEET, "Checks")
    assert described(table, header).part is Part.INPUT
    assert set(column_of(table, header)) == {None}


def test_the_master_check_is_the_sentence():
    assert MASTER.refers == "{$CheckTotals|words|Value}"
