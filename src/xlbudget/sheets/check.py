"""A check: what it compares, what it found, and whether somebody must look at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from xlbudget.sheets.plan import Cell

OK, EXPLAINED, LOOK = "OK", "explained", "look"


class CheckKind(StrEnum):
    """What a check that does not pass means."""

    ERROR = "error"  # a figure is wrong: nothing may be sent
    ALERT = "alert"  # to be corrected, or explained in writing
    SENSITIVITY = "sensitivity"  # to be known


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a check that does not pass may stand, by whom, and when: as people wrote it."""

    why: Cell = None
    by: Cell = None
    day: Cell = None


UNEXPLAINED = Explanation()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check.  It passes when its value is at most its tolerance away from zero."""

    check_id: str
    kind: CheckKind
    says: str
    formula: str
    value: Decimal | float | int
    sheet: str
    tolerance: float = 0.0
    explanation: Explanation = UNEXPLAINED

    @property
    def passes(self) -> bool:
        """Whether the value is within the tolerance."""
        return abs(float(self.value)) <= self.tolerance

    @property
    def status(self) -> str:
        """Return what is to be done about it; an error cannot be explained away."""
        if self.passes:
            return OK
        may_stand = self.explanation.why is not None and self.kind is not CheckKind.ERROR
        return EXPLAINED if may_stand else LOOK


@dataclass(frozen=True, slots=True)
class Tally:
    """How many checks there are, and how many need somebody."""

    checks: int
    errors: int
    warnings: int
    explained: int = 0

    @property
    def in_words(self) -> str:
        """Return the state of all checks, as every sheet shows it."""
        if not (self.errors or self.warnings):
            return f"All {self.checks} checks pass"
        errors = f"{self.errors} error{'s' * (self.errors != 1)}"
        warnings = f"{self.warnings} warning{'s' * (self.warnings != 1)}"
        return f"{errors}; {warnings}, {self.explained} explained: see Checks"


def tally(checks: Sequence[Check]) -> Tally:
    """Return how many checks need somebody, and how many of them are explained."""
    open_checks = [check for check in checks if not check.passes]
    errors = sum(check.kind is CheckKind.ERROR for check in open_checks)
    explained = sum(check.status == EXPLAINED for check in checks)
    return Tally(len(checks), errors, len(open_checks) - errors, explained)
