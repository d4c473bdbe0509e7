"""The district's budget with what came home: whose lines stand in it, and whose do not."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from distribution.consolidate.made import (
    AT,
    BY,
    DATA,
    ID,
    campaign,
    contract,
    ground,
    merged,
    school_ids,
    send,
)
from xlbudget.distribution.consolidate.ground import Missing
from xlbudget.distribution.register.decision import Decision, Verdict, decide
from xlbudget.distribution.register.submissions.state import State


@pytest.fixture
def own(tmp_path):
    """A campaign of three schools that a test may change; the last has not answered."""
    return campaign(tmp_path, schools=3, lines=4, missing=1, data=False)


def ids(found):
    return {line.line_id for line in found.budget.lines}


def test_answers_stand_in_place_of_last_years_lines(own):
    known = {row["line"] for row in own.truth}
    assert ids(merged(own)) == {"C1", "C2"} | known


def test_a_school_without_an_answer_is_left_out(own):
    stands_on = ground(own)
    assert (stands_on.out, stands_on.last_year) == ({"0003"}, frozenset())
    assert "0003" not in Counter(line.school_id for line in merged(own).budget.lines)


def test_last_years_lines_may_stand_in_for_it(own):
    stands_on = ground(own, missing=Missing.LAST_YEAR)
    assert (stands_on.out, stands_on.last_year) == (frozenset(), {"0003"})
    found = ids(merged(own, missing=Missing.LAST_YEAR))
    assert {"0003-L1", "0003-L2"} <= found
    assert not {"0001-L1", "0002-L1"} & found


def test_a_lapsed_line_of_last_year_does_not(own):
    lapsed = tuple(
        replace(line, status="lapsed") if line.line_id == "0003-L1" else line
        for line in own.budget.lines
    )
    found = merged(own, missing=Missing.LAST_YEAR, budget=replace(own.budget, lines=lapsed))
    assert "0003-L1" not in ids(found)


def test_the_lines_of_a_school_outside_the_campaign_stay(own):
    line = contract("X1", (1, 2, 3), school_id="0999")
    found = merged(own, budget=replace(own.budget, lines=(*own.budget.lines, line)))
    assert "X1" in ids(found)


def test_every_line_knows_the_way_back(own):
    found = merged(own)
    places = dict(zip((line.line_id for line in found.budget.lines), found.origins, strict=True))
    assert places["C1"] == DATA
    assert str(places["0002-N003"]) == "School-0002_0002.xlsx, My lines, row 11"
    assert len(places["0002-N003"].sha256) == 64


def test_a_rejected_answer_is_not_in_it(own):
    with own.register() as register:
        send(register, "0003", [contract("N", (1, 1, 1))], state=State.REJECTED)
    assert ground(own).out == {"0003"}


def test_a_later_answer_takes_the_place_of_an_earlier_one(own):
    with own.register() as register:
        send(register, "0001", [contract("0001-N900", (1, 1, 1), school_id="0001")], number=2)
    lines = [line.line_id for line in merged(own).budget.lines if line.school_id == "0001"]
    assert lines == ["0001-N900"]


def test_a_rejected_line_is_left_out_and_named(own):
    _decide(own, school_id="0001", line_id="0001-N002", state=Verdict.REJECTED)
    found = merged(own)
    assert "0001-N002" not in ids(found)
    assert [one.cost.line.line_id for one in found.rejected] == ["0001-N002"]
    (row,) = [row for row in own.truth if row["line"] == "0001-N002"]
    assert [int(amount * 100) for amount in found.rejected[0].cost.years] == [
        row[year] for year in (2027, 2028, 2029)
    ]


def test_a_rule_rejects_all_that_it_names(own):
    _decide(own, rule="area=broadband", state=Verdict.REJECTED)
    assert {line.area for line in merged(own).budget.lines if line.school_id} <= {
        "hardware",
        "instructional content",
    }


def test_a_conditional_line_carries_its_condition(own):
    facts = {"condition": "The pilot ends well", "due_date": date(2027, 2, 1)}
    _decide(own, school_id="0001", line_id="0001-N001", state=Verdict.CONDITIONAL, **facts)
    found = merged(own)
    (line,) = [line for line in found.budget.lines if line.line_id == "0001-N001"]
    assert (line.status, line.notes) == (
        "conditional",
        "Condition: The pilot ends well, until 2027-02-01",
    )
    (program,) = found.budget.programs
    assert (program.condition, program.condition_due) == ("The pilot ends well", date(2027, 2, 1))


def test_a_line_put_under_another_school_counts_for_the_school_that_sent_it(own):
    with own.register() as register:
        send(register, "0001", [contract("0001-N9", (1, 1, 1), school_id="0002")], number=3)
    (line,) = [line for line in merged(own).budget.lines if line.line_id == "0001-N9"]
    assert line.school_id == "0001"


def test_the_building_goals_of_an_answer_come_with_it(own):
    goals = [{"goal_id": "0001-G02", "statement": "Write", "parent_goal_id": "G1", "target": "5"}]
    with own.register() as register:
        send(register, "0001", [], number=2, facts={"goals": goals})
    found = {goal.goal_id: goal for goal in merged(own).budget.goals}
    assert "0001-G01" not in found
    assert (found["0001-G02"].plan, found["0001-G02"].school_id) == ("building", "0001")
    assert "0002-G01" in found  # a school whose answer says nothing of goals keeps its own


def test_schools_are_asked_in_the_order_of_their_ids(own):
    lines = [line.school_id for line in merged(own).budget.lines if line.school_id]
    assert lines == sorted(lines)
    assert set(lines) == set(school_ids(2))


def _decide(own, **facts):
    base = {"reason": "Too dear", "by": BY, "at": AT + timedelta(days=1)}
    with own.register() as register:
        decide(register, ID, Decision(**(base | facts)))
