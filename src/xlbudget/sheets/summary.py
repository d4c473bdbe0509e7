"""The sheet Summary: one printed page for a board, and a second with the other charts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from xlbudget.sheets.alignment import goal_chart, linked_share
from xlbudget.sheets.cliff import cliff_in_words
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.cost_by_year import change_in_words, cost_chart, goalless_in_words
from xlbudget.sheets.funding_plan import SECURED, funded_in_words, money_chart
from xlbudget.sheets.plan import Calculated, Chart, Form, Headline, Role, Sheet, ref
from xlbudget.sheets.refresh import reserve_in_words
from xlbudget.sheets.return_prices import gain_chart
from xlbudget.sheets.scenario_charts import side_by_side, tornado
from xlbudget.sheets.timeline import shown

TITLE = "Summary"
COLUMNS, WIDTH = 3, 47.0


def summary_sheet(context: Context) -> Sheet:
    """Return the sheet Summary."""
    district = context.budget.district
    adopted = context.analysis.scenarios.adopted.scenario.name
    stage = f"{district.stage} budget" if district.stage else "budget"
    day = f" as of {district.as_of}" if district.as_of else ""
    return Sheet(
        title=TITLE,
        role=Role.OUTPUT,
        says=f"{district.name}: {stage} for digital learning{day}, scenario {adopted}. "
        "Print the first page for the board; nothing is entered here.",
        headlines=headlines(context),
        judgements=(
            change_in_words(context),
            funded_in_words(context),
            cliff_in_words(context),
            goalless_in_words(context),
            reserve_in_words(context),
        ),
        charts=tuple(_own(chart) for chart in _charts(context)),
        charts_first=True,
        charts_across=COLUMNS,
        chart_step=1,
        widths=(WIDTH,) * COLUMNS,
        headlines_across=COLUMNS,
        landscape=True,
        pages=2,
        print_columns=COLUMNS,
    )


def headlines(context: Context) -> tuple[Headline, ...]:
    """Return the figures at the head of Summary."""
    first, plan = year_header(1), context.analysis.funding
    cost, heads = ref(SECURED, "cost", first), "SUM(Schools[Enrollment 1])"
    students = context.analysis.ownership.students[0]
    per_student: Decimal | str = plan.cost[0] / students if students else "none"
    return (
        Headline("Asked, year 1 ($)", Calculated("=" + cost, plan.cost[0])),
        Headline(
            "Per student, year 1 ($)",
            Calculated(f'=IF({heads}=0,"none",{cost}/{heads})', per_student),
        ),
        Headline(
            "Recurring need on one-time money",
            Calculated(
                "=" + ref(SECURED, "exposed_share", first), shown(plan.secured.exposed_share[0])
            ),
            Form.SHARE,
        ),
        Headline(
            "Money linked to a goal",
            Calculated(linked_share(), shown(context.analysis.alignment.asked.share)),
            Form.SHARE,
        ),
        Headline(
            "Cliff year",
            Calculated("=" + ref("Cliff", "year", "Value"), plan.cliff_year or "none"),
            Form.YEAR,
        ),
    )


def _charts(context: Context) -> tuple[Chart, ...]:
    return (
        cost_chart(context),
        money_chart(context),
        goal_chart(context),
        side_by_side(context),
        tornado(context),
        gain_chart(context),
    )


def _own(chart: Chart) -> Chart:
    """Return a chart of another sheet as it stands here: its blocks are not below it."""
    return replace(chart, name=f"Summary{chart.name}")
