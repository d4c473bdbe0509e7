"""The sheet Cost by year: what the plan costs in cash, and what that is worth today."""

from __future__ import annotations

from decimal import Decimal

from xlbudget.model.choices import Area
from xlbudget.sheets.breakdowns import PRIOR, REST, largest_in_words
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.cost_blocks import (
    AREAS,
    ASKED,
    TOTALS,
    cost_breakdowns,
    cost_totals,
    growth,
)
from xlbudget.sheets.live_rows import total
from xlbudget.sheets.plan import (
    Calculated,
    Chart,
    Headline,
    Role,
    Series,
    Sheet,
    label_of,
    ref,
    row_range,
)
from xlbudget.sheets.timeline import TOTAL
from xlbudget.sheets.words import percent, thousands, thousands_by_year, thousands_formula
from xlbudget.sheets.worth import PRESENT_VALUE, cash_flows, discount_factors, present_value

TITLE = "Cost by year"


def cost_by_year_sheet(context: Context) -> Sheet:
    """Return the sheet Cost by year."""
    return Sheet(
        title=TITLE,
        role=Role.CALCULATION,
        says="Read what the plan costs in cash in each year, by what and by whose money, and what "
        "it is worth today. All figures follow Line items.",
        headlines=_headlines(context),
        judgements=(change_in_words(context), goalless_in_words(context)),
        tables=(
            cost_totals(context),
            *cost_breakdowns(context),
            growth(context),
            cash_flows(context),
            discount_factors(context),
            present_value(context),
        ),
        charts=(cost_chart(context),),
        charts_first=True,
        landscape=True,
    )


def _headlines(context: Context) -> tuple[Headline, ...]:
    found = context.analysis.cash_flow
    return (
        Headline(
            "Asked, year 1 ($)",
            Calculated("=" + ref(TOTALS, ASKED, year_header(1)), found.cost[0]),
        ),
        Headline("Prior year ($)", Calculated("=" + ref(TOTALS, ASKED, PRIOR), found.prior)),
        Headline(
            "Asked over the plan ($)",
            Calculated("=" + ref(TOTALS, ASKED, TOTAL), total(found.cost)),
        ),
        Headline(
            "Net present value ($)",
            Calculated("=" + ref(PRESENT_VALUE, "npv", TOTAL), found.present_value.npv),
        ),
    )


def change_in_words(context: Context) -> Calculated:
    """Return in one sentence how year 1 differs from the year before."""
    found = context.analysis.cash_flow
    cost, prior = ref(TOTALS, ASKED, year_header(1)), ref(TOTALS, ASKED, PRIOR)
    none = "No amounts of the prior year are entered: year 1 stands alone"
    formula = (
        f'=IF({prior}<=0,"{none}","Year 1 costs "&ROUND(100*ABS({cost}-{prior})/{prior},0)'
        f'&" % "&REPT("less",{cost}<{prior})&REPT("more",{cost}>={prior})&" than the prior year")'
    )
    if found.prior <= 0:
        return Calculated(formula, none)
    change = (found.cost[0] - found.prior) / found.prior
    way = "less" if change < 0 else "more"
    return Calculated(formula, f"Year 1 costs {percent(abs(change))} {way} than the prior year")


def goalless_in_words(context: Context) -> Calculated:
    """Return in one sentence what serves no goal yet."""
    amount: Decimal = context.analysis.cash_flow.without_goal[0]
    cell = ref(TOTALS, "without_goal", year_header(1))
    none = "Every dollar of year 1 serves a goal"
    formula = f'=IF({cell}=0,"{none}",{thousands_formula(cell)}&" of year 1 serve no goal yet")'
    return Calculated(
        formula, f"{thousands(amount)} of year 1 serve no goal yet" if amount else none
    )


def cost_chart(context: Context) -> Chart:
    """Return the chart of cash cost by area and year."""
    first, last = year_header(1), year_header(len(context.years))
    rows = context.analysis.cash_flow.areas
    sums = {row.key: row.total for row in rows if row.key in list(Area)}
    others = total([row.total for row in rows if row.key not in sums])
    finding = largest_in_words(AREAS, "Area", sums | {REST: others}, "cost")
    return Chart(
        name="CostByAreaChart",
        kind="stacked columns",
        finding=finding,
        categories=label_of(AREAS, f"{first}..{last}", fixed=True),
        series=tuple(
            Series(name=area.capitalize(), values=row_range(AREAS, area, first, last, fixed=True))
            for area in Area
        ),
        x_title="Fiscal year",
        y_title="Dollars",
        from_zero=True,
        alt="Stacked columns by fiscal year of cash cost in the six areas. The cell above says: "
        f"{finding.value}. The total from FY{context.years[0]} on, in thousands of dollars: "
        f"{thousands_by_year(context.analysis.cash_flow.cost)}.",
    )
