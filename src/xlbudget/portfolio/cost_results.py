"""What the plan costs, in cash and to own, as plain tables."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.analysis import Analysis
from xlbudget.analysis.breakdown import Row
from xlbudget.analysis.ownership import OwnershipRow
from xlbudget.model.field import Kind
from xlbudget.portfolio.result import (
    Result,
    ResultColumn,
    by_year,
    fiscal_years,
    money,
    numbers,
    texts,
)

_HEADINGS = {
    "area": "areas",
    "category": "categories",
    "type": "cost_types",
    "need": "needs",
    "program": "programs",
    "school": "schools",
}
_COST = (*texts("key", "label"), *money("prior"), *money("cost", yearly=True), *money("total"))
_OWNED = (
    *texts("key", "label"),
    *money("ownership", yearly=True),
    *money("total"),
    *money("user_time", yearly=True),
)
_LINE = (*texts("line_id", "description"), *money("cost", "ownership", yearly=True))
_YEARS = (
    *fiscal_years("fiscal_year"),
    *money("ownership", "user_time"),
    *numbers("students"),
    *money("per_student"),
    *numbers("devices"),
    *money("per_device", "as_purchased", "recurring_need", "evened_out"),
)
_PER_STUDENT = (
    *texts("key", "label"),
    ResultColumn("students", Kind.NUMBER, yearly=True),
    *money("ownership", "per_student", yearly=True),
)
_RESERVE = (
    *fiscal_years("fiscal_year"),
    *money("opening", "contribution", "interest", "purchases", "closing"),
)


def cost_results(analysis: Analysis) -> Iterator[Result]:
    """Yield the cash cost by each heading and by line."""
    cash = analysis.cash_flow
    for heading, attribute in _HEADINGS.items():
        rows: tuple[Row, ...] = getattr(cash, attribute)
        yield Result(
            f"cost_by_{heading}",
            f"Cash cost by {heading} and year; prior is the amount of the year before the plan.",
            analysis.years,
            _COST,
            tuple((row.key, row.label, row.prior, row.years, row.total) for row in rows),
        )
    lines = tuple(
        (cost.line.line_id, cost.line.description, cost.years, cost.ownership)
        for cost in analysis.costs
    )
    says = "Cash cost and cost of ownership of each line by year."
    yield Result("cost_by_line", says, analysis.years, _LINE, lines)


def ownership_results(analysis: Analysis) -> Iterator[Result]:
    """Yield the cost of ownership by heading, by year, per student, and the refresh reserve."""
    owned, years = analysis.ownership, analysis.years
    for heading in ("area", "category", "program", "school"):
        rows: tuple[OwnershipRow, ...] = getattr(owned, _HEADINGS[heading])
        yield Result(
            f"ownership_by_{heading}",
            f"Cost of ownership by {heading} and year; user time is in no total.",
            years,
            _OWNED,
            tuple((row.key, row.label, row.years, row.total, row.user_time) for row in rows),
        )
    measures = [getattr(owned, column.name) for column in _YEARS[2:]]
    says = "Cost of ownership by year: per student, per device, as purchased and evened out."
    yield Result("ownership", says, years, _YEARS, by_year(years, owned.years, *measures))
    per_student = tuple(
        (row.key, row.label, row.students, row.ownership, row.per_student)
        for row in owned.per_student_by_school
    )
    says = "Cost of ownership per student of each school by year."
    yield Result("ownership_per_student", says, years, _PER_STUDENT, per_student)
    flows = [getattr(owned.reserve, column.name) for column in _RESERVE[1:]]
    says = "What a reserve for refresh would hold, take in and pay, by year."
    yield Result("refresh_reserve", says, years, _RESERVE, by_year(years, *flows))
