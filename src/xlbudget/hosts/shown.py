"""Findings and results as a person reads them on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from math import isfinite

from rich.console import Console

from xlbudget.analysis import Analysis
from xlbudget.hosts.terminal import put, put_table
from xlbudget.model.field import NUMBERS, Kind, header_from
from xlbudget.model.finding import Finding, Severity, in_words
from xlbudget.portfolio.headlines import SHARE, YEAR
from xlbudget.portfolio.result import Result, wide

NONE = "none"
_TITLES = {
    Severity.FATAL: "Fatal: to be mended before anything is written",
    Severity.WARNING: "Warnings: to be corrected or explained",
    Severity.INFORMATION: "Remarks: good to know",
}
_UNITS = {SHARE: Kind.SHARE, YEAR: Kind.YEAR}
_TABLES: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    ("cost_by_area", "Cost by area and year, dollars", {"label": "Area", "cost": "", "total": ""}),
    (
        "funding_by_stream",
        "Who pays, dollars by year",
        {"stream": "Money that is", "paid": "", "total": ""},
    ),
    (
        "funding_by_year",
        "Funding by secured sources, dollars by year",
        {
            "fiscal_year": "",
            "cost": "",
            "recurring_need": "",
            "unfunded": "",
            "structural_gap": "",
            "lost": "Loses its source",
        },
    ),
    (
        "cliff",
        "The cliff: recurring cost that loses its source, dollars",
        {"fiscal_year": "", "line_id": "", "source_id": "Lost", "successor": "", "amount": ""},
    ),
    (
        "scenarios",
        "Scenarios, dollars over the plan",
        {
            "name": "Scenario",
            "total": "Cash cost",
            "total_change": "Change",
            "npv": "NPV",
            "npv_change": "Change",
            "cliff_year": "",
        },
    ),
    (
        "returns",
        "Return of programs with savings, present value in dollars",
        {
            "name": "Program",
            "present_cost": "Cost",
            "present_benefits": "Benefits",
            "net_benefit": "",
            "payback_years": "",
        },
    ),
    (
        "outcomes",
        "Return of learning, as expected",
        {
            "program": "",
            "measure": "",
            "students": "",
            "dollars": "",
            "expected_cost_per_gain": "Dollars per student and gain",
            "expected_rank": "Rank",
        },
    ),
)


def put_findings(console: Console, findings: Sequence[Finding]) -> None:
    """Print every finding, the gravest first, each with place, what was seen, and what to do."""
    for severity, title in _TITLES.items():
        chosen = [finding for finding in findings if finding.severity is severity]
        if chosen:
            put(console, f"{title} ({len(chosen)})", accent=True)
        for finding in chosen:
            place = str(finding.place) or "The whole budget"
            put(console, f"  {place} [{finding.code}]")
            put(console, f"    Seen: {finding.saw}.")
            put(console, f"    Allowed: {finding.wants}.")
            put(console, f"    To do: {finding.fix}.")
        if chosen:
            put(console)
    put(console, f"Findings: {in_words(findings)}.")


def put_analysis(
    console: Console, analysis: Analysis, results: Mapping[str, Result], findings: Sequence[Finding]
) -> None:
    """Print what an analysis says: headline figures, cost, funding, scenarios, return."""
    years = analysis.years
    name = analysis.budget.district.name
    put(console, f"{name}: plan of fiscal years {years[0]} to {years[-1]}", accent=True)
    put(console)
    _headlines(console, results["headlines"])
    for key, title, names in _TABLES:
        if results[key].rows:
            _table(console, title, results[key], names)
    put(console, f"Findings: {in_words(findings)}.")


def shown(kind: Kind, value: object) -> str:
    """Return a value as a person reads it; what there is not is said in a word."""
    if value is None or (isinstance(value, float) and not isfinite(value)):
        return NONE
    if not isinstance(value, int | float | Decimal) or isinstance(value, bool):
        return _WORDS.get(str(value), str(value))
    return _FORMS.get(kind, str)(value)


def _headlines(console: Console, result: Result) -> None:
    rows = [
        (str(label), shown(_UNITS.get(str(unit), Kind.MONEY), value), str(unit))
        for _, label, value, unit in result.rows
    ]
    headers = ("Headline figure", "Value", "Unit")
    put_table(console, "Headline figures", headers, rows, numbers=(False, True, False))


def _table(console: Console, title: str, result: Result, names: Mapping[str, str]) -> None:
    chosen = [item for wanted in names for item in wide(result) if item[1].name == wanted]
    headers = [
        name.rpartition("_")[2] if column.yearly else names[name] or header_from(name)
        for name, column, _ in chosen
    ]
    columns = [[shown(column.kind, cell) for cell in cells] for _, column, cells in chosen]
    numbers = [column.kind in NUMBERS for _, column, _ in chosen]
    put_table(console, title, headers, list(zip(*columns, strict=True)), numbers=numbers)


def _money(value: float | Decimal) -> str:
    return f"{value:,.0f}" if round(value) else "0"


_WORDS = {"True": "yes", "False": "no", "": "-"}
_FORMS: Mapping[Kind, Callable[[float | Decimal], str]] = {
    Kind.MONEY: _money,
    Kind.NUMBER: lambda value: f"{value:,.2f}",
    Kind.WHOLE: lambda value: f"{value:,}",
    Kind.SHARE: lambda value: f"{value:.1%}",
    Kind.RATE: lambda value: f"{value:.2%}",
    Kind.YEAR: lambda value: f"{value:.0f}",
}
