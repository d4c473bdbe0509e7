"""What the plan is worth, in each scenario, by program and by outcome, as plain tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from xlbudget.analysis import Analysis, ScenarioResult
from xlbudget.analysis.learning import Gain
from xlbudget.analysis.present_value import PresentValue
from xlbudget.model.field import Kind
from xlbudget.portfolio.result import (
    Result,
    ResultColumn,
    fiscal_years,
    money,
    numbers,
    shares,
    texts,
    whole,
)

_SCENARIO = (
    *texts("scenario_id", "name"),
    ResultColumn("adopted", Kind.YES_NO),
    *whole("rank"),
    *shares("probability"),
    *money("cost", yearly=True),
    *money("total", "total_change", "net_cost", "benefits", "npv", "npv_change"),
    *fiscal_years("deepest_gap_year"),
    *money("deepest_gap"),
    *fiscal_years("cliff_year"),
    *money("cliff_amount"),
)
_PARTS = tuple(field.name for field in fields(PresentValue))
_SWING = (*texts("key", "label"), *shares("swing_by"), *money("low", "high", "swing"))
_PROGRAM = (
    *texts("program_id", "name"),
    *money("cost", "benefits", "productivity", "actual_benefits", yearly=True),
    *money("present_cost", "present_benefits", "net_benefit"),
    *numbers("benefit_cost_ratio"),
    *shares("roi"),
    *numbers("payback_years"),
)
_GAIN = (*numbers("gain", "academic_roi", "cost_per_gain"), *whole("rank", "peers"))
_OUTCOME = (
    *texts("outcome_id", "program_id", "program", "goal_id", "measure", "unit", "grade_band"),
    *fiscal_years("cycle_end"),
    *whole("students"),
    *texts("evidence_tier"),
    *money("dollars"),
    ResultColumn("suppressed", Kind.YES_NO),
    *(
        replace(part, name=f"{side}_{part.name}")
        for side in ("expected", "actual")
        for part in _GAIN
    ),
    *numbers("value_of_investment"),
)


def worth_results(analysis: Analysis) -> Iterator[Result]:
    """Yield the scenarios, the present value, its sensitivity, and what programs bring."""
    years, brought = analysis.years, analysis.returns
    rows = tuple(_scenario(item) for item in analysis.scenarios.results)
    says = "The scenarios, the adopted one first: cost by year, worth, gap and cliff."
    yield Result("scenarios", says, years, _SCENARIO, rows)
    worth = analysis.cash_flow.present_value
    parts = tuple((name, getattr(worth, name)) for name in _PARTS)
    says = "The present value of the plan as entered, part by part, on its first day."
    yield Result("present_value", says, years, (*texts("part"), *money("value")), parts)
    swings = tuple(
        (item.key, item.label, item.swing_by, item.low, item.high, abs(item.high - item.low))
        for item in analysis.sensitivity
    )
    says = "The adopted plan's net present value when one input moves, widest swing first."
    yield Result("sensitivity", says, years, _SWING, swings)
    programs = tuple(
        (
            item.program.program_id,
            item.program.name,
            *(getattr(item, column.name) for column in _PROGRAM[2:]),
        )
        for item in brought.programs
    )
    says = "What programs with savings cost and bring, in dollars."
    yield Result("returns", says, years, _PROGRAM, programs)
    says = "What outcomes cost and bring in learning; small groups are suppressed."
    yield Result("outcomes", says, years, _OUTCOME, _outcomes(analysis))


def _scenario(item: ScenarioResult) -> tuple[object, ...]:
    scenario, funding, worth = item.scenario, item.funding, item.present_value
    return (
        scenario.scenario_id,
        scenario.name,
        item.adopted,
        scenario.rank,
        scenario.probability,
        item.cost,
        item.total,
        item.total_change,
        worth.net_cost,
        worth.benefits,
        item.npv,
        item.npv_change,
        funding.secured.deepest_gap_year,
        funding.secured.deepest_gap,
        funding.cliff_year,
        funding.cliff_amount,
    )


def _outcomes(analysis: Analysis) -> tuple[tuple[object, ...], ...]:
    return tuple(
        (
            item.outcome.outcome_id,
            item.outcome.program_id,
            item.program_name,
            *(getattr(item.outcome, column.name) for column in _OUTCOME[3:9]),
            item.evidence_tier,
            item.dollars,
            item.suppressed,
            *_gain(item.expected),
            *_gain(item.actual),
            item.value_of_investment,
        )
        for item in analysis.returns.outcomes
    )


def _gain(gain: Gain | None) -> tuple[object, ...]:
    return tuple(getattr(gain, part.name) if gain else None for part in _GAIN)
