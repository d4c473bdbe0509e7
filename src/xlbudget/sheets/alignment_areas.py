"""The block of Alignment by goal and area: each goal for itself, and what no goal is served by."""

from __future__ import annotations

from decimal import Decimal

from xlbudget.analysis.alignment import GoalMoney
from xlbudget.model.choices import Area, Plan
from xlbudget.sheets.alignment_goals import AREAS, LABEL_WIDTH, TOTAL, WIDTH, ZERO, linked
from xlbudget.sheets.context import Context
from xlbudget.sheets.live_rows import cents, nth, places, text_at, total
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Emphasis,
    Form,
    Part,
    Row,
    Table,
    ref,
    row_range,
    text,
    whole,
)

NOT_SAID, PLANNED = "not said", "Of it planned"


def goal_by_area(context: Context) -> Table:
    """Return each goal for itself: its money of year 1 by area, and what of it is planned."""
    money = context.analysis.alignment.goals
    rows = [_area_row(context, place, found) for place, found in places(context, "Goals", money)]
    count = len(rows)
    rows += _area_totals(context, count)
    return Table(
        name=AREAS,
        heading="Goal by area",
        says="Money of year 1, each goal for itself.",
        columns=(
            Column(header="Goal", part=Part.LABEL, form=Form.TEXT, width=LABEL_WIDTH),
            Column(header="Goal id", form=Form.TEXT, width=WIDTH),
            *(Column(header=area.value, form=Form.DOLLARS, width=WIDTH) for area in Area),
            Column(header=NOT_SAID, form=Form.DOLLARS, width=WIDTH),
            Column(header=TOTAL, form=Form.DOLLARS, width=WIDTH),
            Column(header=PLANNED, form=Form.DOLLARS, width=WIDTH),
            Column(header="District row", form=Form.WHOLE, width=WIDTH),
        ),
        rows=tuple(rows),
    )


def _area_row(context: Context, place: int, found: GoalMoney | None) -> Row:
    key = str(place)
    goal = ref(AREAS, key, "Goal id")
    matrix = context.analysis.alignment.goal_area
    goal_id = found.goal.goal_id if found else ""

    def known(amount: str) -> str:
        return f'=IF({goal}="",0,{cents(amount)})'

    def in_area(area: Area) -> Cell:
        amount = linked("Goal {} id", goal, f"{whole('Area')},{text(area)}")
        return Calculated(known(amount), matrix.at(goal_id, area) if found else 0)

    named = [matrix.at(goal_id, area) for area in Area] if found else []
    asked = found.asked if found else ZERO
    district = bool(found) and found.goal.plan == Plan.DISTRICT if found else False
    is_district = f"({nth('Goals', 'Plan', place)}={text(Plan.DISTRICT)})"
    return Row(
        key=key,
        cells=(
            Calculated(
                text_at("Goals", "Label", place),
                context.labels["PlanGoal"][goal_id] if found else "",
            ),
            Calculated(text_at("Goals", "Goal", place), goal_id),
            *(in_area(area) for area in Area),
            _not_said(key, asked - total(named)),
            Calculated(known(linked("Goal {} id", goal)), asked),
            Calculated(
                known(linked("Goal {} id", goal, f"{whole('Planned')},1")),
                found.planned if found else 0,
            ),
            Calculated(f'=IF({goal}="",0,{is_district}*{place})', place if district else 0),
        ),
        emphasis=Emphasis.NONE if found else Emphasis.NOTE,
    )


def _not_said(key: str, value: Decimal) -> Cell:
    areas = [*Area]
    named = row_range(AREAS, key, areas[0].value, areas[-1].value)
    return Calculated("=" + cents(f"{ref(AREAS, key, TOTAL)}-SUM({named})"), value)


def _area_totals(context: Context, count: int) -> list[Row]:
    """Return the rows below the goals: linked, not linked, and all lines."""
    found = context.analysis.alignment
    costs = context.analysis.costs
    asked = [cost for cost in costs if cost.asked]
    planned = total([cost.years[0] for cost in asked if cost.planned])
    everything = total([cost.years[0] for cost in asked])
    by_area = dict.fromkeys(Area, ZERO)
    for cost in asked:
        if cost.line.area in by_area:
            by_area[Area(cost.line.area)] += cost.years[0]
    linked_by_area = {
        area: total([found.goal_area.at(key, area) for key, _ in found.goal_area.rows])
        for area in Area
    }
    columns = [*(area.value for area in Area), NOT_SAID, TOTAL, PLANNED]
    served = [
        *linked_by_area.values(),
        found.asked.linked - total([*linked_by_area.values()]),
        found.asked.linked,
        found.planned.linked,
    ]
    year_1 = whole("Year 1")
    money = [
        *(f"SUMIFS({year_1},{whole('Area')},{text(area)})" for area in Area),
        "",
        f"SUM({year_1})",
        f"SUMPRODUCT({whole('Planned')}*{year_1})",
    ]
    amounts = [
        *by_area.values(),
        everything - total([*by_area.values()]),
        everything,
        planned,
    ]

    def line(key: str, label: str, cells: list[Cell], emphasis: Emphasis) -> Row:
        return Row(key=key, cells=(label, None, *cells, None), emphasis=emphasis)

    return [
        line(
            "linked",
            "Linked to goals",
            [
                Calculated("=" + cents(f"SUM({ref(AREAS, f'1..{count}', column)})"), value)
                for column, value in zip(columns, served, strict=True)
            ],
            Emphasis.TOTAL,
        ),
        line(
            "unlinked",
            "Not linked to a goal of the plans",
            [
                Calculated(
                    "=" + cents(f"{ref(AREAS, 'total', column)}-{ref(AREAS, 'linked', column)}"),
                    amount - value,
                )
                for column, amount, value in zip(columns, amounts, served, strict=True)
            ],
            Emphasis.NONE,
        ),
        line(
            "total",
            "All lines",
            [
                Calculated("=" + cents(formula), value) if formula else _not_said("total", value)
                for formula, value in zip(money, amounts, strict=True)
            ],
            Emphasis.TOTAL,
        ),
    ]
