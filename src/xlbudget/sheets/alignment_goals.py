"""The block of Alignment by district goal, and the sums by goal that other blocks use."""

from __future__ import annotations

from decimal import Decimal

from xlbudget.analysis.alignment import GoalMoney
from xlbudget.model.choices import Plan
from xlbudget.sheets.context import Context
from xlbudget.sheets.line_columns import SLOTS
from xlbudget.sheets.live_rows import cents, total
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
    text,
    whole,
)
from xlbudget.sheets.timeline import shown

DISTRICT, AREAS = "DistrictGoals", "GoalByArea"
TOTAL = "Total"
WIDTH, LABEL_WIDTH = 14.5, 44.0
ZERO = Decimal(0)


def goal_rows(context: Context) -> int:
    """Return how many rows the block of district goals has room for."""
    return context.room.of("Goals", len(context.budget.goals))


def district_money(context: Context) -> list[GoalMoney]:
    """Return the money of the district's goals, building goals counted with theirs."""
    return [item for item in context.analysis.alignment.goals if item.goal.plan == Plan.DISTRICT]


def linked(holders: str, key: str, *conditions: str) -> str:
    """Return the formula text of the parts of lines that a column says belong to a goal.

    Args:
        holders: ``Goal {} id`` for a goal for itself, ``Serves {}`` with its building goals.
        key: The cell with the goal's id.
        conditions: Further columns and criteria of SUMIFS.

    """
    more = "".join(f",{condition}" for condition in conditions)
    return "+".join(
        f"SUMIFS({whole(f'Goal part {slot}')},{whole(holders.format(slot))},{key}{more})"
        for slot in SLOTS
    )


def serving() -> str:
    """Return the formula text of the part of each line of year 1 that serves known goals."""
    parts = "+".join(
        f'({whole(f"Serves {slot}")}<>"")*{whole(f"Goal part {slot}")}' for slot in SLOTS
    )
    return f"({parts})"


def district_goals(context: Context) -> Table:
    """Return the district's goals, each with the building goals that serve it."""
    money = district_money(context)
    count = goal_rows(context)
    whole_linked = context.analysis.alignment.asked.linked
    rows = [
        _district_row(context, n, money[n - 1] if n <= len(money) else None, whole_linked)
        for n in range(1, count + 1)
    ]
    planned = context.analysis.alignment.planned.linked
    asked_here = total([item.with_buildings for item in money])
    planned_here = total([item.planned_with_buildings for item in money])

    def rest(column: str) -> str:
        rows_above = ref(DISTRICT, f"1..{count}", column)
        return "=" + cents(f"{ref(DISTRICT, 'total', column)}-SUM({rows_above})")

    rows += [
        Row(
            key="other",
            cells=(
                "Building goals without a district goal",
                None,
                None,
                Calculated(rest("Asked"), whole_linked - asked_here),
                Calculated(rest("Planned"), planned - planned_here),
                _share("other", whole_linked - asked_here, whole_linked),
                None,
            ),
        ),
        Row(
            key="total",
            cells=(
                "All money linked to goals",
                None,
                None,
                Calculated("=" + cents(f"SUMPRODUCT({serving()})"), whole_linked),
                Calculated("=" + cents(f"SUMPRODUCT({serving()}*{whole('Planned')})"), planned),
                _share("total", whole_linked, whole_linked),
                None,
            ),
            emphasis=Emphasis.TOTAL,
        ),
    ]
    return Table(
        name=DISTRICT,
        heading="District goals",
        says="Money of year 1. A building goal counts with the district goal that it serves.",
        columns=(
            Column(header="District goal", part=Part.LABEL, form=Form.TEXT, width=LABEL_WIDTH),
            Column(header="Goal id", form=Form.TEXT, width=WIDTH),
            Column(header="Building goals", form=Form.WHOLE, width=WIDTH),
            Column(header="Asked", form=Form.DOLLARS, width=WIDTH),
            Column(header="Planned", form=Form.DOLLARS, width=WIDTH),
            Column(header="Share", form=Form.SHARE, width=WIDTH),
            Column(header="Row", form=Form.WHOLE, width=WIDTH),
        ),
        rows=tuple(rows),
    )


def _district_row(context: Context, n: int, found: GoalMoney | None, whole_linked: Decimal) -> Row:
    key = str(n)
    goal, row = ref(DISTRICT, key, "Goal id"), ref(DISTRICT, key, "Row")
    listed = ref(AREAS, f"1..{goal_rows(context)}", "District row", fixed=True)
    counts, plan = whole("Counts for", "Goals"), whole("Plan", "Goals")
    goals = context.budget.goals

    def looked(column: str) -> str:
        return f'=IF({row}=0,"",INDEX({whole(column, "Goals")},MAX(1,{row}))&"")'

    def known(amount: str) -> str:
        return f'=IF({goal}="",0,{amount})'

    buildings = 0
    if found:
        buildings = sum(
            item.plan == Plan.BUILDING and item.parent_goal_id == found.goal.goal_id
            for item in goals
        )
    planned = f"{whole('Planned')},1"
    place = next((i for i, item in enumerate(goals, 1) if found and item is found.goal), 0)
    return Row(
        key=key,
        cells=(
            Calculated(
                looked("Label"), context.labels["PlanGoal"][found.goal.goal_id] if found else ""
            ),
            Calculated(looked("Goal"), found.goal.goal_id if found else ""),
            Calculated(known(f"COUNTIFS({counts},{goal},{plan},{text(Plan.BUILDING)})"), buildings),
            Calculated(
                known(cents(linked("Serves {}", goal))), found.with_buildings if found else 0
            ),
            Calculated(
                known(cents(linked("Serves {}", goal, planned))),
                found.planned_with_buildings if found else 0,
            ),
            _share(key, found.with_buildings if found else ZERO, whole_linked),
            Calculated(f"=IFERROR(SMALL({listed},COUNTIF({listed},0)+{n}),0)", place),
        ),
        emphasis=Emphasis.NONE if found else Emphasis.NOTE,
    )


def _share(key: str, part: Decimal, of: Decimal) -> Cell:
    all_money = ref(DISTRICT, "total", "Asked", fixed=True)
    formula = f'=IF({all_money}=0,"none",{ref(DISTRICT, key, "Asked")}/{all_money})'
    return Calculated(formula, shown(part / of if of else None))
