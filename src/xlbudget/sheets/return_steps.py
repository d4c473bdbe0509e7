"""The steps behind return and payback by program: savings, cost, position, crossing, by year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from itertools import accumulate, pairwise

from xlbudget.analysis.present_value import COUNTED
from xlbudget.analysis.returns import ProgramReturn
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.live_rows import cents, nth, places
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Form,
    Table,
    label_of,
    ref,
    row_range,
    text,
    whole,
)
from xlbudget.sheets.timeline import YearRow, timeline

RETURN = "ProgramReturn"
START, END = "ProgramStartCost", "ProgramEndCost"
BENEFITS, POSITION, CROSSING = "ProgramBenefits", "ProgramPosition", "ProgramCrossing"
OPENING = "Day 1"
ZERO = Decimal(0)


def program_steps(context: Context) -> tuple[Table, ...]:
    """Return the steps behind return and payback, by program and year."""
    return (
        _benefits(context),
        _costs(context, START, "At the start of its year: purchases and one-time services", 1),
        _costs(context, END, "At the end of its year: all other cost", 0),
        _positions(context),
        _crossings(context),
    )


def program_slots(context: Context) -> list[tuple[int, ProgramReturn | None]]:
    """Return the number of each row of Programs, with the program's return if it saves."""
    found = {item.program.program_id: item for item in context.analysis.returns.programs}
    return [
        (place, found.get(program.program_id) if program else None)
        for place, program in places(context, "Programs", context.budget.programs)
    ]


def program_label(context: Context, place: int) -> str:
    """Return the label of the program at a place; "" for a spare row."""
    programs = context.budget.programs
    known = place <= len(programs)
    return context.labels["Program"][programs[place - 1].program_id] if known else ""


def _benefits(context: Context) -> Table:
    program, kind = whole("Program id", "Savings"), whole("Type", "Savings")
    kinds = "+".join(f"({kind}={text(word)})" for word in COUNTED)
    records = [saving.program_id for saving in context.budget.savings]

    def formula(place: int, k: int) -> str:
        amount = whole(f"Planned {k}", "Savings")
        mine = f"({program}={nth('Programs', 'Program', place)})"
        return _guarded(place, f"SUMPRODUCT({mine}*({kinds})*{amount})")

    def count(place: int, _: ProgramReturn | None) -> Cell:
        key = nth("Programs", "Program", place)
        known = place <= len(context.budget.programs)
        value = records.count(context.budget.programs[place - 1].program_id) if known else 0
        return Calculated(f'=IFERROR(SUMPRODUCT(({key}<>"")*({program}={key})),0)', value)

    return _steps(
        context,
        BENEFITS,
        "Planned savings by program",
        formula,
        lambda found: found.benefits,
        beside="Savings",
        beside_cell=count,
    )


def _costs(context: Context, name: str, heading: str, at_start: int) -> Table:
    def formula(place: int, k: int) -> str:
        return _guarded(
            place,
            f"SUMIFS({whole(year_header(k))},{whole('Program id')},"
            f"{nth('Programs', 'Program', place)},{whole('At start')},{at_start})",
        )

    return _steps(
        context,
        name,
        f"Cost of programs that save. {heading}",
        formula,
        lambda found: found.start_cost if at_start else found.end_cost,
    )


def _positions(context: Context) -> Table:
    last = year_header(len(context.years))
    years = label_of(POSITION, f"{year_header(1)}..{last}", fixed=True)

    def formula(place: int, k: int) -> str:
        key, header = str(place), year_header(k)
        before = ref(POSITION, key, year_header(k - 1) if k > 1 else OPENING)
        starts = row_range(START, key, year_header(1), last, fixed=True)
        return "=" + cents(
            f"{before}+{ref(BENEFITS, key, header)}-{ref(END, key, header)}"
            f"-SUMIFS({starts},{years},{label_of(POSITION, header)}+1)"
        )

    def opening(place: int, found: ProgramReturn | None) -> Cell:
        return Calculated(
            f"=-{ref(START, str(place), year_header(1))}", found.flows[0] if found else 0
        )

    return _steps(
        context,
        POSITION,
        "Position at the end of each year",
        formula,
        lambda found: tuple(accumulate(found.flows))[1:],
        beside=OPENING,
        beside_cell=opening,
        says="Savings less cost so far; what is bought at the start of the next year is paid by "
        "then. The first day holds the purchases of year 1.",
        summed=False,
    )


def _crossings(context: Context) -> Table:
    def formula(place: int, k: int) -> str:
        key, header = str(place), year_header(k)
        left = year_header(k - 1) if k > 1 else OPENING
        earlier = f"{ref(CROSSING, key, OPENING, fixed=True)}:{ref(CROSSING, key, left)}"
        before, after = ref(POSITION, key, left), ref(POSITION, key, header)
        return (
            f"=IF((SUM({earlier})=0)*({before}<0)*({after}>=0),"
            f"{label_of(CROSSING, header)}-BaseYear-{before}/({after}-{before}),0)"
        )

    return _steps(
        context,
        CROSSING,
        "Years until the position is first back at zero",
        formula,
        _crossed,
        beside=OPENING,
        beside_cell=lambda _, __: None,
        form=Form.NUMBER,
    )


def _guarded(place: int, amount: str) -> str:
    """Return the formula of an amount in cents; 0 for a program without savings."""
    return f"=IF({ref(BENEFITS, str(place), 'Savings', fixed=True)}=0,0,{cents(amount)})"


def _crossed(found: ProgramReturn) -> tuple[float, ...]:
    held = [before < 0 <= after for before, after in pairwise(accumulate(found.flows))]
    first = held.index(True) if True in held else None
    return tuple((found.payback_years or 0) if k == first else 0 for k in range(len(held)))


def _steps(
    context: Context,
    name: str,
    heading: str,
    formula: Callable[[int, int], str],
    values: Callable[[ProgramReturn], Sequence[Decimal | float]],
    *,
    beside: str = "Unit",
    beside_cell: Callable[[int, ProgramReturn | None], Cell] = lambda _, __: "$",
    says: str = "",
    form: Form | None = None,
    summed: bool = True,
) -> Table:
    """Return a timeline with one row per program."""
    zeros = (ZERO,) * len(context.years)
    rows = []
    for place, found in program_slots(context):
        rows.append(
            YearRow(
                key=str(place),
                label=Calculated(
                    "=" + ref(RETURN, str(place), "Program"), program_label(context, place)
                ),
                beside=beside_cell(place, found),
                formula=partial(formula, place),
                values=values(found) if found else zeros,
                form=form,
                total=summed,
            )
        )
    return timeline(
        context,
        name=name,
        heading=heading,
        rows=rows,
        beside=beside,
        beside_form=Form.TEXT if beside == "Unit" else Form.DOLLARS,
        label="Program",
        says=says,
    )
