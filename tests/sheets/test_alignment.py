"""Alignment: hand-worked figures, blocks that tie, and a change of the budget changes them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from learning_budget import GOALS, LINES, PROGRAMS, learning_budget, reader
from xlbudget.sheets.alignment import alignment_sheet
from xlbudget.sheets.alignment_conditions import MOST_LISTED
from xlbudget.sheets.alignment_departments import departments
from xlbudget.sheets.context import context_of


@pytest.fixture(scope="module")
def value():
    return reader(alignment_sheet, learning_budget())


def headlines(budget):
    return [item.cell.value for item in alignment_sheet(context_of(budget, ())).headlines]


# --- goals: $1,100 serve G1 and the building goal below it, $100 G3, $50 G4, $30 nothing


def test_a_building_goal_counts_with_its_district_goal(value):
    rows = [
        [value("DistrictGoals", row, column) for column in ("Goal id", "Building goals", "Asked")]
        for row in (1, 2, 3)
    ]
    assert rows == [["G1", 1, 1100], ["G3", 0, 100], ["", 0, 0]]
    assert value("DistrictGoals", "other", "Asked") == 50
    assert value("DistrictGoals", "total", "Asked") == 1250
    assert value("DistrictGoals", 1, "Share") == Decimal(1100) / 1250


def test_each_goal_stands_for_itself_by_area(value):
    totals = [value("GoalByArea", row, "Total") for row in (1, 2, 3, 4, 5)]
    assert totals == [1060, 40, 100, 50, 0]
    assert value("GoalByArea", 3, "broadband") == 100
    assert value("GoalByArea", 4, "not said") == 50
    assert value("GoalByArea", "unlinked", "hardware") == 30
    assert value("GoalByArea", "total", "Total") == 1280


def test_the_money_of_schools_and_goals_ties(value):
    columns = ["Goal 1", "Goal 2", "Other goals", "No goal", "Total"]
    rows = {row: [value("GoalBySchool", row, name) for name in columns] for row in (1, 2)}
    assert rows[1] == [1000, 0, 0, 0, 1000]
    rest = [value("GoalBySchool", "district-wide", name) for name in columns]
    assert rest == [100, 100, 50, 30, 280]
    assert [value("GoalBySchool", "total", name) for name in columns] == [1100, 100, 50, 30, 1280]
    assert value("GoalBySchool", 2, "Share linked") == "none"


# --- departments and sources


def test_departments_are_listed_once_whatever_their_case():
    context = context_of(learning_budget(), ())
    assert departments(context) == ["Instruction", "IT"]


def test_any_word_may_be_a_department_and_eight_have_a_column():
    names = ["Total", "source", "", "a|b", "{x}", "a..b", "x" * 61, "two lines", "TOTAL", "F", "G"]
    programs = tuple(replace(PROGRAMS[0], department=name) for name in names)
    context = context_of(learning_budget(programs=programs), ())
    assert departments(context) == [
        *("Total", "source", "a|b", "{x}", "a..b", "x" * 61, "two lines", "F"),
    ]


def test_a_department_stands_above_its_column():
    sheet = alignment_sheet(context_of(learning_budget(), ()))
    block = next(table for table in sheet.tables if table.name == "DepartmentBySource")
    assert [cell.value for cell in block.labels[2:5]] == ["Instruction", "IT", ""]


def test_sources_and_what_nobody_pays_make_up_all_lines(value):
    assert value("DepartmentBySource", 1, "Department 1") == 1100
    assert value("DepartmentBySource", "nobody", "Department 2") == 100
    assert value("DepartmentBySource", "nobody", "Without a department") == 80
    assert value("DepartmentBySource", "total", "Total") == 1280


# --- lines without a goal, and conditions


def test_lines_without_a_goal_are_listed_but_not_lapsed_ones(value):
    assert value("LinesWithoutGoal", 1, "Line") == "L5 · A line"
    assert [value("LinesWithoutGoal", 1, name) for name in ("School id", "Row")] == ["S9", 5]
    assert value("LinesWithoutGoal", 2, "Line") == ""
    assert [value("LinesWithoutGoal", "total", name) for name in ("Year 1", "Row")] == [30, 1]


def test_what_the_list_has_no_room_for_is_summed_below_it():
    lines = tuple(replace(LINES[4], line_id=f"N{n}") for n in range(23))
    value = reader(alignment_sheet, learning_budget(lines=lines))
    assert value("LinesWithoutGoal", 20, "Line") == "N19 · A line"
    assert value("LinesWithoutGoal", "more", "Year 1") == 90
    assert value("LinesWithoutGoal", "more", "Row") == 3


def test_conditions_stand_by_due_date_those_without_last(value):
    said = value("ConditionalMoney", 1, "Program, condition, measure")
    assert said == "P2 · Trial: Released when it works Measure: gain"
    assert value("ConditionalMoney", 1, "Due") == (date(2027, 1, 31) - date(1899, 12, 30)).days
    assert [value("ConditionalMoney", 1, name) for name in ("Year 1", "Over the plan")] == [
        100,
        300,
    ]
    assert value("ConditionalMoney", 2, "Due") == "none"
    assert value("ConditionalMoney", "total", "Lines") == 1


def test_conditional_lines_outside_the_list_stand_below_it():
    stray = replace(LINES[2], line_id="L9", program_id="")
    value = reader(alignment_sheet, learning_budget(lines=(*LINES, stray)))
    assert value("ConditionalMoney", "other", "Year 1") == 100
    assert value("ConditionalMoney", "total", "Over the plan") == 600


def test_the_first_conditions_are_listed_and_the_later_ones_counted_below():
    programs = tuple(replace(PROGRAMS[1], program_id=f"W{n:02d}") for n in range(MOST_LISTED + 2))
    lines = tuple(
        replace(LINES[2], line_id=f"W{n:02d}", program_id=program.program_id)
        for n, program in enumerate(programs)
    )
    value = reader(alignment_sheet, learning_budget(programs=programs, lines=lines))
    last = value("ConditionalMoney", MOST_LISTED, "Program, condition, measure")
    assert last.startswith(f"W{MOST_LISTED - 1:02d} ")
    assert value("ConditionalMoney", "other", "Lines") == 2
    assert value("ConditionalMoney", "total", "Lines") == MOST_LISTED + 2


# --- headlines and chart


def test_contingency_is_left_out_of_the_share_linked():
    asked, planned, goalless, waiting = headlines(learning_budget())
    assert float(asked) == pytest.approx(1200 / 1230)
    assert planned == 1
    assert (goalless, waiting) == (1, 100)


def test_a_change_of_the_budget_changes_the_figures():
    mended = replace(LINES[4], goal_1="G3")
    assert headlines(learning_budget(lines=(*LINES[:4], mended)))[2] == 0
    lapsed = replace(LINES[2], status="lapsed")
    assert headlines(learning_budget(lines=(*LINES[:2], lapsed)))[3] == 0
    assert headlines(learning_budget(lines=()))[0] == "none"


@pytest.mark.parametrize(
    ("goals", "words"),
    [
        (GOALS, "G1 · Grade 3 reading is given the most: 88 % of linked money"),
        ((), "No money is linked to a district goal yet"),
        (GOALS[1:2], "No money is linked to a district goal yet"),
    ],
)
def test_the_chart_states_its_finding(goals, words):
    chart = alignment_sheet(context_of(learning_budget(goals=goals), ())).charts[0]
    assert chart.finding.value == words
    assert words in chart.alt


def test_blocks_of_riverbend_tie_with_the_analysis(riverbend):
    context = context_of(riverbend, ())
    value, found = reader(alignment_sheet, riverbend), context.analysis.alignment
    money = context.analysis.cash_flow.cost[0]
    assert value("DistrictGoals", "total", "Asked") == found.asked.linked
    assert value("GoalByArea", "linked", "Total") == found.goal_area.total
    for table in ("GoalByArea", "GoalBySchool", "DepartmentBySource"):
        assert value(table, "total", "Total") == money
    assert value("ConditionalMoney", "total", "Year 1") == found.conditional_amount
    assert value("LinesWithoutGoal", "total", "Year 1") == found.without_goal_amount
