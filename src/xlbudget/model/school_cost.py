"""What a line of a school costs by year, when only its quantity is asked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal, localcontext

from xlbudget.model.choices import CostType
from xlbudget.model.cost import EXACT, LineCost
from xlbudget.model.sent import sent
from xlbudget.model.split import ONE, ZERO, to_cents

_MILLIONTH = Decimal("0.000001")


@sent
@dataclass(frozen=True, slots=True)
class CostFacts:
    """What turns a quantity into a cost by year: the rest of a line, which a school does not see.

    Attributes:
        unit_cost: Dollars of one unit, setup and benefits included; 1 for a contract.
        spare_share: Spares bought beside the units, a fraction of 1.
        whole: Whether units are bought whole, and rounded up.
        recurring_from: First fiscal year in which the cost is recurring need.
        factors: What quantity times unit cost is multiplied by, one for each year of the plan.

    """

    unit_cost: Decimal
    spare_share: Decimal
    whole: bool
    recurring_from: int
    factors: tuple[Decimal, ...]

    def units(self, quantity: Decimal) -> Decimal:
        """Return the units paid for: with spares and rounded up where they are whole."""
        if not self.whole:
            return quantity
        with_spares = quantity * (ONE + self.spare_share)
        return with_spares.quantize(_MILLIONTH, ROUND_HALF_UP).to_integral_value(ROUND_UP)

    def years(self, quantity: Decimal, own_price: Decimal | None = None) -> tuple[Decimal, ...]:
        """Return dollars by year of the plan, rounded half up to the cent.

        Args:
            quantity: Units, full-time equivalents or contracts.
            own_price: Dollars of one unit, where no list has them.

        """
        with localcontext(EXACT):
            base = self.units(quantity) * (self.unit_cost if own_price is None else own_price)
            return tuple(to_cents(base * factor) for factor in self.factors)


def cost_facts(cost: LineCost) -> CostFacts:
    """Return what of a line's cost does not hang on its quantity."""
    line = cost.line
    return CostFacts(
        unit_cost=cost.unit_cost,
        spare_share=line.spare_share or ZERO,
        whole=line.cost_type == CostType.PURCHASE,
        recurring_from=cost.recurring_from,
        factors=cost.factors,
    )


def quantity_of(cost: LineCost) -> Decimal:
    """Return the quantity that a line has for its school; a contract is one."""
    if cost.line.cost_type == CostType.CONTRACT:
        return ONE
    return cost.line.quantity or ZERO
