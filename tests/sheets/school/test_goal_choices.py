"""The list of goals that a line may serve has no gap."""

from school_answers import answered
from sheets.school.reading import column, frame
from xlbudget.model.school_answer import BuildingGoal
from xlbudget.sheets.school.goal_choices import goal_tables


def test_filled_goals_follow_one_another():
    goals = (
        BuildingGoal(goal_id="S1-G01", measure="minutes"),
        BuildingGoal(goal_id="S1-G02", statement="Every student reads daily"),
    )
    pool, choices = goal_tables(frame(answered(goals=goals)))
    assert column(pool, "Place") == [0, 1, 0, 2, 0]
    assert column(choices, "Goal") == ["S1-G02", "G1", "", "", ""]
    assert column(choices, "Label")[0] == "S1-G02 · Every student reads daily"


def test_both_tables_have_a_row_for_each_goal_there_is_room_for(kept):
    assert [len(table.rows) for table in goal_tables(kept)] == [5, 5]
