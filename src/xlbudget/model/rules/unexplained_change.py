"""Is a large change from last year explained?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.defaults import assumption_values
from xlbudget.model.fault import percent
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.line_item import LineItem
from xlbudget.model.placement import found, placed
from xlbudget.model.request import costed


def _check(budget: Budget) -> Iterator[Finding]:
    above = assumption_values(budget.assumptions)["explain_change_above"]
    costs = costed(budget).costs
    for (place, line), cost in zip(placed(budget, LineItem), costs, strict=True):
        prior, now = line.prior_amount, cost.years[0]
        if prior is None or line.notes or not cost.asked:
            continue
        if abs(now - prior) > above * abs(prior):
            yield found(
                RULE,
                place,
                "notes",
                saw=f"Line {line.line_id} changes from ${prior:,.2f} to ${now:,.2f}"
                + (f" ({(now - prior) / abs(prior) * 100:+.1f} %)" if prior else ""),
                wants=f"A change of more than {percent(above)} from the year before is explained",
                fix="Say in the notes why it changes",
            )


RULE = Rule(
    code="XLR-29",
    title="Change without a note",
    severity=Severity.WARNING,
    says="Year 1 differs from the year before by no more than the assumption"
    " explain_change_above, or the notes say why.",
    source="House convention; the share is the assumption explain_change_above",
    check=_check,
)
