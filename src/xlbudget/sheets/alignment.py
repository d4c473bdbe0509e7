"""The sheet Alignment: which goals, schools and departments the money of year 1 serves."""

from __future__ import annotations

from xlbudget.analysis.alignment import CONTINGENCY
from xlbudget.model.choices import LineStatus, Plan
from xlbudget.sheets.alignment_areas import goal_by_area
from xlbudget.sheets.alignment_conditions import conditional_money
from xlbudget.sheets.alignment_departments import department_by_source
from xlbudget.sheets.alignment_goals import DISTRICT, district_goals, goal_rows, serving
from xlbudget.sheets.alignment_schools import goal_by_school
from xlbudget.sheets.alignment_unlinked import lines_without_goal
from xlbudget.sheets.alignment_waiting import program_conditions
from xlbudget.sheets.context import Context
from xlbudget.sheets.line_links import WITHOUT_GOAL
from xlbudget.sheets.live_rows import cents
from xlbudget.sheets.plan import (
    Calculated,
    Chart,
    Form,
    Headline,
    Role,
    Series,
    Sheet,
    ref,
    text,
    whole,
)
from xlbudget.sheets.timeline import shown
from xlbudget.sheets.words import percent

LEAST_BARS = 3


def alignment_sheet(context: Context) -> Sheet:
    """Return the sheet Alignment."""
    return Sheet(
        title="Alignment",
        role=Role.OUTPUT,
        says="See which goals, schools and departments the money of year 1 serves, what serves no "
        "goal, and what waits on a condition.",
        headlines=_headlines(context),
        tables=(
            district_goals(context),
            goal_by_area(context),
            goal_by_school(context),
            department_by_source(context),
            lines_without_goal(context),
            conditional_money(context),
            program_conditions(context),
        ),
        charts=(goal_chart(context),),
        charts_first=True,
        landscape=True,
    )


def _headlines(context: Context) -> tuple[Headline, ...]:
    found = context.analysis.alignment
    year_1, conditional = whole("Year 1"), text(LineStatus.CONDITIONAL)
    return (
        Headline(
            "Of the money asked, linked to a goal",
            Calculated(linked_share(), shown(found.asked.share)),
            Form.SHARE,
        ),
        Headline(
            "Of planned money",
            Calculated(linked_share(f"*{whole('Planned')}"), shown(found.planned.share)),
            Form.SHARE,
        ),
        Headline(
            "Lines without a goal",
            Calculated(f'=COUNTIF({whole(WITHOUT_GOAL)},">0")', len(found.without_goal)),
            Form.WHOLE,
        ),
        Headline(
            "Waiting on conditions ($)",
            Calculated(
                f"=SUMIFS({year_1},{whole('Status')},{conditional})", found.conditional_amount
            ),
        ),
    )


def linked_share(condition: str = "") -> str:
    """Return the formula of linked money by all money, contingency left out of both."""
    plain = f'(1-ISNUMBER(FIND(";{CONTINGENCY};",{whole("Tags")})))'
    money = cents(f"SUMPRODUCT({plain}{condition}*{whole('Year 1')})")
    return f'=IF({money}=0,"none",SUMPRODUCT({plain}{condition}*{serving()})/{money})'


def goal_chart(context: Context) -> Chart:
    """Return the chart of linked money by district goal."""
    count = sum(goal.plan == Plan.DISTRICT for goal in context.budget.goals)
    rows = goal_rows(context)
    bars = f"1..{count if count >= LEAST_BARS else rows}"
    finding = _finding(context)
    return Chart(
        name="GoalChart",
        kind="bars",
        finding=finding,
        categories=ref(DISTRICT, bars, "District goal", fixed=True),
        series=(
            Series(name="Share of linked money", values=ref(DISTRICT, bars, "Share", fixed=True)),
        ),
        x_title="District goal",
        y_title="Share of the money linked to goals, year 1",
        alt="Bars: share of the linked money of year 1 by district goal, building goals counted "
        f"with the district goal that they serve. The cell above says: {finding.value}. The "
        "numbers stand in the block District goals.",
        number="0%",
    )


def _finding(context: Context) -> Calculated:
    rows = f"1..{goal_rows(context)}"
    asked, goals = ref(DISTRICT, rows, "Asked"), ref(DISTRICT, rows, "District goal")
    place = f"MATCH(MAX({asked}),{asked},0)"
    share = f"INDEX({ref(DISTRICT, rows, 'Share')},{place})"
    none, says = "No money is linked to a district goal yet", " is given the most: "
    unit = " of linked money"
    formula = (
        f'=IF(MAX({asked})<=0,"{none}",INDEX({goals},{place})&"{says}"'
        f'&ROUND(100*{share},0)&" %{unit}")'
    )
    found = context.analysis.alignment
    district = [item for item in found.goals if item.goal.plan == Plan.DISTRICT]
    best = max(district, key=lambda item: item.with_buildings, default=None)
    if best is None or best.with_buildings <= 0:
        return Calculated(formula, none)
    label = context.labels["PlanGoal"][best.goal.goal_id]
    part = best.with_buildings / found.asked.linked if found.asked.linked else None
    return Calculated(formula, f"{label}{says}{percent(part)}{unit}")
