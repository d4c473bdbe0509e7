"""Is more asked of a source than it has?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.funding_source import FundingSource
from xlbudget.model.placement import found, placed
from xlbudget.model.request import costed


def _check(budget: Budget) -> Iterator[Finding]:
    wanted = costed(budget).wanted()
    for place, source in placed(budget, FundingSource):
        for year in budget.district.years:
            asked = sum((part for _, part in wanted.get((source.source_id, year), ())), Decimal(0))
            amount = source.amount.get(year) or Decimal(0)
            if asked > amount:
                yield found(
                    RULE,
                    place,
                    f"amount_{year}",
                    saw=f"Lines ask source {source.source_id} for ${asked:,.2f} in FY{year},"
                    f" and it has ${amount:,.2f}",
                    wants=f"Lines ask for what a source has; ${asked - amount:,.2f} is unfunded",
                    fix="Name further sources for some lines, or ask for less",
                )


RULE = Rule(
    code="XLR-20",
    title="Source over-planned",
    severity=Severity.WARNING,
    says="In each year, lines ask a source for no more than its amount.",
    source="docs/figures.md, Funding (over-planned)",
    check=_check,
)
