"""May a source pay for the area of the lines that name it?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import found
from xlbudget.model.request import costed


def _check(budget: Budget) -> Iterator[Finding]:
    for request in costed(budget).requests:
        line = request.line
        barred = not request.payer.allows(line.area)
        if barred and request.cost.asked and any(request.parts):
            yield found(
                RULE,
                request.place,
                request.column,
                saw=f"Line {line.line_id} is for {line.area}, which {request.payer_named}"
                " may not pay for",
                wants=f"It may pay for {', '.join(request.source.allowed_areas)}",
                fix="Name another source; until then this part is unfunded",
            )


RULE = Rule(
    code="XLR-21",
    title="Source may not pay for the area",
    severity=Severity.WARNING,
    says="A line's sources may pay for its area.",
    source="docs/figures.md, Funding (who pays)",
    check=_check,
)
