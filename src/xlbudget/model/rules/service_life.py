"""Is a service life within what its category is known to serve?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.choices import CostType
from xlbudget.model.defaults import category_defaults
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import asked_lines, found


def _check(budget: Budget) -> Iterator[Finding]:
    for place, line in asked_lines(budget):
        usual = category_defaults().get(line.category)
        if line.cost_type != CostType.PURCHASE or line.service_life is None or usual is None:
            continue
        if not usual.life_low <= line.service_life <= usual.life_high:
            yield found(
                RULE,
                place,
                "service_life",
                saw=f"Line {line.line_id} shall serve {line.service_life} years",
                wants=f"Of {line.category}, {usual.life_low} to {usual.life_high} years are usual"
                f" ({usual.source}, {usual.published})",
                fix="Correct the service life, or say in the notes why it differs",
            )


RULE = Rule(
    code="XLR-27",
    title="Unusual service life",
    severity=Severity.WARNING,
    says="The service life of a purchase is within its category's range, which is dated.",
    source="model/data/categories.csv, where each range names its source",
    check=_check,
)
