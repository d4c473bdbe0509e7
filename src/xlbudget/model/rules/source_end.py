"""Does a source end before the cost that it pays?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import found
from xlbudget.model.request import costed, ended_by_date, unpaid_after_end


def _check(budget: Budget) -> Iterator[Finding]:
    work = costed(budget)
    for request in work.requests:
        unpaid = unpaid_after_end(work, request)
        if unpaid and not ended_by_date(work, request.source):
            year, amount = unpaid
            source = request.source
            yield found(
                RULE,
                request.place,
                request.column,
                saw=f"{request.payer_named} ends in FY{source.last_fiscal_year},"
                f" and line {request.line.line_id} asks it for ${amount:,.0f} in FY{year}",
                wants="A source lasts as long as the cost, or a successor pays after it",
                fix="Name a successor, another source, or an earlier last year of the line",
            )


RULE = Rule(
    code="XLR-18",
    title="Source ends before the need",
    severity=Severity.WARNING,
    says="A line's source pays as long as the line costs, or its successor does.",
    source="GFOA, Achieving a Structurally Balanced Budget; docs/figures.md, Funding (lost)",
    check=_check,
)
