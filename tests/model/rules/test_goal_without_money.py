"""XLR-12: money stands behind every goal."""

from decimal import Decimal

import pytest

from samples import GOAL, seen, with_first, with_more
from xlbudget.model import PlanGoal
from xlbudget.model.rules.goal_without_money import RULE

SAW = "No money stands behind goal G1 in any year of the plan"


@pytest.mark.parametrize(
    "changes",
    [
        {"goal_1": ""},
        {"status": "lapsed"},
        {"quantity": Decimal(0)},
        {"goal_share_1": Decimal(0)},
        {"first_fiscal_year": 2040},
    ],
)
def test_a_goal_without_money_is_found(changes):
    assert seen(RULE, with_first("lines", **changes)) == [("goals.csv, row 2, goal_id, G1", SAW)]


def test_money_of_a_building_goal_counts_for_its_parent():
    goal = PlanGoal(goal_id="G2", plan="building", parent_goal_id=GOAL.goal_id)
    budget = with_more("goals", goal, budget=with_first("lines", goal_1="G2"))
    assert seen(RULE, budget) == []
