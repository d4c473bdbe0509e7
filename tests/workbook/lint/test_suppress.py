"""Findings that remain and findings that are explained, and both in words."""

from dataclasses import replace

import pytest

from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.workbook.lint.suppress import Judged, judged
from xlbudget.workbook.lint.suppression import Suppression

WHY = Suppression("XLR-09", "The board decides in May", "J. Ortiz", "2026-09-01")


def finding(code, severity, record=""):
    return Finding(severity, code, Place(record=record), "seen", "wanted", "done")


WARNINGS = [finding("XLR-09", Severity.WARNING, f"L{number}") for number in range(4)]


def test_nothing_found_is_said_in_full():
    assert Judged().in_words == "0 fatal; 0 warnings; 0 remarks"


def test_an_explained_warning_stays_a_warning_in_words():
    why = [replace(WHY, record=f"L{number}") for number in range(3)]
    found = judged([*WARNINGS, finding("F04", Severity.INFORMATION)], why)
    assert found.in_words == "0 fatal; 4 warnings, 3 explained; 1 remark"
    assert [one.place.record for one in found.findings] == ["L3", ""]
    assert found.unused == ()


def test_one_explanation_may_cover_many():
    found = judged(WARNINGS, [WHY])
    assert found.in_words == "0 fatal; 4 warnings, 4 explained; 0 remarks"


def test_an_explanation_of_nothing_is_told():
    unused = replace(WHY, record="L9")
    assert judged(WARNINGS, [unused]).unused == (unused,)


@pytest.mark.parametrize(("code", "left"), [("XLR-01", 1), ("XLI-09", 1), ("L01", 0)])
def test_what_is_fatal_in_a_budget_cannot_be_explained(code, left):
    why = replace(WHY, code=code)
    found = judged([finding(code, Severity.FATAL)], [why])
    assert len(found.findings) == left
    assert len(found.unused) == left
