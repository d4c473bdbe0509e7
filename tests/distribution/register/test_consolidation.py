"""Consolidations: what went in, and not twice the same."""

from dataclasses import replace

from distribution.register.made import AT, BY, ID, record
from xlbudget.distribution.register.consolidation import (
    Consolidation,
    consolidations_of,
    record_consolidation,
    submissions_in,
)
from xlbudget.distribution.register.event import events_of

FIRST = Consolidation(
    digest="d1",
    totals={"2027": "2401.00", "left out": ["0002"]},
    file="district.xlsx",
    by=BY,
    at=AT,
)


def test_a_consolidation_comes_back_with_what_went_in(register):
    keys = [record(register, n, school).submission_id for n, school in ((1, "0001"), (2, "0002"))]
    assert record_consolidation(register, ID, FIRST, keys)
    (kept,) = consolidations_of(register, ID)
    assert kept.consolidation == FIRST
    assert submissions_in(register, kept.consolidation_id) == set(keys)
    told = list(events_of(register, ID, ID))[-1]
    assert told.details == {"file": "district.xlsx", "submissions": 2, "digest": "d1"}


def test_the_same_again_changes_nothing(register):
    record_consolidation(register, ID, FIRST, [])
    assert not record_consolidation(register, ID, replace(FIRST, at=AT.replace(hour=23)), [])
    assert len(consolidations_of(register, ID)) == 1


def test_what_was_before_may_come_again_after_something_else(register):
    for digest in ("d1", "d2", "d1"):
        assert record_consolidation(register, ID, replace(FIRST, digest=digest), [])
    assert [one.consolidation.digest for one in consolidations_of(register, ID)] == [
        "d1",
        "d2",
        "d1",
    ]
