"""Notes on a year's turn."""

from decimal import Decimal

from xlbudget.distribution.roll.note import LEAVING, Note, Notes, Topic


def test_each_topic_that_leaves_says_so():
    assert set(LEAVING) == {topic for topic in Topic if topic.endswith(("leave", "left out"))}


def test_of_many_notes_the_first_are_told_and_all_are_counted():
    notes = Notes(most=2)
    notes.add(Note(Topic.DONE, f"L{number}", "Cabling", "S1", Decimal(10)) for number in range(5))
    notes.add([Note(Topic.REJECTED, "R", "Too dear", "S1", Decimal(1))])
    notes.add([Note(Topic.NO_PAYMENT, "N", "It goes on", "S1", Decimal(100))])
    assert [note.subject for note in notes.told()] == ["R", "L0", "L1", "N"]
    assert (notes.counts[Topic.DONE], notes.left_out) == (5, 51)
