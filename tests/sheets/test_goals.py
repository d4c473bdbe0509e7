"""goals: what lines and money serve each goal."""

from decimal import Decimal

from analysis.budgets import line
from sheets.reading import clean_context, column_of, context, spare_of
from sheets.rich import shown
from xlbudget.model import PlanGoal
from xlbudget.sheets.goals import goals_sheet


def goal(goal_id, **facts):
    return PlanGoal(goal_id=goal_id, **({"plan": "district", "statement": "Read"} | facts))


def goals(*lines, made=()):
    return goals_sheet(context(*lines, goals=made)).tables[0]


SPLIT = goals(
    line(
        "L1", goal_1="A", goal_share_1=0.5, goal_2="B", goal_share_2=0.3, goal_3="C",
        goal_share_3=0.2, unit_price=0.05,
    ),
    line("L2", goal_1="A", status="lapsed"),
    line("L3"),
    made=(goal("A"), goal("B", plan="building", parent_goal_id="A"), goal("C"), goal("D")),
)  # fmt: skip


def test_lines_are_counted_by_goal_lapsed_ones_too():
    assert column_of(SPLIT, "Lines linked") == [2, 1, 1, 0]


def test_the_parts_of_a_cent_add_up():
    # 5 cents by 0.5, 0.8, 1.0: 2.5 and 4 round to 3 and 4
    parts = column_of(SPLIT, "Linked in year 1")
    assert parts == [Decimal("0.03"), Decimal("0.01"), Decimal("0.01"), 0]


def test_money_of_a_building_goal_counts_for_its_parent():
    assert column_of(SPLIT, "Counts for") == ["A", "A", "C", "D"]


def test_the_clean_budget_links_every_line():
    table = goals_sheet(clean_context()).tables[0]
    assert column_of(table, "Linked in year 1") == [9000, 4000]
    assert column_of(table, "Parent goal") == [None, "G1 · Grade 3 reading: 70 % proficient"]
    assert column_of(table, "School") == [None, "S1 · Clearwater Elementary"]


def test_the_head_counts_goals_and_those_without_a_line():
    made = context(line(goal_1="A"), goals=(goal("A"), goal("B")))
    assert [shown(headline.cell) for headline in goals_sheet(made).headlines] == [2, 1]


def test_a_spare_row_links_nothing():
    found = [spare_of(SPLIT, name) for name in ("Lines linked", "Linked in year 1", "Counts for")]
    assert found == [0, 0, ""]
