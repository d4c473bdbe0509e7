"""Do the probabilities of the scenarios sum to 1?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import found, place_of

_TOLERANCE = Decimal("0.000001")


def _check(budget: Budget) -> Iterator[Finding]:
    given = [item.probability for item in budget.scenarios if item.probability is not None]
    total = sum(given, Decimal(0))
    if given and abs(total - 1) > _TOLERANCE:
        yield found(
            RULE,
            place_of(budget.scenarios[0]),
            "probability",
            saw=f"The probabilities of the {len(budget.scenarios)} scenarios sum to {total:.6g}",
            wants="Over all scenarios they sum to 1, or all are blank",
            fix="Correct them; until then no expected value is shown",
        )


RULE = Rule(
    code="XLR-08",
    title="Probabilities do not sum to 1",
    severity=Severity.WARNING,
    says="The probabilities of the scenarios sum to 1, or the expected value is refused.",
    source="docs/figures.md, Scenarios (expected value)",
    check=_check,
)
