"""Does every id stand once, as a spreadsheet tells ids apart?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.fault import shown
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import found, placed_in
from xlbudget.model.tables import TABLES
from xlbudget.model.text import as_spreadsheets_see


def _check(budget: Budget) -> Iterator[Finding]:
    for table in (table for table in TABLES if table.key):
        first: dict[str, tuple[str, int | None]] = {}
        for place, _ in placed_in(budget, table):
            key = place.record
            other, row = first.setdefault(as_spreadsheets_see(key), (key, place.row))
            if key and row != place.row:
                yield found(
                    RULE,
                    place,
                    table.key,
                    saw=f"The {table.noun} id {shown(key)} stands again"
                    + ("" if other == key else f": a spreadsheet takes it for {shown(other)}"),
                    wants=f"Every {table.noun} has an id of its own, whatever the case",
                    fix=f"Give one of the two another id; the first is the {table.noun} {other}",
                )


RULE = Rule(
    code="XLR-02",
    title="Id used twice",
    severity=Severity.FATAL,
    says="Every record has an id of its own; spreadsheets take g1 for G1, and 01 for 1.",
    source="docs/figures.md (a line is known by its id, never by its place)",
    check=_check,
)
