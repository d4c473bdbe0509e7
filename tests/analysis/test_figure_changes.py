"""figure_changes: each heading's totals before and after, and that they add up."""

from decimal import Decimal

import pytest
from hypothesis import given

from analysis.budgets import budget, budgets, every_year, law, line, source
from xlbudget.analysis import analyze
from xlbudget.analysis.figure_changes import NO_GOAL, NOBODY, figure_groups
from xlbudget.model import PlanGoal

YEARS = (2027, 2028, 2029)


def groups(old, new, years=YEARS):
    found = figure_groups(analyze(old), analyze(new), years)
    return {group.name: {row.key: row for row in group.rows} for group in found}


def planned(price, **facts):
    return budget(
        line("L1", unit_price=price, goal_1="G1", goal_share_1="0.6", source_1="GEN", **facts),
        years=3,
        goals=(PlanGoal(goal_id="G1", plan="district", statement="Every student reads"),),
        sources=(source("GEN", 50, 50, 50),),
    )


@pytest.mark.parametrize(
    ("group", "key", "label", "old", "new"),
    [
        ("year", "asked", "Asked for", 100, 200),
        ("year", "paid", "Paid by secured sources", 50, 50),
        ("year", "unfunded", "Not funded by secured sources", 50, 150),
        ("area", "hardware", "hardware", 100, 200),
        ("school", "", "District-wide", 100, 200),
        ("goal", "G1", "Every student reads", 60, 120),
        ("goal", "", NO_GOAL, 40, 80),
        ("source", "GEN", "GEN", 100, 200),
        ("source", "", NOBODY, 0, 0),
    ],
)
def test_a_price_twice_as_high_shows_under_each_heading(group, key, label, old, new):
    row = groups(planned(100), planned(200))[group][key]
    assert (row.label, row.old, row.new) == (label, (Decimal(old),) * 3, (Decimal(new),) * 3)
    assert row.change == (Decimal(new - old),) * 3


def test_a_heading_that_only_one_budget_has_is_nothing_in_the_other():
    moved = groups(planned(100), planned(100, school_id="OAK"))["school"]
    assert (moved["OAK"].old, moved["OAK"].new) == (every(0), every(100))
    assert (moved[""].old, moved[""].new) == (every(100), every(0))


def every(amount):
    return tuple(every_year(amount, 3).values())


@law
@given(budgets, budgets)
def test_the_rows_of_a_heading_add_up_to_the_cost_asked_for(old, new):
    one, other = analyze(old), analyze(new)
    years = [year for year in one.years if year in other.years]
    for group in figure_groups(one, other, years):
        if group.adds_up:
            sums = [sum(column) for column in zip(*(row.new for row in group.rows), strict=True)]
            assert sums == list(other.cash_flow.cost[: len(years)])
