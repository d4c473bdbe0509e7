"""What money of later years is worth on the first day of the plan.

Purchases fall at the start of their year, running cost and benefits at its end or, by one
declared choice, at mid-year.  Money is nominal, and so is the rate.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import nan

from xlbudget.analysis.breakdown import Amounts, sum_by_year
from xlbudget.model import Saving
from xlbudget.model.choices import SavingType

COUNTED = (SavingType.CASHABLE, SavingType.AVOIDED, SavingType.REVENUE)


@dataclass(frozen=True, slots=True)
class Factors:
    """The two factor rows of a discount rate, and the factor of the plan's last day."""

    rate: float  # nominal, per year
    start: tuple[float, ...]  # of money at the start of each year
    end: tuple[float, ...]  # of money at the end, or the middle, of each year
    horizon: float  # of money at the end of the last year


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows:
    """What a plan costs and brings by year; every figure is positive as its name says."""

    start_cost: Amounts
    end_cost: Amounts
    erate: Amounts
    resale: Amounts
    benefits: Amounts
    productivity: Amounts  # shown below the line, in no total
    horizon_value: Decimal  # value left at the end of the last year


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentValue:
    """The present value of flows, in parts: dollars on the first day of the plan."""

    start_cost: float
    end_cost: float
    erate: float
    resale: float
    horizon_value: float
    net_cost: float  # costs less E-rate, resale and value at the horizon
    benefits: float
    productivity: float  # below the line, in no total
    npv: float  # benefits less net cost


def discount_factors(rate: Decimal, years: int, *, mid_year: bool) -> Factors:
    """Return the factors of a nominal rate per year.

    A rate at or below -100 % has no factors: they are not numbers (nan), and so is what is
    made of them.

    Args:
        rate: Fraction per year, above -1.
        years: Years of the plan.
        mid_year: Whether running cost and benefits fall in the middle of their year.

    """
    step = 1.0 + float(rate)
    if step <= 0.0:
        return Factors(float(rate), (nan,) * years, (nan,) * years, nan)
    shift = 0.5 if mid_year else 0.0
    return Factors(
        float(rate),
        tuple(step**-k for k in range(years)),
        tuple(step ** -(k - shift) for k in range(1, years + 1)),
        step**-years,
    )


def worth(amounts: Amounts, factors: tuple[float, ...]) -> float:
    """Return the present value of amounts by year, not rounded."""
    return sum(float(amount) * factor for amount, factor in zip(amounts, factors, strict=True))


def present_value(flows: Flows, factors: Factors) -> PresentValue:
    """Return what flows are worth on the first day of the plan."""
    start_cost = worth(flows.start_cost, factors.start)
    end_cost = worth(flows.end_cost, factors.end)
    erate = worth(flows.erate, factors.end)
    resale = worth(flows.resale, factors.end)
    horizon_value = float(flows.horizon_value) * factors.horizon
    benefits = worth(flows.benefits, factors.end)
    net_cost = start_cost + end_cost - erate - resale - horizon_value
    return PresentValue(
        start_cost=start_cost,
        end_cost=end_cost,
        erate=erate,
        resale=resale,
        horizon_value=horizon_value,
        net_cost=net_cost,
        benefits=benefits,
        productivity=worth(flows.productivity, factors.end),
        npv=benefits - net_cost,
    )


def planned_benefits(savings: Iterable[Saving], years: tuple[int, ...]) -> Amounts:
    """Return planned savings by year that are cashable, avoided or revenue."""
    rows = [_by_year(saving, years) for saving in savings if saving.type in COUNTED]
    return sum_by_year(rows, len(years))


def planned_productivity(savings: Iterable[Saving], years: tuple[int, ...]) -> Amounts:
    """Return planned savings of productivity by year: shown below the line."""
    rows = [_by_year(saving, years) for saving in savings if saving.type == SavingType.PRODUCTIVITY]
    return sum_by_year(rows, len(years))


def _by_year(saving: Saving, years: tuple[int, ...]) -> Amounts:
    return tuple(saving.planned.get(year) or Decimal(0) for year in years)
