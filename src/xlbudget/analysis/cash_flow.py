"""What the plan costs in cash, year by year, and what that is worth today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.analysis.breakdown import ZERO, Amounts, Names, Row, breakdown, sum_by_year
from xlbudget.analysis.frame import Frame
from xlbudget.analysis.funding_plan import FundingView
from xlbudget.analysis.headings import (
    AREAS,
    CATEGORIES,
    COST_TYPES,
    NEEDS,
    NO_PROGRAM,
    NO_SCHOOL,
    NO_WORD,
    program_names,
    school_names,
)
from xlbudget.analysis.present_value import (
    Factors,
    Flows,
    PresentValue,
    planned_benefits,
    planned_productivity,
    present_value,
)
from xlbudget.model import LineItem
from xlbudget.model.choices import LineStatus, Stream
from xlbudget.model.cost import LineCost

_CLASS = "escalation_"


@dataclass(frozen=True, slots=True)
class Escalation:
    """How the prices of one class grow."""

    name: str  # the class, as lines name it
    rate: Decimal  # per year
    factors: Amounts  # of prices of year 1, by year


@dataclass(frozen=True, slots=True, kw_only=True)
class CashFlow:
    """The plan's cash cost by year, as entered; asked lines unless it says otherwise."""

    years: tuple[int, ...]
    prior: Decimal  # amounts of the year before the plan, lapsed lines too
    cost: Amounts  # all asked lines
    areas: tuple[Row, ...]
    categories: tuple[Row, ...]
    cost_types: tuple[Row, ...]
    needs: tuple[Row, ...]
    programs: tuple[Row, ...]
    schools: tuple[Row, ...]
    streams: tuple[Row, ...]  # paid by secured sources, and last what nobody pays
    planned: Amounts
    conditional: Amounts
    without_goal: Amounts
    escalations: tuple[Escalation, ...]
    factors: Factors
    flows: Flows
    present_value: PresentValue


def cash_flow(frame: Frame, secured: FundingView) -> CashFlow:
    """Return the plan's cash cost by year and its present value.

    Args:
        frame: The budget and what its lines cost.
        secured: The plan's funding by secured sources.

    """

    def by(names: Names, key: Callable[[LineItem], str], blank: str) -> tuple[Row, ...]:
        return breakdown(
            names,
            [key(cost.line) for cost in frame.costs],
            (cost.years for cost in frame.costs),
            years=frame.count,
            blank=blank,
            prior=[cost.line.prior_amount or ZERO for cost in frame.costs],
        )

    def total(chosen: Callable[[LineCost], bool]) -> Amounts:
        return sum_by_year((cost.years for cost in frame.costs if chosen(cost)), frame.count)

    factors, flows = frame.factors(), _flows(frame, secured)
    return CashFlow(
        years=frame.years,
        prior=sum((cost.line.prior_amount or ZERO for cost in frame.costs), ZERO),
        cost=total(lambda _: True),
        areas=by(AREAS, lambda line: line.area, NO_WORD),
        categories=by(CATEGORIES, lambda line: line.category, NO_WORD),
        cost_types=by(COST_TYPES, lambda line: line.cost_type, NO_WORD),
        needs=by(NEEDS, lambda line: line.need, NO_WORD),
        programs=by(program_names(frame), lambda line: line.program_id, NO_PROGRAM),
        schools=by(school_names(frame), lambda line: line.school_id, NO_SCHOOL),
        streams=_streams(frame, secured),
        planned=total(lambda cost: cost.planned),
        conditional=total(lambda cost: cost.line.status == LineStatus.CONDITIONAL),
        without_goal=total(lambda cost: not cost.line.goal_1),
        escalations=_escalations(frame),
        factors=factors,
        flows=flows,
        present_value=present_value(flows, factors),
    )


def _flows(frame: Frame, secured: FundingView) -> Flows:
    starts = (cost.years for cost in frame.costs if cost.at_start)
    ends = (cost.years for cost in frame.costs if not cost.at_start)
    savings = frame.budget.savings
    return Flows(
        start_cost=sum_by_year(starts, frame.count),
        end_cost=sum_by_year(ends, frame.count),
        erate=secured.erate,
        resale=sum_by_year((cost.resale for cost in frame.costs), frame.count),
        benefits=planned_benefits(savings, frame.years),
        productivity=planned_productivity(savings, frame.years),
        horizon_value=sum((cost.base * cost.horizon_factor for cost in frame.costs), ZERO),
    )


def _streams(frame: Frame, secured: FundingView) -> tuple[Row, ...]:
    """Return what each stream pays; what other streams pay has a row when there is any."""
    paid = {
        Stream.RECURRING.value: secured.recurring,
        Stream.RENEWABLE.value: secured.renewable,
        Stream.ONE_TIME.value: secured.one_time,
    }
    named = sum_by_year(paid.values(), frame.count)
    other = tuple(all_paid - part for all_paid, part in zip(secured.paid, named, strict=True))
    if any(other):
        paid[NO_WORD] = other
    paid["unfunded"] = secured.unfunded
    return tuple(Row(name, name, years, sum(years, ZERO)) for name, years in paid.items())


def _escalations(frame: Frame) -> tuple[Escalation, ...]:
    return tuple(
        Escalation(
            key.removeprefix(_CLASS), rate, tuple(_power(1 + rate, k) for k in range(frame.count))
        )
        for key, rate in frame.values.items()
        if key.startswith(_CLASS)
    )


def _power(step: Decimal, exponent: int) -> Decimal:
    return step**exponent if exponent else Decimal(1)
