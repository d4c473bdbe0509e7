"""The codes of findings: each carries its sentence, and no two parts use the same."""

from __future__ import annotations

from collections import Counter

from xlbudget.distribution.collect.code import CollectCode
from xlbudget.distribution.consolidate.code import ConsolidationCode
from xlbudget.distribution.inbox.inbox_code import InboxCode
from xlbudget.distribution.issue.code import IssueCode
from xlbudget.model.fault import IntakeCode
from xlbudget.model.finding import Place, Severity
from xlbudget.model.finding_code import FindingCode
from xlbudget.model.school_findings import SchoolCode
from xlbudget.workbook.fill.code import FillCode

LISTS = (
    *(CollectCode, ConsolidationCode, FillCode),
    *(InboxCode, IntakeCode, IssueCode, SchoolCode),
)
EVERY = [code for codes in LISTS for code in codes]


def test_these_are_all_lists_of_codes() -> None:
    assert set(FindingCode.__subclasses__()) == set(LISTS)


def test_no_code_stands_for_two_kinds_of_findings() -> None:
    assert [code for code, count in Counter(map(str, EVERY)).items() if count > 1] == []


def test_each_code_carries_a_sentence() -> None:
    assert [code for code in EVERY if not code.says.endswith(".")] == []


def test_a_finding_has_its_code_as_plain_text() -> None:
    made = InboxCode.OPEN.about(Place(file="a.xlsx"), "Seen", "Allowed", "To do", Severity.WARNING)
    assert (type(made.code), made.code, str(made.place)) == (str, "XLD-07", "a.xlsx")
