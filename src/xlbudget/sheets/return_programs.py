"""The block of Return by program: net benefit, ratios, and payback in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate

from xlbudget.analysis.returns import ProgramReturn
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.live_rows import text_at
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
)
from xlbudget.sheets.return_steps import (
    BENEFITS,
    CROSSING,
    END,
    OPENING,
    POSITION,
    RETURN,
    START,
    program_label,
    program_slots,
)
from xlbudget.sheets.timeline import shown

FACTORS = "ReturnFactors"
NO_SAVINGS, AT_ONCE, NOT_RECOVERED = "no savings", "at once", "not recovered"


def payback_in_words(years: float | None) -> str:
    """Return a payback as the sheet says it: ``3.5 years``, ``not recovered``."""
    if years is None:
        return NOT_RECOVERED
    if not years:
        return AT_ONCE
    tenths = int((10 * Decimal(str(round(years, 6)))).quantize(Decimal(1), ROUND_HALF_UP))
    return f"{tenths // 10}.{tenths % 10} years"


def program_return(context: Context) -> Table:
    """Return one row per program: what it costs, what it saves, when it is paid back."""
    slots = program_slots(context)
    rows = [_return_row(context, place, found) for place, found in slots]
    return Table(
        name=RETURN,
        heading="Return by program",
        says="Present values at the plan's discount rate; cost is gross, before E-rate and resale. "
        "Each figure is worked out at the foot of the sheet.",
        columns=(
            Column(header="Program", part=Part.LABEL, form=Form.TEXT, width=44),
            Column(header="Payback", form=Form.TEXT, width=26),
            Column(header="Present cost", form=Form.DOLLARS, width=13),
            Column(header="Present savings", form=Form.DOLLARS, width=13),
            Column(header="Net benefit", form=Form.DOLLARS, width=13),
            Column(header="Savings by cost", form=Form.NUMBER, width=13),
            Column(header="Return on cost", form=Form.SHARE, width=13),
            Column(header="Lowest position", form=Form.DOLLARS, width=13),
            Column(header="Years to payback", form=Form.NUMBER, width=13),
            Column(header="Pays back", form=Form.WHOLE, width=13),
        ),
        rows=(*rows, _total_row(context, len(slots))),
    )


def _return_row(context: Context, place: int, found: ProgramReturn | None) -> Row:
    key = str(place)

    def here(column: str) -> str:
        return ref(RETURN, key, column)

    def present(table: str, factor: str) -> str:
        return f"SUMPRODUCT({_span(context, table, key)},{_span(context, FACTORS, factor)})"

    cost, benefits, net = here("Present cost"), here("Present savings"), here("Net benefit")
    low, years, pays = (here(name) for name in ("Lowest position", "Years to payback", "Pays back"))
    has = f"({ref(BENEFITS, key, 'Savings')}>0)"
    tenths = f"ROUND(10*ROUND({years},6),0)"
    words = (
        f'=REPT("{NO_SAVINGS}",({here("Program")}<>"")*(1-{has}))'
        f'&REPT("{NOT_RECOVERED}",{has}*(1-{pays}))'
        f'&REPT("{AT_ONCE}",{pays}*({low}>=0))'
        f'&REPT(INT({tenths}/10)&"."&MOD({tenths},10)&" years",{pays}*({low}<0))'
    )
    payback = found.payback_years if found else None
    without = NO_SAVINGS if program_label(context, place) else ""
    lowest = min(accumulate(found.flows)) if found else 0
    return Row(
        key=key,
        cells=(
            Calculated(text_at("Programs", "Label", place), program_label(context, place)),
            Calculated(words, payback_in_words(payback) if found else without),
            Calculated(
                f"={present(START, 'start')}+{present(END, 'end')}",
                found.present_cost if found else 0,
            ),
            Calculated(f"={present(BENEFITS, 'end')}", found.present_benefits if found else 0),
            Calculated(f"={benefits}-{cost}", found.net_benefit if found else 0),
            Calculated(
                f'=IF({cost}=0,"none",{benefits}/{cost})',
                shown(found.benefit_cost_ratio if found else None),
            ),
            Calculated(f'=IF({cost}=0,"none",{net}/{cost})', shown(found.roi if found else None)),
            Calculated(f"=MIN({_span(context, POSITION, key, OPENING)})", lowest),
            Calculated("=" + ref(CROSSING, key, "Total"), payback or 0),
            Calculated(
                f"={has}*(({low}>=0)+({years}>0)>0)",
                int(bool(found) and payback is not None),
            ),
        ),
        emphasis=Emphasis.NONE if found else Emphasis.NOTE,
    )


def _total_row(context: Context, count: int) -> Row:
    programs = context.analysis.returns.programs
    rows = f"1..{count}"
    cost = sum(item.present_cost for item in programs)
    benefits = sum(item.present_benefits for item in programs)
    back = sum(item.payback_years is not None for item in programs)
    pays, here = ref(RETURN, "total", "Pays back"), ref(RETURN, "total", "Present cost")

    def added(column: str, value: float) -> Cell:
        return Calculated(f"=SUM({ref(RETURN, rows, column)})", value)

    def by_cost(column: str) -> str:
        return f'=IF({here}=0,"none",{ref(RETURN, "total", column)}/{here})'

    ratio = benefits / cost if cost else None
    return Row(
        key="total",
        cells=(
            "All programs with savings",
            Calculated(
                f'={pays}&" of "&COUNTIF({ref(BENEFITS, rows, "Savings")},">0")&" pay back"',
                f"{back} of {len(programs)} pay back",
            ),
            added("Present cost", cost),
            added("Present savings", benefits),
            added("Net benefit", benefits - cost),
            Calculated(by_cost("Present savings"), shown(ratio)),
            Calculated(by_cost("Net benefit"), shown(None if ratio is None else ratio - 1)),
            None,
            None,
            added("Pays back", back),
        ),
        emphasis=Emphasis.TOTAL,
    )


def _span(context: Context, table: str, row: str, first: str = "") -> str:
    return row_range(table, row, first or year_header(1), year_header(len(context.years)))
