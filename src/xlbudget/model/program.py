"""A program: the lines that share an owner, an outcome and a practice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from xlbudget.model.choices import EvidenceTier, Priority
from xlbudget.model.field import Kind, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A group of lines that has an owner, an outcome and a practice behind it."""

    program_id: str = column(Kind.ID, "Id of the program.", required=True)
    name: str = column(Kind.TEXT, "Name of the program.", required=True)
    owner: str = column(Kind.TEXT, "Who answers for the program.")
    department: str = column(Kind.TEXT, "Department that runs it.")
    practice_id: str = column(Kind.ID, "Proven practice behind it.", refers="Practice")
    priority: str = column(
        Kind.CHOICE,
        "What binds the district: mandated, committed by contract, discretionary.",
        choices=Priority,
    )
    rank: int | None = column(Kind.WHOLE, "Rank among discretionary programs, 1 first.", low=1)
    contract_end: date | None = column(Kind.DATE, "Day on which its contract ends.")
    evidence_tier: str = column(Kind.CHOICE, "ESSA evidence tier.", choices=EvidenceTier)
    condition: str = column(Kind.TEXT, "Condition on which the money is released.")
    condition_measure: str = column(Kind.TEXT, "Measure that decides on the condition.")
    condition_due: date | None = column(Kind.DATE, "Day on which the condition is decided.")
    tags: tuple[str, ...] = column(
        Kind.TAGS, "Words by which scenarios pick programs, separated by semicolons."
    )
