"""The sheet Goals: the plans' goals, with the lines and the money linked to each."""

from __future__ import annotations

from decimal import Decimal

from xlbudget.model import PlanGoal
from xlbudget.model.choices import Plan
from xlbudget.model.split import goal_slots, split
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.labels import id_formula
from xlbudget.sheets.line_links import counts_for
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Form,
    Headline,
    Role,
    Sheet,
    text,
    this,
    whole,
)
from xlbudget.sheets.record_sheets import labeled
from xlbudget.sheets.record_table import Added, record_table
from xlbudget.sheets.split_sum import split_sum

HOLDERS = ("Goal 1 id", "Goal 2 id", "Goal 3 id")
WIDTHS = {"statement": 44.0, "strategy": 34.0, "measure": 26.0}


def goals_sheet(context: Context) -> Sheet:
    """Return the sheet Goals: what every line must serve."""
    money, lines = _linked(context)
    table = record_table(
        PlanGoal,
        context.budget.goals,
        context.years,
        context.labels,
        name="Goals",
        spare_rows=context.room.spare("Goals", len(context.budget.goals)),
        added=(
            _lines_linked(lines),
            _money_linked(money),
            labeled("PlanGoal"),
            _counts_for(),
        ),
        widths=WIDTHS,
    )
    without = sum(not lines.get(goal.goal_id) for goal in context.budget.goals)
    return Sheet(
        title="Goals",
        role=Role.INPUT,
        says="Enter the goals of the district's and the buildings' plans; "
        "the right side shows what each goal is given in year 1.",
        headlines=(
            Headline(
                "Goals",
                Calculated("=COUNTA(Goals[Goal])", len(context.budget.goals)),
                Form.WHOLE,
            ),
            Headline(
                "Goals without any line",
                Calculated('=SUMPRODUCT((Goals[Goal]<>"")*(Goals[Lines linked]=0))', without),
                Form.WHOLE,
            ),
        ),
        tables=(table,),
        frozen_columns=1,
        landscape=True,
        protected=False,
    )


def _linked(context: Context) -> tuple[dict[str, Decimal], dict[str, int]]:
    money: dict[str, Decimal] = {}
    lines: dict[str, int] = {}
    for cost in context.analysis.costs:
        slots = goal_slots(cost.line)
        parts = split(cost.years[0], [slot.share for slot in slots])
        for slot, part in zip(slots, parts, strict=True):
            money[slot.key] = money.get(slot.key, Decimal(0)) + part
            lines[slot.key] = lines.get(slot.key, 0) + 1
    return money, lines


def _lines_linked(lines: dict[str, int]) -> Added:
    goal = this("Goal", "Goals")
    counts = "+".join(f"COUNTIFS({whole(holder)},{goal})" for holder in HOLDERS)
    column = Column(
        header="Lines linked",
        form=Form.WHOLE,
        width=10,
        formula=f'=({goal}<>"")*({counts})',
        says="How many lines name the goal.",
    )
    return column, lambda goal: _value(goal, lines)


def _money_linked(money: dict[str, Decimal]) -> Added:
    goal = this("Goal", "Goals")
    total = split_sum(goal, HOLDERS, "Goal", whole(year_header(1)))
    column = Column(
        header="Linked in year 1",
        form=Form.DOLLARS,
        width=13,
        formula=f'=IF({goal}="",0,{total})',
        says="Money asked in year 1 that serves the goal.",
    )
    return column, lambda goal: _value(goal, money)


def _counts_for() -> Added:
    plan, parent, goal = (this(name, "Goals") for name in ("Plan", "Parent goal", "Goal"))
    above = id_formula("Parent goal", "Goals").removeprefix("=")
    column = Column(
        header="Counts for",
        form=Form.TEXT,
        width=12,
        formula=f'=IF(({plan}={text(Plan.BUILDING)})*({parent}<>"")>0,{above},{goal}&"")',
        says="The goal that its money counts for in the district view: a building goal's parent.",
    )
    return column, lambda goal: counts_for(goal) if goal else ""


def _value(goal: PlanGoal | None, by_goal: dict[str, Decimal] | dict[str, int]) -> Cell:
    return by_goal.get(goal.goal_id, 0) if goal else 0
