"""The steps behind conditional money: what waits on each program's condition, and its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlbudget.model import Program
from xlbudget.model.choices import LineStatus
from xlbudget.sheets.alignment_goals import LABEL_WIDTH, WIDTH
from xlbudget.sheets.context import Context
from xlbudget.sheets.live_rows import cents, nth, places, text_at, total, years_block
from xlbudget.sheets.plan import (
    Calculated,
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

STEPS = "ProgramConditions"
YEAR_1, PLAN, LINES = "Year 1", "Over the plan", "Lines"
DAY_0 = date(1899, 12, 30)  # day 0 of a spreadsheet
WAITS = text(LineStatus.CONDITIONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A program with what of its money waits on a condition."""

    place: int
    program: Program | None
    year_1: Decimal
    plan: Decimal
    lines: int

    @property
    def listed(self) -> bool:
        """Whether the program has a condition, or lines that wait on one."""
        return self.program is not None and bool(self.program.condition or self.lines)

    @property
    def due(self) -> int:
        """Return the day number on which it is decided; 0 when none is given."""
        day = self.program.condition_due if self.program else None
        return (day - DAY_0).days if day else 0


def program_conditions(context: Context) -> Table:
    """Return, for each program, what waits on its condition and when it comes in the list."""
    waiting = waiting_programs(context)
    listed = in_order(waiting)
    rows = tuple(_step_row(context, item, waiting, listed) for item in waiting)
    return Table(
        name=STEPS,
        heading="Steps: conditions by program",
        columns=(
            Column(header="Program", part=Part.LABEL, form=Form.TEXT, width=LABEL_WIDTH),
            Column(header="Program id", form=Form.TEXT, width=WIDTH),
            Column(header=YEAR_1, form=Form.DOLLARS, width=WIDTH),
            Column(header=PLAN, form=Form.DOLLARS, width=WIDTH),
            Column(header=LINES, form=Form.WHOLE, width=WIDTH),
            Column(header="Listed", form=Form.WHOLE, width=WIDTH),
            Column(header="Day", form=Form.WHOLE, width=WIDTH),
            Column(header="Place", form=Form.WHOLE, width=WIDTH),
        ),
        rows=rows,
    )


def waiting_programs(context: Context) -> list[Waiting]:
    """Return, for each row of Programs, what of its money waits on a condition."""
    made = []
    for place, program in places(context, "Programs", context.budget.programs):
        costs = [
            cost
            for cost in context.analysis.costs
            if program
            and cost.line.program_id == program.program_id
            and cost.line.status == LineStatus.CONDITIONAL
        ]
        made.append(
            Waiting(
                place=place,
                program=program,
                year_1=total([cost.years[0] for cost in costs]),
                plan=total([total(cost.years) for cost in costs]),
                lines=len(costs),
            )
        )
    return made


def in_order(waiting: list[Waiting]) -> list[Waiting]:
    """Return the programs in the list by day, those without a day last."""
    listed = [item for item in waiting if item.listed]
    return sorted(listed, key=lambda item: (not item.due, item.due, item.place))


def _step_row(
    context: Context, item: Waiting, waiting: list[Waiting], listed: list[Waiting]
) -> Row:
    key = str(item.place)
    program, lines = ref(STEPS, key, "Program id"), ref(STEPS, key, LINES)
    day, mark = ref(STEPS, key, "Day"), ref(STEPS, key, "Listed")
    rows = f"1..{len(waiting)}"
    days = ref(STEPS, rows, "Day", fixed=True)
    marks = ref(STEPS, rows, "Listed", fixed=True)
    due, condition = (nth("Programs", f"Condition{word}", item.place) for word in (" due", ""))
    mine = f"{whole('Program id')},{program},{whole('Status')},{WAITS}"
    all_years = cents(
        f"SUMPRODUCT(({whole('Program id')}={program})*({whole('Status')}={WAITS})"
        f"*{years_block(context)})"
    )

    def known(formula: str) -> str:
        return f'=IF({program}="",0,{formula})'

    earlier = f"(({days}>0)*({day}=0)+({days}>0)*({days}<{day})>0)"
    same = f"({days}={day})*(ROW({days})<ROW({day}))"
    place = listed.index(item) + 1 if item.listed else 0
    record = item.program
    return Row(
        key=key,
        cells=(
            Calculated(
                text_at("Programs", "Label", item.place),
                context.labels["Program"][record.program_id] if record else "",
            ),
            Calculated(
                text_at("Programs", "Program", item.place), record.program_id if record else ""
            ),
            Calculated(known(cents(f"SUMIFS({whole(YEAR_1)},{mine})")), item.year_1),
            Calculated(known(all_years), item.plan),
            Calculated(known(f"COUNTIFS({mine})"), item.lines),
            Calculated(known(f'((({condition}<>"")+({lines}>0))>0)*1'), int(item.listed)),
            Calculated(known(f"{due}*1"), item.due),
            Calculated(f"={mark}*(1+SUMPRODUCT({marks}*({earlier}+{same})))", place),
        ),
        emphasis=Emphasis.NONE if record else Emphasis.NOTE,
    )
