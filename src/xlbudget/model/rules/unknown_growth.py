"""Is the price growth that a line names stated?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.defaults import assumption_values
from xlbudget.model.fault import shown
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import found, placed_in
from xlbudget.model.tables import ESCALATION, ESCALATION_PREFIX, TABLES


def _check(budget: Budget) -> Iterator[Finding]:
    known = [
        key.removeprefix(ESCALATION_PREFIX)
        for key in assumption_values(budget.assumptions)
        if key.startswith(ESCALATION_PREFIX)
    ]
    for table in TABLES:
        for field in (field for field in table.fields if field.refers == ESCALATION):
            for place, record in placed_in(budget, table):
                name = getattr(record, field.name)
                if name and name not in known:
                    yield found(
                        RULE,
                        place,
                        field.name,
                        saw=f"{table.noun.capitalize()} {place.record} has the price growth class"
                        f" {shown(name)}, for which no rate is stated, so its price stays as it is",
                        wants=f"Classes are: {', '.join(known)}",
                        fix=f"Choose one of them, or add the assumption {ESCALATION_PREFIX}{name}",
                    )


RULE = Rule(
    code="XLR-16",
    title="Price growth not stated",
    severity=Severity.WARNING,
    says="The growth class of a line or standard item has a rate among the assumptions.",
    source="docs/figures.md, A line (no such assumption = 0)",
    check=_check,
)
