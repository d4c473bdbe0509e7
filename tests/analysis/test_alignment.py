"""Alignment: by hand, then laws, then odd budgets."""

from datetime import date
from decimal import Decimal

from hypothesis import given

from analysis.budgets import budget, budgets, dollars, law, line, source
from xlbudget.analysis import analyze
from xlbudget.analysis.breakdown import sum_by_year
from xlbudget.model import PlanGoal, Program, School

GOALS = (
    PlanGoal(goal_id="D", plan="district", statement="Read"),
    PlanGoal(goal_id="B", plan="building", school_id="S", parent_goal_id="D", statement="Read 3"),
    PlanGoal(goal_id="E", plan="district", statement="Write"),
)


def alignment(*lines, **parts):
    return analyze(budget(*lines, **{"goals": GOALS, **parts})).alignment


def test_a_building_goal_counts_for_its_parent_in_the_district_view():
    found = alignment(
        line("1", goal_1="D", unit_price=100),
        line("2", goal_1="B", goal_2="E", goal_share_2="0.25", unit_price=80, school_id="S"),
        line("3", goal_1="E", unit_price=7, status="proposed", area="broadband"),
        schools=(School(school_id="S", name="Lincoln"),),
    )
    assert found.goal_area.row_totals == dollars(100, 60, 27)
    assert [label for _, label in found.district_goal_area.rows] == ["Read", "Write"]
    assert found.district_goal_area.row_totals == dollars(160, 27)
    assert found.district_goal_area.at("E", "broadband") == 7
    assert found.goal_school.at("B", "S") == 60
    assert found.goal_school.at("D", "") == 100
    facts = [(goal.lines, goal.asked, goal.planned, goal.with_buildings) for goal in found.goals]
    assert facts == [(1, 100, 100, 160), (1, 60, 60, 60), (2, 27, 20, 27)]
    assert [goal.planned_with_buildings for goal in found.goals] == [160, 60, 20]


def test_contingency_is_linked_money_and_not_in_the_share():
    found = alignment(
        line("1", goal_1="D"),
        line("2", unit_price=100, status="proposed"),
        line("3", goal_1="D", unit_price=10, program_id="C"),
        line("4", unit_price=999, status="lapsed"),
        programs=(Program(program_id="C", name="C", tags=("contingency",)),),
    )
    assert (found.asked.linked, found.asked.money) == (110, 200)
    assert found.asked.share == Decimal("0.5")
    assert (found.planned.linked, found.planned.money) == (110, 100)


def test_lines_without_a_goal_are_named():
    found = alignment(line("1"), line("2", goal_1="D"), line("3", status="lapsed"))
    assert [(item.line.line_id, item.year_1, item.total) for item in found.without_goal] == [
        ("1", 100, 500)
    ]
    assert found.without_goal_amount == 100


def test_an_unknown_goal_links_nothing():
    found = alignment(line(goal_1="gone"))
    assert found.asked.linked == 0
    assert found.without_goal == ()


def test_conditional_lines_stand_by_due_date():
    may, june = date(2027, 5, 1), date(2027, 6, 1)
    found = alignment(
        line("1", status="conditional", program_id="june"),
        line("2", status="conditional"),
        line("3", status="conditional", program_id="may"),
        line("4", status="conditional", program_id="may", unit_price=5),
        line("5", program_id="may"),
        programs=(
            Program(program_id="june", name="June", condition_due=june),
            Program(program_id="may", name="May", condition_due=may),
        ),
    )
    assert [(item.due, item.amount) for item in found.conditional] == [
        (may, 105),
        (june, 100),
        (None, 100),
    ]
    assert found.conditional_amount == 305
    assert [item.line.line_id for item in found.conditional[0].lines] == ["3", "4"]


def test_departments_meet_sources_and_the_rest_is_nobody_s():
    found = alignment(
        line("1", program_id="P", source_1="A", source_share_1="0.6", source_2="gone"),
        line("2", source_1="A", unit_price=7),
        sources=(source("A", 1),),
        programs=(Program(program_id="P", name="P", department="Curriculum"),),
    ).department_source
    assert [label for _, label in found.rows] == ["Curriculum", "Without a department"]
    assert found.at("Curriculum", "A") == 60
    assert found.at("Curriculum", "") == 40
    assert found.at("", "A") == 7


def test_no_money_has_no_share():
    assert alignment().asked.share is None


@law
@given(budgets)
def test_matrices_tie_to_the_money_of_year_1(plan):
    analysis = analyze(plan)
    found = analysis.alignment
    assert found.department_source.total == analysis.cash_flow.cost[0]
    wanted = {item.source.source_id: item.wanted[0] for item in analysis.funding.sources}
    for key, total in zip(
        [key for key, _ in found.department_source.columns],
        found.department_source.column_totals,
        strict=True,
    ):
        assert not key or total == wanted[key]
    assert found.goal_area.total == found.goal_school.total == found.asked.linked
    assert found.without_goal_amount == analysis.cash_flow.without_goal[0]
    assert found.conditional_amount == analysis.cash_flow.conditional[0]


@law
@given(budgets)
def test_goals_stand_in_the_matrices_as_in_the_list(plan):
    found = analyze(plan).alignment
    for goal in found.goals:
        row = [key for key, _ in found.goal_area.rows].index(goal.goal.goal_id)
        assert goal.asked == found.goal_area.row_totals[row]
        assert goal.asked <= goal.with_buildings or min(sum_by_year(found.goal_area.cells, 6)) < 0
