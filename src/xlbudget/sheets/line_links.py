"""The columns of Line items that tell what a line serves: its parts by goal, its department."""

from __future__ import annotations

from collections.abc import Callable

from xlbudget.model import LineItem, PlanGoal
from xlbudget.model.choices import LineStatus, Plan
from xlbudget.model.split import goal_slots, split
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.line_columns import SLOTS, TABLE, LineColumn
from xlbudget.sheets.plan import Cell, Column, Form, text, this, whole

WITHOUT_GOAL, DEPARTMENT = "Without goal", "Department"


def link_columns(context: Context) -> list[LineColumn]:
    """Return the line's parts of year 1 by goal, whom they serve, and who runs its program."""
    return [
        *(_part(context, slot) for slot in SLOTS),
        *(_serves(context, slot) for slot in SLOTS),
        _department(context),
        _without_goal(context),
    ]


def counts_for(goal: PlanGoal) -> str:
    """Return the goal that money counts for in the district view: a building goal's parent."""
    up = goal.plan == Plan.BUILDING and goal.parent_goal_id
    return goal.parent_goal_id if up else goal.goal_id


def _part(context: Context, slot: int) -> LineColumn:
    def reached(number: int) -> str:
        return f"ROUND({this(f'Goal reach {number}')}*{this(year_header(1))},2)"

    formula = "=" + reached(slot) + (f"-{reached(slot - 1)}" if slot > 1 else "")
    costs = context.analysis.costs

    def value(index: int | None) -> Cell:
        if index is None:
            return 0
        shares = [part.share for part in goal_slots(costs[index].line)]
        return split(costs[index].years[0], shares)[slot - 1]

    return LineColumn(
        Column(header=f"Goal part {slot}", form=Form.DOLLARS, width=11.5, formula=formula), value
    )


def _serves(context: Context, slot: int) -> LineColumn:
    found = f"MATCH({this(f'Goal {slot} id')},{whole('Goal', 'Goals')},0)"
    goals = {goal.goal_id: goal for goal in reversed(context.budget.goals)}

    def value(line: LineItem) -> str:
        goal = goals.get(getattr(line, f"goal_{slot}"))
        return counts_for(goal) if goal else ""

    formula = f'=IFERROR(INDEX({whole("Counts for", "Goals")},{found})&"","")'
    return _words(context, f"Serves {slot}", formula, value)


def _department(context: Context) -> LineColumn:
    found = f"MATCH({this('Program id')},{whole('Program', 'Programs')},0)"

    def value(line: LineItem) -> str:
        program = context.programs.get(line.program_id)
        return program.department if program else ""

    formula = f'=IFERROR(INDEX({whole(DEPARTMENT, "Programs")},{found})&"","")'
    return _words(context, DEPARTMENT, formula, value)


def _without_goal(context: Context) -> LineColumn:
    row = f"ROW()-ROW({TABLE}[[#Headers],[Line]])"
    formula = (
        f'=({this("Line")}<>"")*({this("Goal 1 id")}="")'
        f"*({this('Status')}<>{text(LineStatus.LAPSED)})*({row})"
    )
    lines = context.budget.lines

    def value(index: int | None) -> Cell:
        if index is None:
            return 0
        line = lines[index]
        without = line.line_id and not line.goal_1 and line.status != LineStatus.LAPSED
        return index + 1 if without else 0

    return LineColumn(
        Column(
            header=WITHOUT_GOAL,
            form=Form.WHOLE,
            width=11.5,
            formula=formula,
            says="The line's row in this table when it names no goal, else 0.",
        ),
        value,
    )


def _words(
    context: Context, header: str, formula: str, value: Callable[[LineItem], str]
) -> LineColumn:
    lines = context.budget.lines
    column = Column(header=header, form=Form.TEXT, width=16, formula=formula)
    return LineColumn(column, lambda index: "" if index is None else value(lines[index]))
