"""XLR-09: every line serves a goal."""

from samples import seen, severities, with_first
from xlbudget.model.rules.goalless_line import RULE


def test_a_line_without_a_goal_is_a_warning():
    budget = with_first("lines", goal_1="")
    assert seen(RULE, budget) == [("line_items.csv, row 2, goal_1, L1", "Line L1 names no goal")]
    assert severities(RULE, budget) == ["warning"]


def test_a_lapsed_line_needs_none_and_any_slot_will_do():
    assert seen(RULE, with_first("lines", goal_1="", status="lapsed")) == []
    assert seen(RULE, with_first("lines", goal_1="", goal_2="G1")) == []
