"""The figures that a board asks for first, as a plain table."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.analysis import Analysis
from xlbudget.portfolio.result import Result, numbers, texts

DOLLARS, SHARE, YEAR = "dollars", "share", "fiscal year"
_COLUMNS = (*texts("key", "label"), *numbers("value"), *texts("unit"))


def headline_results(analysis: Analysis) -> Iterator[Result]:
    """Yield the headline figures; None means that there is no such figure."""
    says = "The figures that a board asks for first."
    yield Result("headlines", says, analysis.years, _COLUMNS, tuple(_figures(analysis)))


def _figures(analysis: Analysis) -> Iterator[tuple[object, ...]]:
    first, last = analysis.years[0], analysis.years[-1]
    cash, owned, plan = analysis.cash_flow, analysis.ownership, analysis.funding
    span = f"FY {first} to {last}"
    yield "total_cost", f"Cash cost asked for, {span}", sum(cash.cost), DOLLARS
    yield "first_year_cost", f"Cash cost asked for, FY {first}", cash.cost[0], DOLLARS
    yield (
        "first_year_planned",
        f"Of it planned and with a goal, FY {first}",
        cash.planned[0],
        (DOLLARS),
    )
    yield "ownership", f"Cost of ownership, {span}", owned.total, DOLLARS
    yield "per_student", f"Ownership per student, FY {first}", owned.per_student[0], DOLLARS
    yield "net_cost", "Net cost, present value", cash.present_value.net_cost, DOLLARS
    yield "npv", "Net present value with savings", cash.present_value.npv, DOLLARS
    yield (
        "linked_share",
        f"Linked to a goal, of money without contingency, FY {first}",
        analysis.alignment.asked.share,
        (SHARE),
    )
    yield "unfunded", f"Not funded by secured sources, {span}", sum(plan.secured.unfunded), DOLLARS
    yield (
        "one_time_share",
        f"One-time money in what is paid, FY {first}",
        (plan.secured.one_time_share[0]),
        SHARE,
    )
    yield "deepest_gap", "Deepest structural gap of a year", plan.secured.deepest_gap, DOLLARS
    yield "deepest_gap_year", "Year of the deepest gap", plan.secured.deepest_gap_year, YEAR
    yield "cliff_year", "Year in which recurring cost loses its source", plan.cliff_year, YEAR
    yield "cliff_amount", "Recurring cost that loses its source then", plan.cliff_amount, DOLLARS
