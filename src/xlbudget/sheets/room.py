"""How many rows each table of a workbook has: for the records of a budget, and for more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SPARE_LINES = 50
SPARE_RECORDS = 5
LEAST_SCENARIOS = 4
LEAST_TAGS = 8
LEAST_FINDINGS = 40
LINES, SCENARIOS, TAGS, FINDINGS = "LineItems", "Scenarios", "Tags", "Findings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The rows of each table.

    Two budgets that fit the same rows give workbooks of the same build: the same tables at the
    same places, the same formulas.

    Attributes:
        spare_lines: Empty rows left for more line items.
        spare_records: Empty rows left for more records in each other table of records.
        least_scenarios: Scenarios that there is room for, even when fewer are given.
        rows: The rows that a table has whatever the budget, by its name; they go before the rest.

    """

    spare_lines: int = SPARE_LINES
    spare_records: int = SPARE_RECORDS
    least_scenarios: int = LEAST_SCENARIOS
    rows: Mapping[str, int] = field(default_factory=dict)

    def of(self, table: str, count: int) -> int:
        """Return how many rows a table has that holds so many records: at least one."""
        if table in self.rows:
            return max(1, count, self.rows[table])
        least = {SCENARIOS: self.least_scenarios, TAGS: LEAST_TAGS, FINDINGS: LEAST_FINDINGS}
        if table in least:
            return max(1, count, least[table])
        return max(1, count + (self.spare_lines if table == LINES else self.spare_records))

    def spare(self, table: str, count: int) -> int:
        """Return how many rows of a table are empty when it holds so many records."""
        return self.of(table, count) - count


STANDARD = Room()
"""What a workbook has that is made from a budget: its records, and a little more."""
