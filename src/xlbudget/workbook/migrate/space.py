"""How many rows the tables of the new workbook have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlbudget.model import Budget
from xlbudget.model.tables import TABLES
from xlbudget.sheets.room import LINES, Room
from xlbudget.workbook.intake.found_table import FoundTable


@dataclass(frozen=True, slots=True)
class Space:
    """The empty rows that a person asks for; None for what a workbook has anyway."""

    lines: int | None = None
    records: int | None = None

    def room(self, budget: Budget, found: Mapping[str, FoundTable]) -> Room:
        """Return the rows of each table: at least as many as before, and some to spare.

        Args:
            budget: What is carried over.
            found: The tables of the old workbook.

        """
        usual = Room()
        rows = {}
        for table in TABLES:
            count = len(table.records(budget))
            asked = self.lines if table.name == LINES else self.records
            had = found.get(table.name)
            before = had.last_row - had.first_row + 1 if had and had.is_whole else 0
            rows[table.name] = (
                max(before, usual.of(table.name, count)) if asked is None else count + asked
            )
        return Room(rows=rows)


USUAL = Space()
"""What a workbook has when nobody asks for anything."""
