"""What stands in a workbook when it is issued, and what counts as entered."""

from dataclasses import replace
from decimal import Decimal

import pytest

from school_answers import school_pack
from xlbudget.model.finding import Place
from xlbudget.model.school_answer import (
    AnswerLine,
    BuildingGoal,
    SchoolAnswer,
    as_issued,
    opening_answer,
    same_as_before,
)


def test_every_line_of_last_year_is_kept_with_its_quantity():
    lines = opening_answer(school_pack()).lines
    assert [(item.line_id, item.action, item.quantity) for item in lines] == [
        ("L1", "Keep", 30),
        ("L2", "Keep", 10),
        ("L3", "Keep", 1),
    ]
    assert (lines[0].item_id, lines[1].item_id) == ("I1", "")


def test_a_goal_that_is_not_offered_is_left_blank():
    pack = school_pack()
    prior = replace(pack.lines[0], line=replace(pack.lines[0].line, goal_1="GX", source_1="FX"))
    issued = as_issued(prior, pack)
    assert (issued.goal_id, issued.source_id) == ("", "")


def test_the_buildings_goals_of_last_year_stand_there():
    goals = opening_answer(school_pack()).goals
    assert [(goal.goal_id, goal.parent_goal_id) for goal in goals] == [("G2", "G1")]


@pytest.mark.parametrize(
    ("changes", "same"),
    [({"action": "Change"}, True), ({"quantity": Decimal(31)}, False), ({"why": "Other"}, False)],
)
def test_a_line_is_as_before_whatever_it_says_to_do(changes, same):
    pack = school_pack()
    line = replace(as_issued(pack.lines[0], pack), **changes)
    assert same_as_before(line, pack.lines[0], pack) is same


def test_a_row_with_only_its_id_and_source_is_free():
    assert not AnswerLine(line_id="S1-N01", source_id="F1").in_use
    assert AnswerLine(line_id="S1-N01", quantity=Decimal(0)).in_use
    assert not BuildingGoal(goal_id="S1-G01").in_use
    assert BuildingGoal(goal_id="S1-G01", target=Decimal(0)).in_use


def test_an_answer_knows_where_its_cells_stood():
    place = Place(sheet="My lines", cell="C9")
    answer = SchoolAnswer(school_id="S1", places={("L1", "action"): place})
    assert answer.place("L1", "action") is place
    assert answer.place("L1", "why") == Place(column="why", record="L1")
    assert answer == SchoolAnswer(school_id="S1")
