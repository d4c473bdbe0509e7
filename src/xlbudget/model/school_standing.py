"""How it stands with a school when a district puts its budget together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from xlbudget.model.origin import Origin


class Counted(StrEnum):
    """Whether the lines of a school are in the district's budget."""

    YES = "yes"
    LAST_YEAR = "last year's lines"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolStanding:
    """How it stands with a school: what came, whether it counts, and what is to be done."""

    school_id: str
    name: str
    state: str  # in the words of the register: accepted, rejected, missing
    counted: Counted
    file: str = ""
    received: date | None = None
    lines: int = 0  # in the budget
    year_1: Decimal = Decimal(0)  # dollars of the first year
    total: Decimal = Decimal(0)  # dollars over the plan
    allocated: Decimal = Decimal(0)  # dollars that the school may plan with in the first year
    rejected: int = 0  # lines left out by a decision
    warnings: int = 0  # findings of its file
    to_do: str = ""  # in words; blank when nothing is

    @property
    def remaining(self) -> Decimal:
        """Return what the first year leaves of the money; below 0 when it asks for more."""
        return self.allocated - self.year_1


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A line that a decision keeps out of the budget, and its money."""

    school_id: str
    line_id: str
    description: str
    year_1: Decimal  # dollars of the first year
    total: Decimal  # dollars over the plan
    reason: str
    origin: Origin
