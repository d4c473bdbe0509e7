"""Which decision counts for a line, and what it makes of it."""

from dataclasses import replace
from datetime import date, timedelta

from distribution.consolidate.made import AT, BY, as_collected, contract
from xlbudget.distribution.consolidate.verdicts import (
    CONDITIONAL_PROGRAM,
    as_decided,
    decided,
    with_conditions,
)
from xlbudget.distribution.register.decision import Decision, Verdict
from xlbudget.distribution.register.submissions.accepted_lines import AcceptedLine
from xlbudget.model import Program

ITEM = contract("L1", (100, 100, 100), school_id="S1")
LINE = AcceptedLine("S1", 1, "Oak.xlsx", as_collected([ITEM])[0])
DAY = date(2027, 2, 1)


def decision(state, *, later=0, **target):
    facts = {"condition": "It works", "due_date": DAY} if state is Verdict.CONDITIONAL else {}
    at = AT + timedelta(hours=later)
    return Decision(state=state, reason="As agreed", by=BY, at=at, **(facts | target))


def of_line(state, **facts):
    return decision(state, school_id="S1", line_id="L1", **facts)


def test_a_line_without_a_decision_has_none():
    assert decided([decision(Verdict.REJECTED, rule="area=broadband")]).of(LINE) is None


def test_a_decision_about_another_schools_line_of_the_same_id_does_not_count():
    other = decision(Verdict.REJECTED, school_id="S2", line_id="L1")
    assert decided([other]).of(LINE) is None


def test_the_newest_decision_counts_whether_by_line_or_by_rule():
    rule = decision(Verdict.REJECTED, rule="area=hardware", later=1)
    early, late = of_line(Verdict.APPROVED), of_line(Verdict.APPROVED, later=2)
    assert decided([early, rule]).of(LINE) == rule
    assert decided([late, rule]).of(LINE) == late


def test_of_two_rules_the_newest_counts():
    old = decision(Verdict.REJECTED, rule="area=hardware")
    new = decision(Verdict.APPROVED, rule="cost>1", later=1)
    assert decided([old, new]).of(LINE) == new


def test_a_decision_about_the_line_goes_before_a_rule_of_the_same_moment():
    rule, own = decision(Verdict.REJECTED, rule="cost>1"), of_line(Verdict.APPROVED)
    assert decided([rule, own]).of(LINE) == own


def test_an_approved_line_says_so():
    assert as_decided(ITEM, of_line(Verdict.APPROVED)).status == "approved"


def test_a_line_without_a_decision_stays_as_it_is():
    assert as_decided(ITEM, None) is ITEM


def test_a_conditional_line_without_a_program_comes_under_one_of_its_own():
    verdict = of_line(Verdict.CONDITIONAL)
    made = as_decided(replace(ITEM, program_id=""), verdict)
    (program,) = with_conditions((), [(made, verdict)])
    assert made.program_id == program.program_id == CONDITIONAL_PROGRAM
    assert (program.condition, program.condition_due) == ("It works", DAY)


def test_a_program_keeps_its_own_condition_and_the_earliest_day():
    verdict = of_line(Verdict.CONDITIONAL)
    before = Program(
        program_id="P1", name="Devices", condition="Wifi first", condition_due=date(2027, 1, 1)
    )
    (program,) = with_conditions((before,), [(as_decided(ITEM, verdict), verdict)])
    assert (program.condition, program.condition_due) == ("Wifi first; It works", date(2027, 1, 1))
    assert with_conditions((program,), [(ITEM, verdict)]) == (program,)
