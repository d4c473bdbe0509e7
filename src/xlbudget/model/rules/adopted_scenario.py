"""Is exactly one scenario the adopted plan?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import found, place_of, placed
from xlbudget.model.scenario import Scenario


def _check(budget: Budget) -> Iterator[Finding]:
    adopted = [(place, item) for place, item in placed(budget, Scenario) if item.adopted]
    for place, scenario in adopted[1:]:
        yield found(
            RULE,
            place,
            "adopted",
            saw=f"Scenario {scenario.scenario_id} is marked adopted, and so is"
            f" {adopted[0][1].scenario_id}",
            wants="One scenario is the adopted plan",
            fix="Leave the mark on the one that the board adopted",
        )
    if budget.scenarios and not adopted:
        first = budget.scenarios[0]
        yield found(
            RULE,
            place_of(first),
            "adopted",
            saw=f"No scenario is marked adopted; {first.scenario_id} is taken, being the first",
            wants="One scenario is the adopted plan",
            fix="Mark the one that the board adopted, or is asked to adopt",
            severity=Severity.WARNING,
        )


RULE = Rule(
    code="XLR-07",
    title="Adopted scenario",
    severity=Severity.FATAL,
    says="One scenario is marked adopted; none is a warning, and the first is taken.",
    source="docs/figures.md, Scenarios; Ohio USAS budgeting (a second promoted "
    "scenario overwrites the first)",
    check=_check,
)
