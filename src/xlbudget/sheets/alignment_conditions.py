"""The block of Alignment about conditions: what is decided when, and how much money waits."""

from __future__ import annotations

from decimal import Decimal

from xlbudget.model import Program
from xlbudget.model.choices import LineStatus
from xlbudget.sheets.alignment_goals import WIDTH
from xlbudget.sheets.alignment_waiting import (
    LINES,
    PLAN,
    STEPS,
    WAITS,
    YEAR_1,
    Waiting,
    in_order,
    waiting_programs,
)
from xlbudget.sheets.context import Context
from xlbudget.sheets.live_rows import cents, total, years_block
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
    whole,
)

MONEY = "ConditionalMoney"
MEASURE = " Measure: "
MOST_LISTED = 12
ZERO = Decimal(0)


def conditional_money(context: Context) -> Table:
    """Return the programs whose money waits on a condition, the first to be decided first."""
    listed = in_order(waiting_programs(context))
    count = min(MOST_LISTED, len(waiting_programs(context)))
    rows = [
        _money_row(context, n, listed[n - 1] if n <= len(listed) else None)
        for n in range(1, count + 1)
    ]
    rows += _totals(context, listed[:count], count)
    return Table(
        name=MONEY,
        heading=f"Money that waits on a condition, by due date, the first {MOST_LISTED}",
        says="What is released only when its condition is met, and on which day that is decided.",
        columns=(
            Column(
                header="Program, condition, measure", part=Part.LABEL, form=Form.WRAPPED, width=44
            ),
            Column(header="Due", form=Form.DATE, width=WIDTH),
            Column(header=YEAR_1, form=Form.DOLLARS, width=WIDTH),
            Column(header=PLAN, form=Form.DOLLARS, width=WIDTH),
            Column(header=LINES, form=Form.WHOLE, width=WIDTH),
            Column(header="Row", form=Form.WHOLE, width=WIDTH),
        ),
        rows=tuple(rows),
    )


def _money_row(context: Context, n: int, item: Waiting | None) -> Row:
    row = ref(MONEY, str(n), "Row")
    spot = f"MAX(1,{row})"
    steps = f"1..{len(waiting_programs(context))}"
    record = item.program if item else None

    def if_any(formula: str, blank: str = '""') -> str:
        return f"=IF({row}=0,{blank},{formula})"

    def step(column: str) -> str:
        return f"INDEX({ref(STEPS, steps, column, fixed=True)},{spot})"

    def program(column: str) -> str:
        return f"INDEX({whole(column, 'Programs')},{spot})"

    def said(column: str, before: str) -> str:
        return f'REPT("{before}",({program(column)}<>"")*1)&{program(column)}'

    measured = ("Condition measure", MEASURE)
    label = context.labels["Program"][record.program_id] if record else ""
    return Row(
        key=str(n),
        cells=(
            Calculated(
                if_any(f"{step('Program')}&{said('Condition', ': ')}&{said(*measured)}"),
                _in_words(label, record) if record else "",
            ),
            Calculated(
                if_any(f'IF({step("Day")}=0,"none",{step("Day")})', '"none"'),
                (item.due if item else 0) or "none",
            ),
            Calculated(if_any(step(YEAR_1), "0"), item.year_1 if item else ZERO),
            Calculated(if_any(step(PLAN), "0"), item.plan if item else ZERO),
            Calculated(if_any(step(LINES), "0"), item.lines if item else 0),
            Calculated(
                f"=IFERROR(MATCH({n},{ref(STEPS, steps, 'Place', fixed=True)},0),0)",
                item.place if item else 0,
            ),
        ),
        emphasis=Emphasis.NONE if item else Emphasis.NOTE,
    )


def _in_words(label: str, program: Program) -> str:
    condition = f": {program.condition}" if program.condition else ""
    measure = f"{MEASURE}{program.condition_measure}" if program.condition_measure else ""
    return f"{label}{condition}{measure}"


def _totals(context: Context, listed: list[Waiting], count: int) -> list[Row]:
    """Return the rows below the programs: other conditional lines, and all of them."""
    waits = [cost for cost in context.analysis.costs if cost.line.status == LineStatus.CONDITIONAL]
    amounts: tuple[Decimal | int, ...] = (
        context.analysis.alignment.conditional_amount,
        total([total(cost.years) for cost in waits]),
        len(waits),
    )
    shown: tuple[Decimal | int, ...] = (
        total([item.year_1 for item in listed]),
        total([item.plan for item in listed]),
        sum(item.lines for item in listed),
    )
    status = f"{whole('Status')},{WAITS}"
    formulas = (
        cents(f"SUMIFS({whole(YEAR_1)},{status})"),
        cents(f"SUMPRODUCT(({whole('Status')}={WAITS})*{years_block(context)})"),
        f"COUNTIFS({status})",
    )

    def rest(column: str) -> str:
        return "=" + cents(
            f"{ref(MONEY, 'total', column)}-SUM({ref(MONEY, f'1..{count}', column)})"
        )

    rests: list[Cell] = [
        Calculated(rest(column), amount - part)
        for column, amount, part in zip((YEAR_1, PLAN, LINES), amounts, shown, strict=True)
    ]
    return [
        Row(key="other", cells=("Other conditional lines", None, *rests, None)),
        Row(
            key="total",
            cells=(
                "All conditional lines",
                None,
                *(
                    Calculated("=" + formula, amount)
                    for formula, amount in zip(formulas, amounts, strict=True)
                ),
                None,
            ),
            emphasis=Emphasis.TOTAL,
        ),
    ]
