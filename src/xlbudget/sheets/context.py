"""What every sheet builder is given: the budget, its analysis, its years, labels and sizes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.analysis import Analysis, analyze
from xlbudget.model import Budget, FundingSource, Program
from xlbudget.model.defaults import assumption_values
from xlbudget.model.finding import Finding
from xlbudget.sheets.labels import labels_of

LEAST_SCENARIOS = 4
SPARE_LINES = 50
SPARE_RECORDS = 5


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
    spare_lines: int = SPARE_LINES
    spare_records: int = SPARE_RECORDS
    least_scenarios: int = LEAST_SCENARIOS

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
        return range(1, max(self.least_scenarios, len(self.budget.scenarios)) + 1)


def context_of(
    budget: Budget,
    findings: Sequence[Finding],
    *,
    spare_lines: int = SPARE_LINES,
    spare_records: int = SPARE_RECORDS,
    least_scenarios: int = LEAST_SCENARIOS,
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
        spare_lines=spare_lines,
        spare_records=spare_records,
        least_scenarios=least_scenarios,
    )


def year_header(k: int) -> str:
    """Return the header of year k of the plan: ``Year 1``."""
    return f"Year {k}"
