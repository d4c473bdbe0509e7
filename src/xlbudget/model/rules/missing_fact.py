"""Is every fact there that a record cannot do without?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.field import Kind
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import found, placed_in
from xlbudget.model.tables import TABLES

_VITAL = (Kind.ID, Kind.CHOICE)  # without them a record is counted nowhere, or twice


def _check(budget: Budget) -> Iterator[Finding]:
    for table in TABLES:
        required = [field for field in table.fields if field.required]
        for place, record in placed_in(budget, table):
            for field in required:
                if getattr(record, field.name) in ("", None):
                    what = "id" if field.name == table.key else field.header.lower()
                    named = f"{table.noun.capitalize()} {place.record}"
                    yield found(
                        RULE,
                        place,
                        field.name,
                        saw=f"{named if place.record else f'A {table.noun}'} has no {what}",
                        wants=f"{field.header}: {field.says.rstrip('.')}",
                        fix=f"Choose one of: {', '.join(field.choices)}"
                        if field.choices
                        else "Fill it in",
                        severity=None if field.kind in _VITAL else Severity.WARNING,
                    )


RULE = Rule(
    code="XLR-03",
    title="Missing fact",
    severity=Severity.FATAL,
    says="Ids and choices that a figure depends on are never blank; other required facts are"
    " a warning.",
    source="docs/figures.md, A line (a blank is not known, and never nothing)",
    check=_check,
)
