"""The block of Alignment by school: which district goals each school's money serves."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from xlbudget.analysis.headings import NO_SCHOOL
from xlbudget.model import School
from xlbudget.sheets.alignment_goals import (
    DISTRICT,
    LABEL_WIDTH,
    TOTAL,
    WIDTH,
    district_money,
    goal_rows,
    linked,
    serving,
)
from xlbudget.sheets.context import Context
from xlbudget.sheets.line_links import counts_for
from xlbudget.sheets.live_rows import cents, places, text_at, total
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Emphasis,
    Form,
    Part,
    Row,
    Table,
    label_of,
    ref,
    row_range,
    whole,
)
from xlbudget.sheets.timeline import shown

SCHOOLS = "GoalBySchool"
OTHER, NONE, SHARE = "Other goals", "No goal", "Share linked"
MOST_GOALS = 8
REST = "district-wide"
Money = Sequence[Decimal]  # by district goal, then other goals, no goal, total


def goal_by_school(context: Context) -> Table:
    """Return the money of year 1 by school and district goal; all columns make up the total."""
    count = _goal_columns(context)
    slots = list(places(context, "Schools", context.budget.schools))
    money = [
        _money(context, school.school_id) if school else (Decimal(0),) * (count + 3)
        for _, school in slots
    ]
    everything = _money(context, None)
    rest = tuple(whole_ - total(parts) for whole_, *parts in zip(everything, *money, strict=True))
    rows = [
        _school_row(context, place, school, amounts)
        for (place, school), amounts in zip(slots, money, strict=True)
    ]
    rows.append(_rest_row(context, rest, len(slots)))
    rows.append(_total_row(context, everything))
    goals = [
        Column(header=f"Goal {n}", form=Form.DOLLARS, width=WIDTH) for n in range(1, count + 1)
    ]
    return Table(
        name=SCHOOLS,
        heading="Goal by school",
        says="Money of year 1 by district goal, building goals counted with it. Above each "
        "column stands the goal's id.",
        columns=(
            Column(header="School", part=Part.LABEL, form=Form.TEXT, width=LABEL_WIDTH),
            Column(header="School id", form=Form.TEXT, width=WIDTH),
            *goals,
            Column(header=OTHER, form=Form.DOLLARS, width=WIDTH),
            Column(header=NONE, form=Form.DOLLARS, width=WIDTH),
            Column(header=TOTAL, form=Form.DOLLARS, width=WIDTH),
            Column(header=SHARE, form=Form.SHARE, width=WIDTH),
        ),
        rows=tuple(rows),
        labels=(None, None, *_goal_ids(context), None, None, None, None),
    )


def _goal_columns(context: Context) -> int:
    """Return how many district goals have a column: as many as Goals has rows, at most eight."""
    return min(MOST_GOALS, goal_rows(context))


def _goal_ids(context: Context) -> list[Cell]:
    money = district_money(context)
    return [
        Calculated(
            "=" + ref(DISTRICT, str(n), "Goal id"),
            money[n - 1].goal.goal_id if n <= len(money) else "",
        )
        for n in range(1, _goal_columns(context) + 1)
    ]


def _money(context: Context, school_id: str | None) -> Money:
    """Return the money of one school, or of all lines, in the order of the columns."""
    found = context.analysis.alignment
    goals = {goal.goal_id: goal for goal in context.budget.goals}
    matrix = found.goal_school
    column = matrix.row_totals if school_id is None else matrix.column(school_id)
    by_goal: dict[str, Decimal] = {}
    for (key, _), amount in zip(matrix.rows, column, strict=True):
        served = counts_for(goals[key])
        by_goal[served] = by_goal.get(served, Decimal(0)) + amount
    named = [item.goal.goal_id for item in district_money(context)][: _goal_columns(context)]
    amounts = [by_goal.get(key, Decimal(0)) for key in named]
    amounts += [Decimal(0)] * (_goal_columns(context) - len(named))
    all_linked = total([*by_goal.values()])
    everything = total(
        [
            cost.years[0]
            for cost in context.analysis.costs
            if school_id is None or cost.line.school_id == school_id
        ]
    )
    return (*amounts, all_linked - total(amounts), everything - all_linked, everything)


def _school_row(context: Context, place: int, school: School | None, amounts: Money) -> Row:
    key = str(place)
    mine = ref(SCHOOLS, key, "School id")
    of_school = f"{whole('School id')},{mine}"

    def known(amount: str) -> str:
        return f'=IF({mine}="",0,{cents(amount)})'

    def served(n: int) -> str:
        goal = label_of(SCHOOLS, f"Goal {n}", fixed=True)
        money = cents(linked("Serves {}", goal, of_school))
        return f'=IF(({mine}="")+({goal}="")>0,0,{money})'

    count = _goal_columns(context)
    other = f"SUMPRODUCT(({whole('School id')}={mine})*{serving()})-SUM({_goals(context, key)})"
    formulas = [
        *(served(n) for n in range(1, count + 1)),
        known(other),
        "=" + cents(_not_linked(context, key)),
        known(f"SUMIFS({whole('Year 1')},{of_school})"),
    ]
    label = context.labels["School"][school.school_id] if school else ""
    return Row(
        key=key,
        cells=(
            Calculated(text_at("Schools", "Label", place), label),
            Calculated(text_at("Schools", "School", place), school.school_id if school else ""),
            *(map(Calculated, formulas, amounts)),
            _share(key, amounts),
        ),
        emphasis=Emphasis.NONE if school else Emphasis.NOTE,
    )


def _rest_row(context: Context, amounts: Money, schools: int) -> Row:
    """Return what is for the whole district: all lines less those of the schools above."""

    def less_schools(column: str) -> str:
        above = ref(SCHOOLS, f"1..{schools}", column)
        return "=" + cents(f"{ref(SCHOOLS, 'total', column)}-SUM({above})")

    cells = [
        Calculated(less_schools(column), value)
        for column, value in zip(_columns(context), amounts, strict=True)
    ]
    return Row(key=REST, cells=(NO_SCHOOL, None, *cells, _share(REST, amounts)))


def _total_row(context: Context, amounts: Money) -> Row:
    def served(n: int) -> str:
        goal = label_of(SCHOOLS, f"Goal {n}", fixed=True)
        return f'=IF({goal}="",0,{cents(linked("Serves {}", goal))})'

    formulas = [
        *(served(n) for n in range(1, _goal_columns(context) + 1)),
        "=" + cents(f"SUMPRODUCT({serving()})-SUM({_goals(context, 'total')})"),
        "=" + cents(_not_linked(context, "total")),
        "=" + cents(f"SUM({whole('Year 1')})"),
    ]
    return Row(
        key="total",
        cells=("All lines", None, *map(Calculated, formulas, amounts), _share("total", amounts)),
        emphasis=Emphasis.TOTAL,
    )


def _columns(context: Context) -> list[str]:
    goals = [f"Goal {n}" for n in range(1, _goal_columns(context) + 1)]
    return [*goals, OTHER, NONE, TOTAL]


def _goals(context: Context, key: str, last: str = "") -> str:
    return row_range(SCHOOLS, key, "Goal 1", last or f"Goal {_goal_columns(context)}")


def _not_linked(context: Context, key: str) -> str:
    return f"{ref(SCHOOLS, key, TOTAL)}-SUM({_goals(context, key, OTHER)})"


def _share(key: str, amounts: Money) -> Cell:
    everything = ref(SCHOOLS, key, TOTAL)
    part = f"({everything}-{ref(SCHOOLS, key, NONE)})/{everything}"
    *_, without, money = amounts
    share = (money - without) / money if money else None
    return Calculated(f'=IF({everything}=0,"none",{part})', shown(share))
