"""The columns of Line items that tell what a line serves."""

import pytest

from learning_budget import GOALS, LINES, learning_budget
from xlbudget.sheets.context import context_of
from xlbudget.sheets.line_links import counts_for, link_columns


@pytest.fixture(scope="module")
def columns():
    made = link_columns(context_of(learning_budget(), ()))
    return {item.column.header: item.value for item in made}


def test_a_line_is_split_among_its_goals(columns):
    assert [columns[f"Goal part {slot}"](1) for slot in (1, 2, 3)] == [60, 40, 0]


def test_a_part_serves_the_district_goal_above(columns):
    assert [columns[f"Serves {slot}"](1) for slot in (1, 2, 3)] == ["G1", "G1", ""]


@pytest.mark.parametrize(("index", "row"), [(0, 0), (4, 5), (5, 0), (None, 0)])
def test_a_line_without_a_goal_tells_its_row_unless_it_lapsed(columns, index, row):
    assert columns["Without goal"](index) == row


def test_a_line_is_its_programs_departments(columns):
    assert [columns["Department"](i) for i in range(len(LINES))] == [
        "Instruction",
        "Instruction",
        "IT",
        "",
        "",
        "",
    ]


def test_a_building_goal_counts_for_its_parent_or_for_itself():
    assert [counts_for(goal) for goal in GOALS] == ["G1", "G1", "G3", "G4"]
