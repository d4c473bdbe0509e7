"""Two rules that see the same thing in the same cell say it once."""

import pytest

from workbook.lint.books import write
from xlbudget.model.fault import IntakeCode
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.rules import RULES
from xlbudget.sheets.check import CheckKind
from xlbudget.sheets.checks import all_checks
from xlbudget.sheets.context import context_of
from xlbudget.workbook.lint import LINT_RULES
from xlbudget.workbook.lint.said_once import SAME_CELL, SAME_CHECK, said_once
from xlbudget.workbook.lint.subject import subject_of

FATAL, WARNING = Severity.FATAL, Severity.WARNING
NOT_OF_A_LINE = {"L01", "F01", "F03", "F04", "R04"}  # sums and years, of no one record
TIES = {f"T{number:02}" for number in range(1, 12)}


@pytest.fixture(scope="module")
def subject(tmp_path_factory):
    """A sound workbook; its checks T01 and A01 stand in F12 and F13 of Checks."""
    return subject_of(write(tmp_path_factory.mktemp("once") / "budget.xlsx"), None)


def found(code, severity, cell="B7", sheet="Line items"):
    return Finding(severity, code, Place("a.xlsx", sheet=sheet, cell=cell), code, "w", "f")


@pytest.mark.parametrize(
    ("of_budget", "of_workbook", "left"),
    [
        (("XLR-02", FATAL), ("I09", FATAL), ["XLR-02"]),
        (("XLR-10", WARNING), ("I10", WARNING), ["XLR-10"]),
        (("XLI-16", WARNING), ("I08", FATAL), ["I08"]),
        (("XLI-09", FATAL), ("I08", FATAL), ["XLI-09"]),
        (("XLR-17", WARNING), ("I08", FATAL), ["XLR-17", "I08"]),
    ],
)
def test_of_two_at_one_cell_the_graver_stays_or_the_budgets(subject, of_budget, of_workbook, left):
    once = said_once(subject, [found(*of_budget)], [found(*of_workbook)])
    assert [one.code for one in once] == left


@pytest.mark.parametrize(("cell", "sheet"), [("B8", "Line items"), ("B7", "Goals"), ("", "")])
def test_at_another_cell_both_are_said(subject, cell, sheet):
    other = found("I09", FATAL, cell, sheet)
    assert len(said_once(subject, [found("XLR-02", FATAL)], [other])) == 2


@pytest.mark.parametrize(("code", "count"), [("XLR-09", 1), ("XLR-20", 2)])
def test_a_check_is_not_told_where_its_places_are(subject, monkeypatch, code, count):
    monkeypatch.setitem(SAME_CHECK, "A01", frozenset({"XLR-09"}))
    check = found("C05", WARNING, "F13", "Checks")
    assert len(said_once(subject, [found(code, WARNING)], [check])) == count


def test_another_finding_at_a_check_is_told(subject, monkeypatch):
    monkeypatch.setitem(SAME_CHECK, "A01", frozenset({"XLR-09"}))
    other = found("C04", FATAL, "F13", "Checks")
    assert len(said_once(subject, [found("XLR-09", WARNING)], [other])) == 2


# --- the declarations


def test_each_code_named_is_one():
    of_budget = {rule.code for rule in RULES} | {code.value for code in IntakeCode}
    assert SAME_CELL.keys() <= {rule.code for rule in LINT_RULES}
    assert of_budget >= frozenset().union(*SAME_CELL.values(), *SAME_CHECK.values())


def test_each_check_of_the_workbook_is_told_by_a_rule_or_by_none(riverbend):
    checks = {check.check_id: check.kind for check in all_checks(context_of(riverbend, ()))}
    assert checks.keys() == SAME_CHECK.keys() | NOT_OF_A_LINE | TIES
    assert {kind for one, kind in checks.items() if one in TIES} == {CheckKind.ERROR}
