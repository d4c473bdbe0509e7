"""The sheet Funding plan: who pays year by year, the structural gap, and the cliff."""

from __future__ import annotations

from xlbudget.analysis import FundingPlan
from xlbudget.model.choices import SourceStatus
from xlbudget.sheets.cliff import cliff_facts, cliff_in_words, cliff_lines
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.funding_by_source import funding_by_source
from xlbudget.sheets.funding_rows import View, funding_rows
from xlbudget.sheets.plan import (
    Calculated,
    Chart,
    Form,
    Headline,
    Role,
    Series,
    Sheet,
    Table,
    label_of,
    ref,
    row_range,
)
from xlbudget.sheets.timeline import timeline
from xlbudget.sheets.words import percent, percent_formula

SECURED, EXPECTED = "FundingPlan", "FundingWithExpected"
CHARTED = (  # name, row and color of each stacked part
    ("Recurring", "recurring", 0),
    ("One-time", "one_time", 1),
    ("Renewable", "renewable", 2),
    ("Unfunded", "unfunded", 5),
)


def funding_plan_sheet(context: Context) -> Sheet:
    """Return the sheet Funding plan."""
    plan = context.analysis.funding
    secured = View(SECURED, (SourceStatus.SECURED,), plan.secured)
    expected = View(EXPECTED, (SourceStatus.SECURED, SourceStatus.EXPECTED), plan.with_expected)
    return Sheet(
        title="Funding plan",
        role=Role.OUTPUT,
        says="Read who pays in each year, which recurring need rests on money that ends, "
        "and what would close the gap.",
        headlines=_headlines(plan),
        judgements=(cliff_in_words(context), funded_in_words(context)),
        tables=(
            cliff_facts(context),
            _view(context, "Secured money", secured),
            _view(context, "With expected money", expected),
            funding_by_source(context),
            cliff_lines(context),
        ),
        charts=(money_chart(context),),
        charts_first=True,
        landscape=True,
    )


def funded_in_words(context: Context) -> Calculated:
    """Return in one sentence whether secured money pays for every year."""
    first, last = year_header(1), year_header(len(context.years))
    span = row_range(SECURED, "unfunded", first, last)
    short = sum(amount > 0 for amount in context.analysis.funding.secured.unfunded)
    count = f"SUMPRODUCT(--({span}>0))"
    funded = "Secured money pays for every year of the plan"
    formula = (
        f'=IF({count}=0,"{funded}","Secured money falls short in "&{count}&" of "&Horizon&" years")'
    )
    years = len(context.years)
    said = funded if not short else f"Secured money falls short in {short} of {years} years"
    return Calculated(formula, said)


def money_chart(context: Context) -> Chart:
    """Return the chart of who pays in each year."""
    first, last = year_header(1), year_header(len(context.years))
    finding = _finding(context)
    return Chart(
        name="FundingChart",
        kind="stacked columns",
        finding=finding,
        categories=label_of(SECURED, f"{first}..{last}", fixed=True),
        series=(
            *(
                Series(name=name, values=_span(context, key), color=color)
                for name, key, color in CHARTED
            ),
            Series(name="Recurring need", values=_span(context, "need"), line=True),
        ),
        x_title="Fiscal year",
        y_title="Dollars",
        from_zero=True,
        alt="Stacked columns by fiscal year of what recurring, one-time and renewable sources pay "
        "and what is unfunded, with recurring need as a line. "
        f"The cell above says: {finding.value}.",
    )


def _headlines(plan: FundingPlan) -> tuple[Headline, ...]:
    first = year_header(1)
    unfunded, gap = ref(SECURED, "unfunded", first), ref(SECURED, "gap", first)
    year, amount = ref("Cliff", "year", "Value"), ref("Cliff", "amount", "Value")
    return (
        Headline(
            "Unfunded, year 1 ($)",
            Calculated(f"={unfunded}", plan.secured.unfunded[0]),
        ),
        Headline(
            "Structural gap, year 1 ($)",
            Calculated(f"={gap}", plan.secured.structural_gap[0]),
        ),
        Headline("Cliff year", Calculated(f"={year}", plan.cliff_year or "none"), Form.YEAR),
        Headline("Lost in that year ($)", Calculated(f"={amount}", plan.cliff_amount)),
    )


def _view(context: Context, heading: str, view: View) -> Table:
    rows = funding_rows(context.analysis.funding, view)
    return timeline(context, name=view.name, heading=heading, rows=rows, label="Money")


def _finding(context: Context) -> Calculated:
    first = year_header(1)
    place = ref(SECURED, "exposed_share", first)
    value = percent(context.analysis.funding.secured.exposed_share[0])
    formula = (
        f'="One-time money meets "&{percent_formula(place)}'
        f'&" of recurring need in FY"&{label_of(SECURED, first)}'
    )
    said = f"One-time money meets {value} of recurring need in FY{context.years[0]}"
    return Calculated(formula, said)


def _span(context: Context, key: str) -> str:
    last = year_header(len(context.years))
    return row_range(SECURED, key, year_header(1), last, fixed=True)
