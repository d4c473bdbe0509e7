"""Decisions on lines: which lines, what stands before and after, and again."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from distribution.played import AT, BY, ID, LATER, WHY, line_item, reject, send
from xlbudget.distribution.decide import decide_lines, lines_met, lines_named, standing
from xlbudget.distribution.line_rule import line_rule
from xlbudget.distribution.register.decision import Decision, Verdict, decisions_of
from xlbudget.distribution.register.event import events_of
from xlbudget.errors import ShapeError, UnknownChoiceError

APPROVED = Decision(state=Verdict.APPROVED, reason=WHY, by=BY, at=LATER)
RULE = line_rule("area=hardware")
BY_RULE = replace(
    APPROVED,
    state=Verdict.CONDITIONAL,
    rule=str(RULE),
    condition="Scores rise",
    due_date=date(2027, 2, 1),
)


def ids(lines):
    return [line.line.item.line_id for line in lines]


def states(outcome):
    return [
        (it.line.line.item.line_id, it.before and it.before.state, it.after and it.after.state)
        for it in outcome.lines
    ]


def test_lines_are_named_by_their_ids(played):
    assert ids(lines_named(played, ID, ["S2-L1", "S1/S1-N01", "S2-L1"])) == ["S2-L1", "S1-N01"]


def test_all_ids_that_are_not_there_are_told_at_once(played):
    with pytest.raises(UnknownChoiceError, match="S9-L1, nothing"):
        lines_named(played, ID, ["S1-L1", "S9-L1", "nothing"])


def test_an_id_that_two_schools_have_is_asked_for_with_its_school(played):
    for school in ("S1", "S2"):
        send(played, school, [line_item("X1", school)], days=2)
    with pytest.raises(UnknownChoiceError, match="S1/X1"):
        lines_named(played, ID, ["X1"])
    (line,) = lines_named(played, ID, ["S2/X1"])
    assert line.school_id == "S2"


def test_a_rule_that_meets_no_line_is_refused(played):
    with pytest.raises(UnknownChoiceError, match="names no line"):
        lines_met(played, ID, line_rule("cost>1000000"))


def test_a_decision_is_recorded_for_each_line_and_again_changes_nothing(played):
    lines = lines_named(played, ID, ["S1-L1", "S2-L1"])
    first = decide_lines(played, ID, APPROVED, lines)
    again = decide_lines(played, ID, replace(APPROVED, at=LATER + timedelta(days=1)), lines)
    assert (first.recorded, again.recorded) == (2, 0)
    assert states(first) == [("S1-L1", None, "approved"), ("S2-L1", None, "approved")]
    assert len(decisions_of(played, ID)) == 2
    assert first.cost == Decimal("11915.91")  # 6,499.59 of 12 licenses and 5,416.32 of 10


def test_a_rule_is_one_decision_and_stands_in_the_trail(played):
    outcome = decide_lines(played, ID, BY_RULE, lines_met(played, ID, RULE))
    assert states(outcome) == [("S1-N01", None, "conditional")]
    (told,) = events_of(played, ID, "area=hardware")
    assert told.details["condition"] == "Scores rise"


def test_a_change_of_mind_supersedes_and_both_stay(played):
    lines = lines_named(played, ID, ["S1-N01"])
    decide_lines(played, ID, APPROVED, lines)
    other = replace(APPROVED, state=Verdict.REJECTED, reason="No money", at=LATER)
    outcome = decide_lines(played, ID, other, lines)
    assert states(outcome) == [("S1-N01", "approved", "rejected")]
    assert len(decisions_of(played, ID)) == 2


def test_a_later_decision_about_a_line_stays_and_is_named(played):
    decide_lines(played, ID, replace(BY_RULE, at=AT), lines_met(played, ID, RULE))
    reject(played, "S1-N01", "S1")
    outcome = decide_lines(played, ID, BY_RULE, lines_met(played, ID, RULE))
    assert outcome.recorded == 0
    assert ids(it.line for it in outcome.otherwise) == ["S1-N01"]


@pytest.mark.parametrize("wanted", [APPROVED, BY_RULE], ids=["lines", "rule"])
def test_a_dry_run_tells_the_same_and_records_nothing(played, wanted):
    lines = lines_met(played, ID, RULE)
    dry = decide_lines(played, ID, wanted, lines, dry_run=True)
    assert decisions_of(played, ID) == ()
    assert decide_lines(played, ID, wanted, lines) == dry


def test_a_decision_without_its_condition_is_refused_and_nothing_is_recorded(played):
    lines = lines_met(played, ID, RULE)
    with pytest.raises(ShapeError):
        decide_lines(played, ID, replace(BY_RULE, condition=""), lines)
    assert decisions_of(played, ID) == ()


def test_the_standing_decision_of_a_line_is_found(played):
    reject(played)
    found = standing(played, ID)
    decided = {
        line.line.item.line_id: found.of(line)
        for line in lines_met(played, ID, line_rule("cost>0"))
    }
    assert {key for key, decision in decided.items() if decision} == {"S2-N01"}
