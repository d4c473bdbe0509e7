"""Do first and last years stand in order, and within the plan?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.choices import CostType
from xlbudget.model.finding import Finding, Place, Rule, Severity
from xlbudget.model.funding_source import FundingSource
from xlbudget.model.line_item import LineItem
from xlbudget.model.placement import asked_lines, found, placed
from xlbudget.model.tables import table_of


def _check(budget: Budget) -> Iterator[Finding]:
    spans: list[tuple[Place, LineItem | FundingSource]] = [
        *placed(budget, LineItem),
        *placed(budget, FundingSource),
    ]
    for place, item in spans:
        first, last = item.first_fiscal_year, item.last_fiscal_year
        if first is not None and last is not None and last < first:
            yield found(
                RULE,
                place,
                "last_fiscal_year",
                saw=f"{table_of(type(item)).noun.capitalize()} {place.record} ends in FY{last},"
                f" before it begins in FY{first}",
                wants="The last fiscal year is the first one or later",
                fix="Correct one of the two years",
            )
    for place, line in asked_lines(budget):
        if line.cost_type != CostType.CONTRACT and _is_outside(line, budget.district.years):
            yield found(
                RULE,
                place,
                "first_fiscal_year",
                saw=f"Line {line.line_id} has no cost in any year of the plan",
                wants=f"The plan covers FY{budget.district.years[0]} to"
                f" FY{budget.district.last_year}",
                fix="Correct its first and last fiscal year, or take the line out",
            )


def _is_outside(line: LineItem, years: tuple[int, ...]) -> bool:
    first, last = line.first_fiscal_year, line.last_fiscal_year
    return (first is not None and first > years[-1]) or (last is not None and last < years[0])


RULE = Rule(
    code="XLR-15",
    title="Years out of order",
    severity=Severity.WARNING,
    says="A line or source ends after it begins, and a line costs something within the plan.",
    source="docs/figures.md, A line",
    check=_check,
)
