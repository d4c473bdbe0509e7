"""Who pays for the plan, as plain tables."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.analysis import Analysis, FundingView
from xlbudget.portfolio.result import Result, by_year, fiscal_years, money, shares, texts

_PAID = ("amount", "wanted", "wanted_recurring", "paid", "paid_recurring")
_SOURCE = (
    *texts("source_id", "name", "stream", "status"),
    *fiscal_years("last_year"),
    *money(*_PAID, "over_planned", "remaining", yearly=True),
)
_STREAMS = ("paid", "recurring", "renewable", "one_time", "stable_recurring", "unfunded")
_VIEW = (
    *money(*_STREAMS, "structural_gap", "exposed"),
    *shares("exposed_share", "one_time_share", "grant_reliance"),
    *money("erate", "net"),
)
_YEAR = (*fiscal_years("fiscal_year"), *money("cost", "recurring_need", "lost"), *_VIEW)
_STREAM = (*texts("stream"), *money("paid", yearly=True), *money("total"))
_CLIFF = (
    *fiscal_years("fiscal_year"),
    *texts("line_id", "source_id", "successor"),
    *money("amount"),
)


def funding_results(analysis: Analysis) -> Iterator[Result]:
    """Yield funding by source, by stream and by year, and what is lost at the cliff."""
    plan, years = analysis.funding, analysis.years
    sources = tuple(
        (
            item.source.source_id,
            item.source.name,
            item.source.stream,
            item.source.status,
            item.last_year,
            *(getattr(item, column.name) for column in _SOURCE[5:]),
        )
        for item in plan.sources
    )
    says = "What each source gives, is wanted for and pays by year; its status is not weighed."
    yield Result("funding_by_source", says, years, _SOURCE, sources)
    streams = tuple((row.label, row.years, row.total) for row in analysis.cash_flow.streams)
    says = "What secured sources pay by stream and year, and what nobody pays."
    yield Result("funding_by_stream", says, years, _STREAM, streams)
    yield _view(analysis, "funding_by_year", "secured sources", plan.secured)
    yield _view(
        analysis, "funding_with_expected", "secured and expected sources", plan.with_expected
    )
    lost = tuple(
        (plan.cliff_year, part.line_id, part.source_id, part.successor, part.amount)
        for part in plan.cliff_parts
    )
    says = "The recurring need that loses its source in the cliff year, line by line."
    yield Result("cliff", says, years, _CLIFF, lost)


def _view(analysis: Analysis, name: str, payers: str, view: FundingView) -> Result:
    plan = analysis.funding
    parts = [getattr(view, column.name) for column in _VIEW]
    rows = by_year(plan.years, plan.cost, plan.recurring_need, plan.lost, *parts)
    says = f"Cost, recurring need and their funding by year, as {payers} pay it."
    return Result(name, says, analysis.years, _YEAR, rows)
