"""Does what a scenario's driver picks exist?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from xlbudget.model.budget import Budget
from xlbudget.model.choices import Area, Category, Dimension
from xlbudget.model.fault import shown
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import found, placed
from xlbudget.model.scenario import Driver


def _check(budget: Budget) -> Iterator[Finding]:
    known: Mapping[str, Collection[str]] = {
        Dimension.AREA: [area.value for area in Area],
        Dimension.CATEGORY: [category.value for category in Category],
        Dimension.SOURCE: {source.source_id: None for source in budget.sources},
        Dimension.TAG: {tag: None for program in budget.programs for tag in program.tags},
    }
    for place, driver in placed(budget, Driver):
        words = known.get(driver.dimension, ())
        if driver.dimension in known and driver.key and driver.key not in words:
            yield found(
                RULE,
                place,
                "key",
                saw=f"A driver of scenario {driver.scenario_id} picks the {driver.dimension}"
                f" {shown(driver.key)}, which is not known",
                wants=f"It is one of: {', '.join(words) or 'none are given yet'}",
                fix="Correct the key, or take the driver out: as it stands it changes nothing",
                severity=Severity.WARNING if driver.dimension == Dimension.TAG else None,
            )


RULE = Rule(
    code="XLR-05",
    title="Driver picks nothing",
    severity=Severity.FATAL,
    says="A driver picks an area, category or source that exists; a tag that no program has is"
    " a warning.",
    source="docs/figures.md, Scenarios",
    check=_check,
)
