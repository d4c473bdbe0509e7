"""Decisions: about a line or by rule, the last one counts, all are kept."""

from dataclasses import replace
from datetime import date

import pytest

from distribution.register.made import AT, BY, ID
from xlbudget.distribution.register.decision import (
    Decision,
    Verdict,
    decide,
    decisions_of,
    standing_decisions,
)
from xlbudget.distribution.register.event import events_of
from xlbudget.errors import ShapeError, UnknownChoiceError

LINE = Decision(
    state=Verdict.APPROVED,
    reason="Serves G1",
    by=BY,
    at=AT,
    school_id="0001",
    line_id="L001",
)
RULE = Decision(
    state=Verdict.CONDITIONAL,
    reason="Pilot",
    by="Kim",
    at=AT,
    rule="area=hardware",
    condition="Reading scores rise by 3 points",
    due_date=date(2027, 2, 1),
)


def test_decisions_come_back_as_they_were_taken(register):
    assert decide(register, ID, LINE)
    assert decide(register, ID, RULE)
    assert decisions_of(register, ID) == (LINE, RULE)


def test_the_same_decision_again_changes_nothing(register):
    decide(register, ID, LINE)
    assert not decide(register, ID, replace(LINE, at=AT.replace(hour=23), by="Kim"))
    assert decisions_of(register, ID) == (LINE,)
    assert len(list(events_of(register, ID, "0001"))) == 2  # school recorded, line approved


def test_the_last_decision_about_a_line_counts_and_the_others_are_kept(register):
    rejected = replace(LINE, state=Verdict.REJECTED, reason="No money")
    for decision in (LINE, rejected, LINE, RULE):
        decide(register, ID, decision)
    assert standing_decisions(register, ID) == (RULE, LINE)
    assert len(decisions_of(register, ID)) == 4


def test_a_decision_stands_in_the_audit_trail_with_its_reason(register):
    decide(register, ID, RULE)
    (told,) = events_of(register, ID, "area=hardware")
    assert (told.who, told.what) == ("Kim", "lines conditional by rule")
    assert told.details["condition"] == "Reading scores rise by 3 points"
    assert told.details["due_date"] == "2027-02-01"


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        pytest.param(replace(LINE, line_id=""), "neither a line nor a rule", id="nothing"),
        pytest.param(replace(LINE, rule="area=x"), "or both", id="both"),
        pytest.param(replace(LINE, school_id=""), "no school", id="no-school"),
        pytest.param(replace(LINE, reason=" "), "no reason", id="no-reason"),
        pytest.param(replace(RULE, condition=""), "conditional", id="no-condition"),
        pytest.param(replace(RULE, due_date=None), "conditional", id="no-date"),
    ],
)
def test_an_incomplete_decision_is_refused(register, broken, words):
    with pytest.raises(ShapeError, match=words):
        decide(register, ID, broken)
    assert decisions_of(register, ID) == ()


def test_a_campaign_that_is_not_there_is_refused(register):
    with pytest.raises(UnknownChoiceError, match="no campaign"):
        decide(register, "fy99", LINE)
