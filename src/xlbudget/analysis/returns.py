"""What programs bring: savings against cost in dollars, and learning per dollar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite

from xlbudget.analysis.breakdown import ZERO, Amounts, minus, sum_by_year
from xlbudget.analysis.frame import Frame
from xlbudget.analysis.learning import OutcomeReturn, outcome_returns
from xlbudget.analysis.present_value import (
    COUNTED,
    planned_benefits,
    planned_productivity,
    worth,
)
from xlbudget.finance import simple_payback
from xlbudget.model import Program, Saving
from xlbudget.model.cost import LineCost


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramReturn:
    """What a program with savings costs and brings; cost before E-rate and resale."""

    program: Program
    start_cost: Amounts
    end_cost: Amounts
    cost: Amounts
    benefits: Amounts  # planned: cashable, avoided and revenue
    productivity: Amounts  # planned, below the line
    actual_benefits: Amounts  # seen: cashable, avoided and revenue
    present_cost: float
    present_benefits: float
    net_benefit: float  # present benefits less present cost
    benefit_cost_ratio: float | None  # None: no cost
    roi: float | None  # net benefit by present cost; None: no cost
    flows: Amounts  # at year-end positions 0 to n, negative is money spent
    payback_years: float | None  # None: not recovered


@dataclass(frozen=True, slots=True)
class Returns:
    """The return of programs in dollars, and of outcomes in learning."""

    programs: tuple[ProgramReturn, ...]  # programs that have savings
    outcomes: tuple[OutcomeReturn, ...]


def returns(frame: Frame) -> Returns:
    """Return what programs bring: in dollars, and in learning."""
    lines: dict[str, list[LineCost]] = defaultdict(list)
    for cost in frame.costs:
        lines[cost.line.program_id].append(cost)
    savings: dict[str, list[Saving]] = defaultdict(list)
    for saving in frame.budget.savings:
        savings[saving.program_id].append(saving)
    return Returns(
        tuple(
            _program_return(frame, program, lines[program.program_id], savings[program.program_id])
            for program in frame.budget.programs
            if program.program_id in savings
        ),
        outcome_returns(frame),
    )


def _program_return(
    frame: Frame, program: Program, lines: list[LineCost], savings: list[Saving]
) -> ProgramReturn:
    years, count, factors = frame.years, frame.count, frame.factors()
    start_cost = sum_by_year((cost.years for cost in lines if cost.at_start), count)
    end_cost = sum_by_year((cost.years for cost in lines if not cost.at_start), count)
    benefits = planned_benefits(savings, years)
    present_cost = worth(start_cost, factors.start) + worth(end_cost, factors.end)
    present_benefits = worth(benefits, factors.end)
    net = present_benefits - present_cost
    flows = _flows(start_cost, end_cost, benefits)
    return ProgramReturn(
        program=program,
        start_cost=start_cost,
        end_cost=end_cost,
        cost=sum_by_year((start_cost, end_cost), count),
        benefits=benefits,
        productivity=planned_productivity(savings, years),
        actual_benefits=_actual_benefits(savings, years),
        present_cost=present_cost,
        present_benefits=present_benefits,
        net_benefit=net,
        benefit_cost_ratio=present_benefits / present_cost if present_cost else None,
        roi=net / present_cost if present_cost else None,
        flows=flows,
        payback_years=_payback(flows),
    )


def _flows(start_cost: Amounts, end_cost: Amounts, benefits: Amounts) -> Amounts:
    """Return the flows at year-end positions: next year's purchases fall at this year's end."""
    nexts = (*start_cost[1:], ZERO)
    return (-start_cost[0], *minus(minus(benefits, end_cost), nexts))


def _payback(flows: Amounts) -> float | None:
    years = simple_payback([float(flow) for flow in flows])
    return years if isfinite(years) else None


def _actual_benefits(savings: Iterable[Saving], years: tuple[int, ...]) -> Amounts:
    rows = [
        tuple(saving.actual.get(year) or ZERO for year in years)
        for saving in savings
        if saving.type in COUNTED
    ]
    return sum_by_year(rows, len(years))
