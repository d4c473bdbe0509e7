"""Does an account code agree with what is capital and what is supply?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from xlbudget.model.budget import Budget
from xlbudget.model.choices import CostType, SourceKind
from xlbudget.model.cost import LineCost
from xlbudget.model.defaults import CategoryDefault, assumption_values, category_defaults
from xlbudget.model.finding import Finding, Place, Rule, Severity
from xlbudget.model.line_item import LineItem
from xlbudget.model.placement import found, placed
from xlbudget.model.request import costed
from xlbudget.model.split import source_slots

_FEDERAL = (SourceKind.TITLE_I, SourceKind.TITLE_II, SourceKind.TITLE_IV, SourceKind.IDEA)


def _check(budget: Budget) -> Iterator[Finding]:
    values = assumption_values(budget.assumptions)
    federal = {source.source_id for source in budget.sources if source.kind in _FEDERAL}
    costs = costed(budget).costs
    for (place, line), cost in zip(placed(budget, LineItem), costs, strict=True):
        codes = category_defaults().get(line.category)
        if cost.asked and line.cost_type == CostType.PURCHASE and codes is not None:
            paid_by = {slot.key for slot in source_slots(line)}
            threshold = _threshold(values, is_federal=not federal.isdisjoint(paid_by))
            yield from _flag(place, cost, codes, threshold, values["significant_aggregate"])


def _threshold(values: Mapping[str, Decimal], *, is_federal: bool) -> Decimal:
    own = values["capital_threshold"]
    return min(own, values["federal_equipment_threshold"]) if is_federal else own


def _flag(
    place: Place, cost: LineCost, codes: CategoryDefault, threshold: Decimal, aggregate: Decimal
) -> Iterator[Finding]:
    line, price = cost.line, cost.line.unit_price or Decimal(0)
    by_unit, together = price >= threshold, cost.base >= aggregate
    usual = codes.capital_object if by_unit or together else codes.object
    other = codes.object if by_unit or together else codes.capital_object
    if line.object == other != usual:
        yield found(
            RULE,
            place,
            "object",
            saw=f"Line {line.line_id} has a unit price of ${price:,.2f}, ${cost.base:,.2f} in all,"
            f" and the object code {other}",
            wants=_why(usual, threshold, aggregate, by_unit=by_unit, together=together),
            fix=f"Decide with your business office whether {usual} applies",
        )


def _why(
    usual: str, threshold: Decimal, aggregate: Decimal, *, by_unit: bool, together: bool
) -> str:
    if by_unit:
        return f"From ${threshold:,.0f} a unit, {usual} is usual (capital)"
    if together:
        return f"From ${aggregate:,.0f} together, {usual} is usual (capital)"
    return f"Below ${threshold:,.0f} a unit, {usual} is usual (supply)"


RULE = Rule(
    code="XLR-28",
    title="Capital or supply",
    severity=Severity.INFORMATION,
    says="A purchase's object code agrees with the district's threshold per unit, the aggregate"
    " test and the grantor's rule; it is flagged, never decided.",
    source="2 CFR 200.1 (equipment); GASB Implementation Guide 2021-1, 5.1; NCES 2015-347",
    check=_check,
)
