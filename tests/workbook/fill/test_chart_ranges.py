"""chart_ranges: a chart must reach over every record, and need not reach over spare rows."""

from dataclasses import replace

import pytest

from samples import BUDGET
from xlbudget.model import PlanGoal
from xlbudget.sheets.book import district_book
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.room import Room
from xlbudget.workbook.fill.chart_ranges import chart_ranges, too_short
from xlbudget.workbook.parts import open_package
from xlbudget.workbook.write import write_book

ROOM = Room(spare_lines=4, rows={"Goals": 9})
MADE = 4  # goals that the template was made with


def with_goals(count):
    goals = tuple(
        PlanGoal(goal_id=f"G{n}", plan="district", statement=f"Goal {n}") for n in range(count)
    )
    return district_book(replace(BUDGET, goals=goals, lines=(), outcomes=()), (), room=ROOM)


@pytest.fixture(scope="module")
def ranges(tmp_path_factory):
    path = tmp_path_factory.mktemp("charts") / "template.xlsx"
    write_book(with_goals(MADE), path)
    return chart_ranges(open_package(path))


def told(book, ranges):
    return [item.saw.split()[2] for item in too_short(Layout(book), ranges, "template.xlsx")]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4])
def test_a_template_with_room_shows_as_many_goals_or_fewer(ranges, count):
    assert told(with_goals(count), ranges) == []


def test_a_goal_more_than_it_shows_is_told(ranges):
    assert told(with_goals(MADE + 1), ranges) == ["GoalChart", "SummaryGoalChart"]


@pytest.mark.parametrize("count", [2, 4])
def test_a_chart_that_begins_elsewhere_does_not_show_them(ranges, count):
    shifted = {one.replace("ALIGNMENT!A", "ALIGNMENT!B") for one in ranges}
    assert told(with_goals(count), shifted) == ["GoalChart", "SummaryGoalChart"]


def test_a_chart_that_shows_one_row_too_few_is_told(ranges):
    book = with_goals(3)
    first = (
        min(int(one.rpartition(":")[2][1:]) for one in ranges if "ALIGNMENT!A" in one) - MADE + 1
    )
    cut = {one.replace(f"A{first + 3}", f"A{first + 1}") for one in ranges}
    assert told(book, cut) == ["GoalChart", "SummaryGoalChart"]
