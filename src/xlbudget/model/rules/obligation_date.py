"""Is money spent after the day until which it may be committed?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.funding_source import FundingSource
from xlbudget.model.placement import found, placed
from xlbudget.model.request import costed, ended_by_date, unpaid_after_end


def _check(budget: Budget) -> Iterator[Finding]:
    work = costed(budget)
    for request in work.requests:
        unpaid = unpaid_after_end(work, request)
        if unpaid and ended_by_date(work, request.source):
            year, amount = unpaid
            source = request.source
            yield found(
                RULE,
                request.place,
                request.column,
                saw=f"Line {request.line.line_id} asks {request.payer_named} for"
                f" ${amount:,.0f} in FY{year}, after its obligation date {source.obligation_date}",
                wants="Money is committed on or before its obligation date; later it is unfunded",
                fix="Bring the cost forward, or name a successor",
            )
    for place, source in placed(budget, FundingSource):
        last = work.last_year(source)
        late = [year for year, amount in source.amount.items() if amount and year > last]
        if late and ended_by_date(work, source):
            yield found(
                RULE,
                place,
                f"amount_{min(late)}",
                saw=f"Source {source.source_id} has money in FY{min(late)}, after its obligation"
                f" date {source.obligation_date}",
                wants="What is not committed by then is lost",
                fix="Enter the money in the years up to that date; carry-over is its own source",
            )


RULE = Rule(
    code="XLR-19",
    title="Spending after an obligation date",
    severity=Severity.WARNING,
    says="No cost and no money stands in a fiscal year after the one with the obligation date.",
    source="docs/figures.md, Funding (last year of a source)",
    check=_check,
)
