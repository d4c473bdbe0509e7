"""An outcome: what a program shall change in learning, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xlbudget.model.field import Kind, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a program shall change in learning, and what it changed."""

    outcome_id: str = column(Kind.ID, "Id of the outcome.", required=True)
    program_id: str = column(Kind.ID, "Program.", refers="Program", required=True)
    goal_id: str = column(Kind.ID, "Goal that it serves.", refers="PlanGoal")
    measure: str = column(Kind.TEXT, "What is measured.")
    unit: str = column(Kind.TEXT, "Unit of the measure.")
    grade_band: str = column(Kind.TEXT, "Grades, for instance 3-5.")
    baseline: Decimal | None = column(Kind.NUMBER, "Where the measure stands now.")
    expected_gain: Decimal | None = column(Kind.NUMBER, "Gain expected by the cycle's end.")
    actual_gain: Decimal | None = column(Kind.NUMBER, "Gain seen at the cycle's end.")
    students: int | None = column(Kind.WHOLE, "Students served.", low=0, unit="students")
    cycle_end: int | None = column(Kind.YEAR, "Last fiscal year of the cycle.")
    importance: Decimal | None = column(
        Kind.NUMBER, "Importance for the value of investment, 1 to 5.", low=0, high=5
    )
    influence: Decimal | None = column(
        Kind.NUMBER, "Influence of the program on it, 0 to 5.", low=0, high=5
    )
    probability: Decimal | None = column(
        Kind.SHARE, "Probability that it comes about.", low=0, high=1
    )
