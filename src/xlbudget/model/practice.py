"""A practice: what others did, what it cost, what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xlbudget.model.field import Kind, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A proven practice elsewhere."""

    practice_id: str = column(Kind.ID, "Id of the practice.", required=True)
    name: str = column(Kind.TEXT, "Name of the practice.", required=True)
    who: str = column(Kind.TEXT, "Who did it.")
    funding_structure: str = column(Kind.TEXT, "How it was paid.")
    cost_per_student: Decimal | None = column(
        Kind.MONEY, "Cost per student and year.", low=0, unit="$"
    )
    cost_year: int | None = column(Kind.YEAR, "Year of that cost.")
    evidence: str = column(Kind.TEXT, "What is known of its effect.")
    limits: str = column(Kind.TEXT, "Where it may not hold.")
    source: str = column(Kind.TEXT, "Where this can be read.")
