"""The sheet Goals: the building's goals with what serves them, and the district's."""

from dataclasses import replace

from school_answers import answered, new_line
from sheets.school.reading import cell, column, frame
from xlbudget.model.school_answer import BuildingGoal
from xlbudget.sheets.school.goals import goal_header, goals_sheet, incomplete


def tables(made):
    return goals_sheet(made).tables


def test_last_years_goal_stands_there_with_its_district_goal_and_money(kept):
    own, _ = tables(kept)
    row = [cell(own, "1", item.header) for item in own.columns]
    assert row == [
        "G2",
        "complete",
        "Small-group reading every day",
        "G1 · Grade 3 reading: 70 % proficient",
        "minutes",
        None,
        None,
        1,
        500,
    ]
    assert column(own, "Goal") == ["G2", "S1-G01", "S1-G02"]


def test_money_of_a_building_goal_counts_for_its_district_goal(kept):
    _, district = tables(kept)
    assert (cell(district, "1", "Lines"), cell(district, "1", "Dollars this year")) == (3, 11_740)
    assert cell(district, "2", "District goal") is None
    assert cell(district, "2", "Lines") == 0


def test_a_dropped_line_serves_no_goal():
    own, _ = tables(frame(answered(L3={"action": "Drop"})))
    assert cell(own, "1", "Lines") == 0


def test_a_new_goal_is_served_by_its_lines():
    goal = BuildingGoal(goal_id="S1-G01", statement="Math", parent_goal_id="G1", measure="points")
    own, district = tables(frame(answered(new_line(goal_id="S1-G01"), goals=(goal,))))
    assert (cell(own, "1", "Lines"), cell(own, "1", "Dollars this year")) == (1, 165)
    assert cell(district, "1", "Lines") == 3  # L1, L2 and the new line; L3 lost its goal


def test_what_a_goal_lacks_stands_in_words():
    goal = replace(answered().goals[0], parent_goal_id="G9", measure="")
    made = frame(answered(goals=(goal,)))
    assert cell(tables(made)[0], "1", "Still missing") == "a district goal, a measure"
    assert incomplete(made) == 1


def test_the_cells_to_fill_are_those_of_the_answer(kept):
    own, _ = tables(kept)
    asked = ("statement", "parent_goal_id", "measure", "baseline", "target")
    headers = [item.header for item in own.columns]
    assert [goal_header(name) for name in asked] == headers[2:7]
