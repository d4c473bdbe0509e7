"""A saving: what a program saves, and where it shows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xlbudget.model.choices import SavingType
from xlbudget.model.field import Kind, Years, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """What a program saves, and where it shows."""

    saving_id: str = column(Kind.ID, "Id of the saving.", required=True)
    program_id: str = column(Kind.ID, "Program.", refers="Program", required=True)
    description: str = column(Kind.TEXT, "What is saved, in one sentence.")
    type: str = column(Kind.CHOICE, "How the saving shows.", choices=SavingType, required=True)
    baseline_cost: Decimal | None = column(
        Kind.MONEY, "Cost a year without the program.", low=0, unit="$"
    )
    reduces: str = column(Kind.TEXT, "Line or account that it reduces.")
    planned: Years = column(Kind.MONEY, "Saving planned for the year.", yearly=True, unit="$")
    actual: Years = column(Kind.MONEY, "Saving seen in the year.", yearly=True, unit="$")
    verified_by: str = column(Kind.TEXT, "Who verified it.")
