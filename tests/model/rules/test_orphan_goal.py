"""XLR-11: every building goal serves a district goal."""

from samples import GOAL, seen, with_more
from xlbudget.model import PlanGoal
from xlbudget.model.rules.orphan_goal import RULE


def building(goal_id, parent):
    return PlanGoal(goal_id=goal_id, plan="building", parent_goal_id=parent)


def test_a_building_goal_under_a_district_goal_is_fine():
    assert seen(RULE, with_more("goals", building("G2", GOAL.goal_id))) == []


def test_an_unknown_parent_is_left_to_the_rule_about_ids():
    assert seen(RULE, with_more("goals", building("G2", "Z9"))) == []


def test_a_building_goal_without_a_parent_is_found():
    assert seen(RULE, with_more("goals", building("G2", ""))) == [
        ("goals.csv, row 3, parent_goal_id, G2", "Building goal G2 names no district goal")
    ]


def test_a_building_goal_under_another_one_is_found():
    goals = [building("G2", "G1"), building("G3", "G2")]
    assert seen(RULE, with_more("goals", *goals)) == [
        (
            "goals.csv, row 4, parent_goal_id, G3",
            "Building goal G3 serves G2, another building goal",
        )
    ]
