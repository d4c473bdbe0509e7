"""Is a bond paid off while what it bought still serves?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.choices import CostType, SourceKind
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import found
from xlbudget.model.request import costed


def _check(budget: Budget) -> Iterator[Finding]:
    for request in costed(budget).requests:
        source, cost = request.source, request.cost
        first, last = source.first_fiscal_year, source.last_fiscal_year
        if source.kind != SourceKind.BOND or first is None or last is None:
            continue
        term = last - first + 1
        if cost.asked and request.line.cost_type == CostType.PURCHASE and cost.life < term:
            yield found(
                RULE,
                request.place,
                request.column,
                saw=f"Line {request.line.line_id} serves {cost.life} years, and the bond"
                f" {source.source_id} runs {term} years",
                wants="A bond runs no longer than what it buys serves",
                fix="Pay it from current money, or from a bond of a shorter term",
            )


RULE = Rule(
    code="XLR-23",
    title="Bond outlives the asset",
    severity=Severity.WARNING,
    says="A bond's term, from its first to its last fiscal year, is within the service life of"
    " the purchases that it pays.",
    source="Common debt policy: a bond does not outlive what it buys",
    check=_check,
)
