"""A goal of the district's or a building's plan."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xlbudget.model.choices import Plan
from xlbudget.model.field import Kind, column


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanGoal:
    """A goal of the district's or a building's plan."""

    goal_id: str = column(Kind.ID, "Id of the goal.", required=True)
    plan: str = column(Kind.CHOICE, "Whose plan it stands in.", choices=Plan, required=True)
    school_id: str = column(Kind.ID, "School of a building goal.", refers="School")
    parent_goal_id: str = column(
        Kind.ID,
        "District goal that a building goal serves.",
        header="Parent goal",
        refers="PlanGoal",
    )
    statement: str = column(Kind.TEXT, "The goal in one sentence.", required=True)
    strategy: str = column(Kind.TEXT, "How it shall be reached.")
    measure: str = column(Kind.TEXT, "What is measured.")
    baseline: Decimal | None = column(Kind.NUMBER, "Where the measure stands now.")
    target: Decimal | None = column(Kind.NUMBER, "Where the measure shall stand.")
    target_fiscal_year: int | None = column(Kind.YEAR, "Year of the target.")
    owner: str = column(Kind.TEXT, "Who answers for the goal.")
    importance: int | None = column(Kind.WHOLE, "Importance, 1 to 5.", low=1, high=5)
