"""Does a line have the facts that its cost is computed from?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.choices import CostType
from xlbudget.model.field import field_named
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.line_item import LineItem
from xlbudget.model.placement import asked_lines, found

NEEDED: dict[str, tuple[str, ...]] = {
    CostType.PURCHASE: ("quantity", "unit_price", "service_life"),
    CostType.ANNUAL: ("quantity", "unit_price"),
    CostType.STAFF: ("quantity", "unit_price", "benefit_rate"),
    CostType.CONTRACT: ("payment",),
    CostType.ONE_TIME_SERVICE: ("quantity", "unit_price"),
}
"""The fields that the cost of each type is computed from."""


def _check(budget: Budget) -> Iterator[Finding]:
    for place, line in asked_lines(budget):
        for name in NEEDED.get(line.cost_type, ()):
            if _is_blank(line, name):
                header = field_named(LineItem, name).header.lower()
                yield found(
                    RULE,
                    place,
                    name,
                    saw=f"Line {line.line_id} ({line.cost_type}) has no {header}",
                    wants=f"The cost of this type is computed from its {header}",
                    fix="Fill it in; write 0 where it is truly nothing",
                )


def _is_blank(line: LineItem, name: str) -> bool:
    if name == "benefit_rate" and line.flat_benefit is not None:
        return False
    return getattr(line, name) in (None, {})


RULE = Rule(
    code="XLR-13",
    title="Cost data missing",
    severity=Severity.WARNING,
    says="A line has the quantity, price, life, benefits or payments of its cost type.",
    source="docs/figures.md, A line (a blank number is not known, and never nothing)",
    check=_check,
)
