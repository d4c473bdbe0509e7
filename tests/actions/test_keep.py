"""keep: a copy is kept, and one is given back."""

from dataclasses import replace

from xlbudget.actions.keep import NONE, keep, restore
from xlbudget.actions.request import KeepCopy, RestoreCopy

COPIES = ("2026-11-24 add-line.xlsx", "2026-11-23 by hand.xlsx")


def test_a_copy_is_kept_of_any_workbook(broken):
    outcome = keep(broken, {})
    assert outcome.requests == (KeepCopy("by hand"),)
    assert "budget.xlsx" in outcome.says


def test_without_copies_nothing_can_be_restored(river):
    assert (restore(river, {}).says, restore(river, {}).refused) == (NONE, True)


def test_the_copies_are_offered_the_newest_first(river):
    outcome = restore(replace(river, copies=COPIES), {})
    assert [option.answer for option in outcome.asks[0].options] == list(COPIES)
    assert outcome.asks[0].suggested == COPIES[0]
    assert outcome.waits
    assert outcome.says.startswith("2 copies are kept.")


def test_the_chosen_copy_is_restored(river):
    outcome = restore(replace(river, copies=COPIES), {"copy": COPIES[1]})
    assert outcome.requests == (RestoreCopy(COPIES[1]),)
    assert (outcome.edits, outcome.asks) == ((), ())


def test_a_copy_that_is_not_there_is_asked_again(river):
    outcome = restore(replace(river, copies=COPIES[:1]), {"copy": "last year"})
    assert outcome.requests == ()
    assert outcome.asks[0].question.startswith("There is no kept copy “last year”. ")
    assert outcome.says.startswith("1 copy is kept.")
