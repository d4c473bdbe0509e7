"""What every sheet builder is given: the budget, its analysis, its years, labels and sizes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlbudget.analysis import Analysis, analyze
from xlbudget.model import Budget, FundingSource, Program
from xlbudget.model.defaults import assumption_values
from xlbudget.model.finding import Finding
from xlbudget.sheets.labels import labels_of
from xlbudget.sheets.room import SCENARIOS, STANDARD, Room

EPOCH = date(2026, 7, 1)  # the day a workbook is dated when its district names none


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The facts that sheet builders share."""

    budget: Budget
    analysis: Analysis
    findings: Sequence[Finding]
    labels: Mapping[str, Mapping[str, str]]
    values: Mapping[str, Decimal]
    programs: Mapping[str, Program]
    sources: Mapping[str, FundingSource]
    room: Room = STANDARD
    scenario: str | None = None  # the one set beside the adopted plan; None: the usual one

    @property
    def day(self) -> date:
        """Return the day that a workbook of the budget is dated."""
        return self.budget.district.as_of or EPOCH

    @property
    def years(self) -> Sequence[int]:
        """Return the fiscal years of the plan."""
        return self.budget.district.years

    @property
    def numbers(self) -> range:
        """Return the numbers of the plan's years: 1 to the horizon."""
        return range(1, len(self.years) + 1)

    @property
    def scenario_slots(self) -> range:
        """Return the numbers of the scenarios that the workbook has room for, from 1."""
        return range(1, self.room.of(SCENARIOS, len(self.budget.scenarios)) + 1)


def context_of(
    budget: Budget,
    findings: Sequence[Finding],
    *,
    room: Room = STANDARD,
    scenario: str | None = None,
) -> Context:
    """Return the facts about a budget that sheet builders share; analyzes it once."""
    return Context(
        budget=budget,
        analysis=analyze(budget),
        findings=findings,
        labels=labels_of(budget),
        values=assumption_values(budget.assumptions),
        programs={program.program_id: program for program in budget.programs},
        sources={source.source_id: source for source in budget.sources},
        room=room,
        scenario=scenario,
    )


def year_header(k: int) -> str:
    """Return the header of year k of the plan: ``Year 1``."""
    return f"Year {k}"
