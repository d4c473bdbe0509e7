"""A line in a scenario: its quantity and its price multiplied, its years as they are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xlbudget.analysis.breakdown import ZERO, Amounts
from xlbudget.analysis.multipliers import PLAIN, Multiplier
from xlbudget.model.choices import CostType
from xlbudget.model.cost import LineCost, units_bought
from xlbudget.model.split import to_cents


@dataclass(frozen=True, slots=True)
class ScenarioLine:
    """What a line costs in a scenario."""

    base: Decimal  # dollars, in money of year 1, not rounded
    years: Amounts  # cash cost
    resale: Amounts  # buy-back received


def scenario_line(cost: LineCost, multiplier: Multiplier) -> ScenarioLine:
    """Return what a line costs in a scenario.

    Args:
        cost: What the line costs as entered.
        multiplier: What the scenario multiplies its quantity and its price by.

    """
    if multiplier is PLAIN or not cost.asked:
        return ScenarioLine(cost.base, cost.years, cost.resale)
    none = (ZERO,) * len(cost.years)
    if multiplier.excluded:
        return ScenarioLine(ZERO, none, none)
    line, price = cost.line, multiplier.price
    if line.cost_type == CostType.CONTRACT:
        base, resale = multiplier.quantity * price, none
    else:
        units = units_bought(line, (line.quantity or ZERO) * multiplier.quantity)
        base = units * cost.unit_cost * price
        worth = units * (line.unit_price or ZERO) * price
        resale = _cents(worth, cost.resale_factors) if any(cost.resale_factors) else none
    return ScenarioLine(base, _cents(base, cost.factors), resale)


def _cents(amount: Decimal, factors: Amounts) -> Amounts:
    years = [to_cents(amount * factor) if factor else ZERO for factor in factors]
    return tuple(years)
