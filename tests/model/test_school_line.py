"""What a line lacks, one thing at a time; and what it costs."""

from dataclasses import replace
from decimal import Decimal

import pytest

from school_answers import answered, new_line, school_pack
from xlbudget.model.school_answer import BuildingGoal
from xlbudget.model.school_line import LACKS, goal_lacks, lacks_of, school_lines, would_lack


def nouns(answer, line_id):
    lines = school_lines(answer, school_pack())
    state = next(item for item in lines if item.line.line_id == line_id)
    return [lack.noun for lack in lacks_of(state)]


PRIOR = [
    ({"action": ""}, ["what to do"]),
    ({"action": "New"}, ["what to do"]),
    ({"item_id": "I2"}, ["an item of the list"]),
    ({"description": ""}, ["a description"]),
    ({"action": "Change", "quantity": Decimal(0)}, ["a quantity"]),
    ({"action": "Change", "quantity": Decimal("30.5")}, ["a whole number of units"]),
    ({"quantity": Decimal(31)}, ["Change in place of Keep"]),
    ({"quantity": None}, ["Change in place of Keep"]),
    ({"price": Decimal(1)}, ["an empty price cell"]),
    ({"goal_id": "G99"}, ["a goal"]),
    ({"source_id": ""}, ["a source"]),
    ({"why": "too short"}, ["a reason"]),
    ({"action": "Change", "quantity": Decimal(31)}, []),
    ({"action": "Drop", "quantity": None, "goal_id": "", "why": ""}, []),
]
NEW = [
    ({"action": "Keep"}, ["what to do"]),
    ({"action": "New"}, []),
    ({"item_id": "I3"}, ["an item of the list"]),
    ({"item_id": "Other", "price": Decimal(5)}, ["a description"]),
    ({"item_id": "Other", "description": "Lamp"}, ["a price"]),
    ({"item_id": "Other", "description": "Lamp", "price": Decimal(5)}, []),
    ({"quantity": None}, ["a quantity"]),
    ({"quantity": Decimal(-1)}, ["a quantity"]),
    ({"quantity": Decimal("2.5")}, []),
    ({"item_id": "I1", "quantity": Decimal("2.5")}, ["a whole number of units"]),
    ({"price": Decimal(5)}, ["an empty price cell"]),
    ({"why": ""}, ["a reason"]),
]


@pytest.mark.parametrize(("changes", "lacking"), PRIOR)
def test_a_line_of_last_year_lacks(changes, lacking):
    assert nouns(answered(L1=changes), "L1") == lacking


@pytest.mark.parametrize(("changes", "lacking"), NEW)
def test_a_new_line_lacks(changes, lacking):
    assert nouns(answered(new_line(**changes)), "S1-N01") == lacking


def test_every_lack_is_seen_above():
    seen = {noun for _, lacking in PRIOR + NEW for noun in lacking}
    assert seen == {lack.noun for lack in LACKS}


def test_a_goal_may_be_chosen_once_the_school_has_said_its_sentence():
    goal = BuildingGoal(goal_id="S1-G01", statement="Every student reads daily")
    assert nouns(answered(new_line(goal_id="S1-G01"), goals=(goal,)), "S1-N01") == []
    silent = replace(goal, statement="", measure="minutes")
    assert nouns(answered(new_line(goal_id="S1-G01"), goals=(silent,)), "S1-N01") == ["a goal"]


def test_a_dropped_line_costs_nothing_and_would_lack():
    lines = school_lines(answered(L1={"action": "Drop", "why": ""}), school_pack())
    assert lines[0].years(5) == (0,) * 5
    assert [lack.noun for lack in would_lack(lines[0])] == ["a reason"]


def test_a_new_line_costs_its_items_price_each_year():
    lines = school_lines(answered(new_line()), school_pack())
    assert lines[3].years(5)[0] == Decimal(165)
    assert all(lines[3].years(5))


def test_no_noun_is_part_of_another():
    nouns = [lack.noun for lack in LACKS]
    assert [(a, b) for a in nouns for b in nouns if a != b and a in b] == []


def test_a_goal_lacks_sentence_district_goal_and_measure():
    goal = BuildingGoal(goal_id="X", parent_goal_id="G9", target=Decimal(1))
    assert [column for _, column in goal_lacks(goal, frozenset({"G1"}))] == [
        "statement",
        "parent_goal_id",
        "measure",
    ]
    assert goal_lacks(BuildingGoal(goal_id="X"), frozenset()) == ()
