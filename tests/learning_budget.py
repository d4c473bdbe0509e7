"""A small budget with savings, outcomes, goals and conditions, small enough to work by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from analysis.budgets import budget, by_year, line, purchase, source
from xlbudget.model import Outcome, PlanGoal, Program, Saving, School
from xlbudget.sheets.context import context_of

GOALS = (
    PlanGoal(goal_id="G1", plan="district", statement="Grade 3 reading"),
    PlanGoal(
        goal_id="G2", plan="building", school_id="S1", parent_goal_id="G1", statement="Phonics"
    ),
    PlanGoal(goal_id="G3", plan="district", statement="Internet for all"),
    PlanGoal(goal_id="G4", plan="building", statement="Alone"),
)
PROGRAMS = (
    Program(program_id="P1", name="Reading", department="Instruction", evidence_tier="2 moderate"),
    Program(
        program_id="P2",
        name="Trial",
        department="IT",
        evidence_tier="4 rationale",
        condition="Released when it works",
        condition_measure="gain",
        condition_due=date(2027, 1, 31),
    ),
    Program(program_id="P3", name="Wires", tags=("contingency",)),
    Program(program_id="P4", name="Later", condition="Released when signed", department="it"),
)
LINES = (
    purchase("L1", program_id="P1", goal_1="G1", school_id="S1", unit_price=1000, source_1="GEN"),
    line(
        "L2",
        program_id="P1",
        goal_1="G1",
        goal_share_1="0.6",
        goal_2="G2",
        goal_share_2="0.4",
        source_1="GEN",
    ),
    line("L3", program_id="P2", goal_1="G3", status="conditional", area="broadband"),
    line("L4", program_id="P3", goal_1="G4", unit_price=50, area=""),
    line("L5", status="proposed", unit_price=30, school_id="S9"),
    line("L6", status="lapsed", unit_price=9999),
)
OUTCOMES = (
    Outcome(
        outcome_id="O1",
        program_id="P1",
        goal_id="G1",
        measure="MAP",
        grade_band="3",
        expected_gain=Decimal("0.2"),
        students=400,
        cycle_end=2028,
        importance=Decimal(5),
        influence=Decimal(2),
        probability=Decimal("0.5"),
    ),
    Outcome(
        outcome_id="O2",
        program_id="P1",
        measure="map",
        grade_band="3",
        expected_gain=Decimal("0.1"),
        actual_gain=Decimal("-0.3"),
        students=400,
        cycle_end=2028,
    ),
    Outcome(
        outcome_id="O3",
        program_id="P2",
        measure="MAP",
        grade_band="3",
        expected_gain=Decimal(9),
        students=9,
        cycle_end=2028,
    ),
)


def each(amount):
    """Return the same amount in each of the three years."""
    return by_year(*[amount] * 3)


SAVINGS = (
    Saving(saving_id="V1", program_id="P1", type="cashable", planned=each(300), actual=each(7)),
    Saving(saving_id="V2", program_id="P1", type="avoided", planned=each(200)),
    Saving(saving_id="V3", program_id="P1", type="productivity", planned=each(40)),
    Saving(saving_id="V4", program_id="P2", type="revenue", planned=each(10)),
)


def learning_budget(**changes):
    """Return the budget, at a discount rate of 10 %, with other parts where they are given."""
    given = budget(
        *LINES,
        years=3,
        rates={"discount_rate": "0.1"},
        goals=GOALS,
        programs=PROGRAMS,
        outcomes=OUTCOMES,
        savings=SAVINGS,
        schools=(School(school_id="S1", name="Oak"),),
        sources=(source("GEN", 5000, 5000, 5000),),
    )
    return replace(given, **changes)


def reader(build, given):
    """Return a function that tells what Python computed for a cell of a sheet."""
    sheet = build(context_of(given, ()))

    def value(table, row, column):
        block = next(item for item in sheet.tables if item.name == table)
        place = [item.header for item in block.columns].index(column)
        cell = next(item for item in block.rows if item.key == str(row)).cells[place]
        return getattr(cell, "value", cell)

    return value
