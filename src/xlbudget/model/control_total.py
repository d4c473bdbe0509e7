"""Control totals: what a column of a file adds up to, and where each part of it went."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from xlbudget.model.split import ZERO


class Fate(StrEnum):
    """What became of a row of a file."""

    IMPORTED = "imported"
    LEFT_OUT = "left out"
    NOT_MAPPED = "did not map"


@dataclass(frozen=True, slots=True)
class ControlTotal:
    """What a column adds up to, in the sign of the budget."""

    column: str  # of the file
    field: str
    in_file: Decimal  # all rows
    left_out: Decimal  # rows that are skipped, such as those of totals
    not_mapped: Decimal  # rows with a fatal finding
    imported: Decimal  # as the records have it

    @property
    def missing(self) -> Decimal:
        """Return what is neither imported, left out nor told of: 0, or else cents of rounding."""
        return self.in_file - self.left_out - self.not_mapped - self.imported


@dataclass(slots=True)
class Tally:
    """A control total while the rows are read."""

    column: str
    field: str
    in_file: Decimal = ZERO
    left_out: Decimal = ZERO
    not_mapped: Decimal = ZERO
    imported: Decimal = ZERO

    def add(self, fate: Fate, written: Decimal, kept: Decimal) -> None:
        """Count a row: the number that the file has, and the one that its record has."""
        self.in_file += written
        match fate:
            case Fate.LEFT_OUT:
                self.left_out += written
            case Fate.NOT_MAPPED:
                self.not_mapped += written
            case Fate.IMPORTED:
                self.imported += kept

    def total(self) -> ControlTotal:
        """Return the control total."""
        return ControlTotal(
            self.column, self.field, self.in_file, self.left_out, self.not_mapped, self.imported
        )
