"""A scenario, and the drivers that it changes the plan by."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xlbudget.model.choices import Dimension
from xlbudget.model.field import Kind, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A coherent set of changes to the plan."""

    scenario_id: str = column(Kind.ID, "Id of the scenario.", required=True)
    name: str = column(Kind.TEXT, "Name of the scenario.", required=True)
    rank: int | None = column(Kind.WHOLE, "Rank, 1 first.", low=1)
    probability: Decimal | None = column(
        Kind.SHARE, "Probability; over all scenarios they sum to 1.", low=0, high=1
    )
    adopted: bool = column(Kind.YES_NO, "Whether this is the adopted plan.")
    practice_id: str = column(Kind.ID, "Practice example behind it.", refers="Practice")
    excluded_tags: tuple[str, ...] = column(
        Kind.TAGS, "Tags of programs that it leaves out, separated by semicolons."
    )
    discount_rate: Decimal | None = column(
        Kind.RATE, "Nominal discount rate; blank for the one on Assumptions.", low=-0.5, high=0.5
    )
    enrollment_change: Decimal | None = column(
        Kind.RATE, "Change of enrollment against the plan.", low=-0.9, high=5
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """A multiplier that a scenario applies to lines or sources."""

    scenario_id: str = column(Kind.ID, "Scenario.", refers="Scenario", required=True)
    dimension: str = column(Kind.CHOICE, "By what it picks.", choices=Dimension, required=True)
    key: str = column(Kind.TEXT, "The area, category, source or tag it picks.", required=True)
    quantity: Decimal | None = column(
        Kind.NUMBER, "Multiplier of quantity; blank leaves it.", low=0, high=100
    )
    price: Decimal | None = column(
        Kind.NUMBER, "Multiplier of price; blank leaves it.", low=0, high=100
    )
    salary: Decimal | None = column(
        Kind.NUMBER, "Multiplier of salary; blank leaves it.", low=0, high=100
    )
    funding: Decimal | None = column(
        Kind.NUMBER, "Multiplier of the source's money; blank leaves it.", low=0, high=100
    )
