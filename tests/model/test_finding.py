"""Findings: where, what, what to do; and how many, in words."""

import pytest

from xlbudget.model.finding import Finding, Place, Severity, in_words, worst


def finding(severity=Severity.WARNING, place=None):
    return Finding(severity, "XLR-09", place or Place(), "Saw", "Wants", "Fix")


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(), ""),
        (Place(file="a.csv", row=12, column="unit_price"), "a.csv, row 12, unit_price"),
        (Place(sheet="Goals", cell="B7", record="G1"), "Goals, B7, G1"),
    ],
)
def test_a_place_is_said_in_words(place, text):
    assert str(place) == text


def test_a_finding_is_one_paragraph():
    assert str(finding()) == "Saw. Wants. Fix. [XLR-09]"
    assert str(finding(place=Place(file="a.csv"))) == "a.csv: Saw. Wants. Fix. [XLR-09]"


def test_the_worst_counts():
    assert worst([]) is None
    assert worst([finding(Severity.INFORMATION), finding()]) is Severity.WARNING
    assert worst([finding(), finding(Severity.FATAL)]) is Severity.FATAL


def test_counts_are_said_in_words():
    assert in_words([finding(), finding(), finding(Severity.FATAL)]) == (
        "1 fatal; 2 warnings; 0 remarks"
    )
