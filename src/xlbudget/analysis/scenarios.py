"""The scenarios beside one another: what each costs, who pays, and what it is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.analysis.breakdown import (
    ZERO,
    Amounts,
    Names,
    Row,
    breakdown,
    sum_by_year,
    sums_by_key,
)
from xlbudget.analysis.frame import Frame
from xlbudget.analysis.funding_plan import Funding, FundingPlan, funding_plan
from xlbudget.analysis.headings import AREAS, COST_TYPES, NO_WORD
from xlbudget.analysis.multipliers import (
    Multipliers,
    multipliers_of,
    source_amounts,
)
from xlbudget.analysis.present_value import (
    Factors,
    Flows,
    PresentValue,
    planned_benefits,
    planned_productivity,
    present_value,
)
from xlbudget.analysis.scenario_line import ScenarioLine, scenario_line
from xlbudget.model import Scenario
from xlbudget.model.cost import AT_START

THE_PLAN = Scenario(scenario_id="", name="Adopted plan", adopted=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioResult:
    """What one scenario costs, who pays, and what it is worth."""

    scenario: Scenario
    adopted: bool
    bases: Amounts  # base cost of each line, aligned with the budget's lines, not rounded
    areas: tuple[Row, ...]  # cash cost by area and year
    cost_types: tuple[Row, ...]  # cash cost by cost type and year
    cost: Amounts  # cash cost by year
    total: Decimal  # cash cost over the plan
    total_change: Decimal  # total less the adopted plan's
    funding: FundingPlan
    enrollment: Amounts  # students by year, not rounded
    factors: Factors
    flows: Flows
    present_value: PresentValue
    npv: float
    npv_change: float  # npv less the adopted plan's


@dataclass(frozen=True, slots=True)
class Scenarios:
    """The scenarios, the adopted one first, the others by rank."""

    results: tuple[ScenarioResult, ...]
    probability: Decimal  # sum of the probabilities
    expected_npv: float | None  # None: the probabilities do not sum to 1

    @property
    def adopted(self) -> ScenarioResult:
        """Return the adopted scenario."""
        return self.results[0]


def scenarios(funding: Funding, plan: FundingPlan) -> Scenarios:
    """Return what each scenario of a budget costs, who pays, and what it is worth.

    Args:
        funding: What every funding plan of the budget starts from.
        plan: The funding plan as entered, that of every scenario which changes nothing.

    """
    results: list[ScenarioResult] = []
    for scenario in in_order(funding.frame.budget.scenarios):
        results.append(_result(scenario, funding, plan, results[0] if results else None))
    chances = [result.scenario.probability or ZERO for result in results]
    certain = sum(chances, ZERO) == 1
    expected = sum(
        float(chance) * result.npv for chance, result in zip(chances, results, strict=True)
    )
    return Scenarios(tuple(results), sum(chances, ZERO), expected if certain else None)


def in_order(given: Sequence[Scenario]) -> tuple[Scenario, ...]:
    """Return the scenarios, the adopted one first, the others by rank (blank ranks last).

    The adopted one is the first that is marked, or else the first; without any scenario
    there is one: the plan as it stands.
    """
    if not given:
        return (THE_PLAN,)
    adopted = next((k for k, scenario in enumerate(given) if scenario.adopted), 0)
    others = [scenario for k, scenario in enumerate(given) if k != adopted]
    others.sort(key=lambda scenario: (scenario.rank is None, scenario.rank or 0))
    return (given[adopted], *others)


def _result(
    scenario: Scenario, funding: Funding, plan: FundingPlan, adopted: ScenarioResult | None
) -> ScenarioResult:
    frame = funding.frame
    multipliers = multipliers_of(scenario, frame.budget, frame.programs)
    lines = [scenario_line(cost, multipliers.of(cost.line)) for cost in frame.costs]
    rows = [line.years for line in lines]
    amounts = source_amounts(multipliers, funding.amounts)
    paid = plan if multipliers.is_plain else funding_plan(funding, rows, amounts)
    areas, cost_types = _breakdowns(frame, rows)
    factors = frame.factors(scenario.discount_rate)
    flows = _flows(frame, lines, cost_types, paid, multipliers.excluded)
    worth = present_value(flows, factors)
    total = sum(paid.cost, ZERO)
    return ScenarioResult(
        scenario=scenario,
        adopted=adopted is None,
        bases=tuple(line.base for line in lines),
        areas=areas,
        cost_types=cost_types,
        cost=paid.cost,
        total=total,
        total_change=total - adopted.total if adopted else ZERO,
        funding=paid,
        enrollment=_enrollment(frame, multipliers),
        factors=factors,
        flows=flows,
        present_value=worth,
        npv=worth.npv,
        npv_change=worth.npv - adopted.npv if adopted else 0.0,
    )


def _breakdowns(frame: Frame, rows: Sequence[Amounts]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return the cost by area and by cost type; the lines are added up once for both."""
    keys = [(cost.line.area, cost.line.cost_type) for cost in frame.costs]
    sums = sums_by_key(keys, rows, frame.count)

    def by(names: Names, part: int) -> tuple[Row, ...]:
        parts = [key[part] for key in sums]
        return breakdown(names, parts, sums.values(), years=frame.count, blank=NO_WORD)

    return by(AREAS, 0), by(COST_TYPES, 1)


def _enrollment(frame: Frame, multipliers: Multipliers) -> Amounts:
    change = 1 + (multipliers.scenario.enrollment_change or ZERO)
    return tuple(students * change for students in frame.headcount)


def _flows(
    frame: Frame,
    lines: Sequence[ScenarioLine],
    cost_types: Sequence[Row],
    paid: FundingPlan,
    left_out: frozenset[str],
) -> Flows:
    savings = [item for item in frame.budget.savings if item.program_id not in left_out]
    starts = (row.years for row in cost_types if row.key in AT_START)
    ends = (row.years for row in cost_types if row.key not in AT_START)
    left = (
        line.base * cost.horizon_factor
        for cost, line in zip(frame.costs, lines, strict=True)
        if cost.horizon_factor
    )
    return Flows(
        start_cost=sum_by_year(starts, frame.count),
        end_cost=sum_by_year(ends, frame.count),
        erate=paid.secured.erate,
        resale=sum_by_year((line.resale for line in lines if any(line.resale)), frame.count),
        benefits=planned_benefits(savings, frame.years),
        productivity=planned_productivity(savings, frame.years),
        horizon_value=sum(left, ZERO),
    )
