"""Are there no more scenarios and tags than a workbook holds?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.choices import Dimension
from xlbudget.model.finding import Finding, Place, Rule, Severity
from xlbudget.model.placement import found, placed
from xlbudget.model.program import Program
from xlbudget.model.scenario import Driver, Scenario

MOST_SCENARIOS = 6
MOST_TAGS = 8


def tags_of(budget: Budget) -> tuple[str, ...]:
    """Return every tag of programs, scenarios and drivers, in order of first use."""
    return tuple(_first_uses(budget))


def _check(budget: Budget) -> Iterator[Finding]:
    for place, scenario in list(placed(budget, Scenario))[MOST_SCENARIOS:]:
        yield found(
            RULE,
            place,
            saw=f"Scenario {scenario.scenario_id} is one of {len(budget.scenarios)}",
            wants=f"A workbook holds at most {MOST_SCENARIOS} scenarios",
            fix="Keep those that the team still weighs",
        )
    uses = _first_uses(budget)
    for tag, (place, column) in list(uses.items())[MOST_TAGS:]:
        yield found(
            RULE,
            place,
            column,
            saw=f"The tag {tag} is one of {len(uses)}",
            wants=f"A workbook holds at most {MOST_TAGS} different tags",
            fix="Use fewer words for programs that scenarios treat alike",
        )


def _first_uses(budget: Budget) -> dict[str, tuple[Place, str]]:
    uses: dict[str, tuple[Place, str]] = {}
    for place, program in placed(budget, Program):
        for tag in program.tags:
            uses.setdefault(tag, (place, "tags"))
    for place, scenario in placed(budget, Scenario):
        for tag in scenario.excluded_tags:
            uses.setdefault(tag, (place, "excluded_tags"))
    for place, driver in placed(budget, Driver):
        if driver.dimension == Dimension.TAG:
            uses.setdefault(driver.key, (place, "key"))
    return uses


RULE = Rule(
    code="XLR-06",
    title="Too many scenarios or tags",
    severity=Severity.FATAL,
    says=f"At most {MOST_SCENARIOS} scenarios and {MOST_TAGS} tags stand in a workbook.",
    source="docs/known-limits.md",
    check=_check,
)
