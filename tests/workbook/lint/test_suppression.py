"""An explanation: what it covers, and when it does not count."""

from dataclasses import replace

import pytest

from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.workbook.lint.suppression import Suppression

WHOLE = Suppression("L01", "Letterhead", "J. Ortiz", "2026-09-01")
PLACE = Place(file="a.xlsx", sheet="Line items", cell="B7", record="LN-012")
FINDING = Finding(Severity.WARNING, "L01", PLACE, "seen", "wanted", "done")


@pytest.mark.parametrize(
    ("narrowed", "covers"),
    [
        ({}, True),
        ({"code": "L02"}, False),
        ({"sheet": "line ITEMS"}, True),
        ({"sheet": "Goals"}, False),
        ({"sheet": "Line items", "cell": "$b$7"}, True),
        ({"sheet": "Line items", "cell": "B8"}, False),
        ({"cell": "A1:C9"}, True),
        ({"cell": "A1:C6"}, False),
        ({"cell": "B:B"}, True),
        ({"cell": "the letterhead"}, False),
        ({"record": "ln-012"}, True),
        ({"record": "LN-013"}, False),
        ({"record": "line items"}, True),
    ],
)
def test_it_covers_what_it_names(narrowed, covers):
    assert replace(WHOLE, **narrowed).covers(FINDING) is covers


def test_a_cell_covers_nothing_that_has_no_cell():
    one = replace(FINDING, place=Place(file="a.xlsx"))
    assert not replace(WHOLE, cell="B7").covers(one)
    assert WHOLE.covers(one)


@pytest.mark.parametrize(
    ("blank", "flaw"),
    [
        ({}, ""),
        ({"code": ""}, "An explanation lacks its rule"),
        ({"reason": ""}, "An explanation lacks its reason"),
        ({"by": "", "date": ""}, "An explanation lacks its name and its date"),
        ({"code": "Z99"}, "An explanation names the rule 'Z99'"),
    ],
)
def test_it_counts_only_when_it_is_whole(blank, flaw):
    assert replace(WHOLE, **blank).flaw({"L01", "L02"}) == flaw
