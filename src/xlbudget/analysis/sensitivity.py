"""How far the adopted plan's net present value moves when one input moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from xlbudget.analysis.frame import Frame
from xlbudget.analysis.present_value import present_value, worth
from xlbudget.analysis.scenarios import ScenarioResult
from xlbudget.model.choices import CostType
from xlbudget.model.cost import AT_START


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The net present value with one input lower and higher, all others as they stand."""

    key: str
    label: str
    swing_by: float  # share by which the input moves; for the rate: points per year
    present_value: float | None  # of what moves, positive for a cost; None for the rate
    low: float  # net present value with the lower input
    high: float  # net present value with the higher input

    @property
    def swing(self) -> float:
        """Return the distance between the two net present values, dollars."""
        return abs(self.high - self.low)


def sensitivity(frame: Frame, adopted: ScenarioResult) -> tuple[Sensitivity, ...]:
    """Return one row per input, the greatest swing first, equals in order of listing.

    Prices, salaries, savings and E-rate move the net present value in proportion: sources pay
    no more and no less than before.  The discount rate is worked out anew.

    Args:
        frame: The budget and what its lines cost.
        adopted: The adopted scenario.

    """
    moved = adopted.present_value
    purchases = _worth(adopted, lambda kind: kind == CostType.PURCHASE)
    salaries = _worth(adopted, lambda kind: kind == CostType.STAFF)
    others = _worth(adopted, lambda kind: kind not in {CostType.PURCHASE, CostType.STAFF})
    bought = purchases - moved.resale - moved.horizon_value
    npv, share = adopted.npv, float(frame.value("sensitivity_swing"))
    rows = (
        _linear("purchases", "Price of purchases", npv, share, cost=bought),
        _linear("other", "Price of everything else but staff", npv, share, cost=others),
        _linear("salaries", "Salaries", npv, share, cost=salaries),
        _linear("savings", "Planned savings", npv, share, gain=moved.benefits),
        _linear("erate", "E-rate", npv, share, gain=moved.erate),
        _rate(frame, adopted),
    )
    return tuple(sorted(rows, key=lambda row: -row.swing))


def _linear(
    key: str, label: str, npv: float, share: float, *, cost: float = 0.0, gain: float = 0.0
) -> Sensitivity:
    change = share * (gain - cost)
    return Sensitivity(key, label, share, cost + gain, npv - change, npv + change)


def _rate(frame: Frame, adopted: ScenarioResult) -> Sensitivity:
    step = frame.value("sensitivity_rate_swing")
    given = adopted.scenario.discount_rate
    rate = frame.value("discount_rate") if given is None else given
    low, high = (
        present_value(adopted.flows, frame.factors(rate + move)).npv for move in (-step, step)
    )
    return Sensitivity("discount_rate", "Discount rate", float(step), None, low, high)


def _worth(adopted: ScenarioResult, chosen: Callable[[str], bool]) -> float:
    """Return the present value of the cost of some cost types."""
    factors = adopted.factors
    return sum(
        worth(row.years, factors.start if row.key in AT_START else factors.end)
        for row in adopted.cost_types
        if chosen(row.key)
    )
