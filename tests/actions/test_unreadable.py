"""unreadable: what is said of a workbook that an action cannot work with."""

from actions.snapshots import FAULT
from xlbudget.actions.unreadable import lacking, unreadable


def test_what_was_found_comes_along(broken):
    outcome = unreadable(broken)
    assert outcome.refused
    assert outcome.findings == (FAULT,)


def test_a_missing_table_is_named_with_the_way_out():
    outcome = lacking("Line items")
    assert outcome.refused
    assert outcome.says == (
        "The workbook has no table Line items. Bring it up to date with: xlbudget migrate BOOK"
    )
