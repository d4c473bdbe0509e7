"""Do some areas take more of a source than its rules let them?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xlbudget.model.budget import Budget
from xlbudget.model.fault import percent
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.funding_source import FundingSource
from xlbudget.model.placement import found, placed
from xlbudget.model.request import costed


def _check(budget: Budget) -> Iterator[Finding]:
    wanted = costed(budget).wanted()
    for place, source in placed(budget, FundingSource):
        if source.limit_share is None:
            continue
        for year in budget.district.years:
            parts = wanted.get((source.source_id, year), ())
            taken = sum(
                (part for request, part in parts if request.line.area in source.limit_areas),
                Decimal(0),
            )
            amount = source.amount.get(year) or Decimal(0)
            if taken > source.limit_share * amount:
                yield found(
                    RULE,
                    place,
                    "limit_share",
                    saw=f"Lines for {', '.join(source.limit_areas)} ask source"
                    f" {source.source_id} for ${taken:,.2f} of ${amount:,.2f} in FY{year}",
                    wants=f"At most {percent(source.limit_share)} of its money goes there,"
                    f" ${source.limit_share * amount:,.2f}",
                    fix="Pay the rest of these lines from another source",
                )


RULE = Rule(
    code="XLR-22",
    title="Limit of a source exceeded",
    severity=Severity.WARNING,
    says="The limited areas take at most their share of a source's money for technology, such as"
    " 15 % of Title IV-A's technology portion for infrastructure.",
    source="ESSA section 4109(b)",
    check=_check,
)
