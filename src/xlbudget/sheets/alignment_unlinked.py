"""The block of Alignment that lists the lines without a goal."""

from __future__ import annotations

from decimal import Decimal

from xlbudget.sheets.alignment_goals import LABEL_WIDTH, WIDTH
from xlbudget.sheets.context import Context
from xlbudget.sheets.labels import MARK, NAME_LENGTH
from xlbudget.sheets.line_links import WITHOUT_GOAL
from xlbudget.sheets.live_rows import cents, total, years_block
from xlbudget.sheets.plan import (
    Calculated,
    Column,
    Emphasis,
    Form,
    Part,
    Row,
    Table,
    ref,
    whole,
)

UNLINKED = "LinesWithoutGoal"
LISTED = 20
ZERO = Decimal(0)


def lines_without_goal(context: Context) -> Table:
    """Return the first lines that name no goal, and what all of them ask for."""
    costs = context.analysis.costs
    without = [i for i, cost in enumerate(costs) if cost.asked and not cost.line.goal_1]
    rows = [
        _line_row(context, n, without[n - 1] if n <= len(without) else None)
        for n in range(1, LISTED + 1)
    ]
    year_1 = total([costs[i].years[0] for i in without])
    plan = total([total(costs[i].years) for i in without])
    shown = [total([costs[i].years[0] for i in without[:LISTED]])]
    shown.append(total([total(costs[i].years) for i in without[:LISTED]]))
    goalless = f'({whole("Goal 1 id")}="")'
    formulas = (
        f"SUMPRODUCT({goalless}*{whole('Year 1')})",
        f"SUMPRODUCT({goalless}*{years_block(context)})",
    )
    rows += [
        Row(
            key="more",
            cells=(
                "Further lines without a goal",
                None,
                None,
                *(
                    Calculated("=" + cents(_rest(column)), amount - part)
                    for column, amount, part in zip(
                        ("Year 1", "Over the plan"), (year_1, plan), shown, strict=True
                    )
                ),
                Calculated(
                    f'=COUNTIF({whole(WITHOUT_GOAL)},">0")'
                    f'-COUNTIF({ref(UNLINKED, f"1..{LISTED}", "Row")},">0")',
                    max(0, len(without) - LISTED),
                ),
            ),
        ),
        Row(
            key="total",
            cells=(
                "All lines without a goal",
                None,
                None,
                *(
                    Calculated("=" + cents(formula), amount)
                    for formula, amount in zip(formulas, (year_1, plan), strict=True)
                ),
                Calculated(f'=COUNTIF({whole(WITHOUT_GOAL)},">0")', len(without)),
            ),
            emphasis=Emphasis.TOTAL,
        ),
    ]
    return Table(
        name=UNLINKED,
        heading=f"Lines without a goal, the first {LISTED}",
        says="They are asked for, never planned: name a goal on the sheet Line items, or drop "
        "them. The column Row says where the line stands; below the line it counts lines.",
        columns=(
            Column(header="Line", part=Part.LABEL, form=Form.TEXT, width=LABEL_WIDTH),
            Column(header="School id", form=Form.TEXT, width=WIDTH),
            Column(header="Status", form=Form.TEXT, width=WIDTH),
            Column(header="Year 1", form=Form.DOLLARS, width=WIDTH),
            Column(header="Over the plan", form=Form.DOLLARS, width=WIDTH),
            Column(header="Row", form=Form.WHOLE, width=WIDTH),
        ),
        rows=tuple(rows),
    )


def _rest(column: str) -> str:
    listed = ref(UNLINKED, f"1..{LISTED}", column)
    return f"{ref(UNLINKED, 'total', column)}-SUM({listed})"


def _line_row(context: Context, n: int, index: int | None) -> Row:
    row = ref(UNLINKED, str(n), "Row")
    spot = f"MAX(1,{row})"
    cost = None if index is None else context.analysis.costs[index]
    line = cost.line if cost else None
    rows = whole(WITHOUT_GOAL)

    def if_any(formula: str, blank: str = '""') -> str:
        return f"=IF({row}=0,{blank},{formula})"

    def at(column: str) -> str:
        return f"INDEX({whole(column)},{spot})"

    return Row(
        key=str(n),
        cells=(
            Calculated(
                if_any(f'{at("Line")}&"{MARK}"&LEFT({at("Description")},{NAME_LENGTH})'),
                f"{line.line_id}{MARK}{line.description[:NAME_LENGTH]}" if line else "",
            ),
            Calculated(if_any(f'{at("School id")}&""'), line.school_id if line else ""),
            Calculated(if_any(f'{at("Status")}&""'), line.status if line else ""),
            Calculated(if_any(at("Year 1"), "0"), cost.years[0] if cost else ZERO),
            Calculated(
                if_any(f"SUM(INDEX({years_block(context)},{spot},0))", "0"),
                total(cost.years) if cost else ZERO,
            ),
            Calculated(
                f"=IFERROR(SMALL({rows},COUNTIF({rows},0)+{n}),0)",
                0 if index is None else index + 1,
            ),
        ),
        emphasis=Emphasis.NONE if line else Emphasis.NOTE,
    )
