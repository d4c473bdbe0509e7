"""The cliff: the year in which recurring need loses its money, and the lines behind it."""

from __future__ import annotations

from decimal import Decimal

from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.line_losses import AT_CLIFF, RANK, losses, losses_at_cliff
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Form,
    Part,
    Row,
    Table,
    keyed,
    ref,
    row_range,
    whole,
)
from xlbudget.sheets.words import thousands, thousands_formula

CLIFF, LINES = "Cliff", "CliffLines"
LISTED = 10
REMEDIES = "Name a successor, lengthen its life, buy fewer, or plan its end."


def cliff_facts(context: Context) -> Table:
    """Return the cliff in figures and in one sentence."""
    plan = context.analysis.funding
    first, last = year_header(1), year_header(len(context.years))
    lost = row_range("FundingPlan", "lost", first, last)
    flags = row_range("FundingPlan", "has_lost", first, last)
    gap = row_range("FundingPlan", "gap", first, last)
    place = ref(CLIFF, "place", "Value")
    position = 0 if plan.cliff_year is None else plan.cliff_year - context.years[0] + 1
    rows = (
        keyed(
            "place",
            (
                "Year of the plan in which it comes (0: never)",
                Calculated(f"=IF(MAX({lost})>0,MATCH(1,{flags},0),0)", position),
            ),
        ),
        Row(
            key="year",
            cells=(
                "Cliff year",
                Calculated(f'=IF({place}=0,"none",BaseYear+{place}-1)', plan.cliff_year or "none"),
            ),
            form=Form.YEAR,
        ),
        keyed(
            "amount",
            (
                "Recurring need that loses its source in that year ($)",
                Calculated(f"=IF({place}=0,0,INDEX({lost},1,MAX(1,{place})))", plan.cliff_amount),
            ),
        ),
        Row(
            key="deepest",
            cells=(
                "Year of the widest structural gap",
                Calculated(f"=BaseYear-1+MATCH(MAX({gap}),{gap},0)", plan.secured.deepest_gap_year),
            ),
            form=Form.YEAR,
        ),
        keyed(
            "widest",
            (
                "Structural gap of that year ($)",
                Calculated(f"=MAX({gap})", plan.secured.deepest_gap),
            ),
        ),
    )
    return Table(
        name=CLIFF,
        heading="The cliff",
        columns=(
            Column(header="Fact", part=Part.LABEL, form=Form.TEXT, width=42),
            Column(header="Value", form=Form.DOLLARS, width=14),
        ),
        rows=rows,
    )


def cliff_in_words(context: Context) -> Calculated:
    """Return the cliff in one sentence."""
    plan = context.analysis.funding
    place, year = ref(CLIFF, "place", "Value"), ref(CLIFF, "year", "Value")
    none = "No recurring need loses its source within the plan"
    amount = thousands_formula(ref(CLIFF, "amount", "Value"))
    sentence = f'"In FY"&{year}&" recurring need of "&{amount}&" loses its source"'
    said = (
        none
        if plan.cliff_year is None
        else f"In FY{plan.cliff_year} recurring need of {thousands(plan.cliff_amount)} "
        "loses its source"
    )
    return Calculated(f'=IF({place}=0,"{none}",{sentence})', said)


def cliff_lines(context: Context) -> Table:
    """Return the lines that lose the most in the cliff year, the greatest first."""
    order = _ordered(context)
    rows = []
    for i in range(LISTED):
        index, amount = order[i] if i < len(order) else (None, Decimal(0))
        line = None if index is None else context.budget.lines[index]
        place = f"MATCH({ref(LINES, str(i), 'Rank')},{whole(RANK)},0)"

        def looked(header: str, spot: str = place) -> str:
            return f'=IFERROR(INDEX({whole(header)},{spot})&"","")'

        cells: tuple[Cell, ...] = (
            Calculated(looked("Description"), line.description if line else ""),
            i + 1,
            Calculated(looked("Line"), line.line_id if line else ""),
            Calculated(looked("Source 1 id"), line.source_1 if line else ""),
            Calculated(looked("Successor id"), line.successor if line else ""),
            Calculated(f"=IFERROR(INDEX({whole(AT_CLIFF)},{place}),0)", amount),
        )
        rows.append(Row(key=str(i), cells=cells))
    return Table(
        name=LINES,
        heading=f"Lines behind the cliff, the {LISTED} greatest",
        says=REMEDIES,
        columns=(
            Column(header="Description", form=Form.WRAPPED, width=38),
            Column(header="Rank", part=Part.LABEL, form=Form.WHOLE, width=14),
            Column(header="Line", form=Form.TEXT, width=13),
            Column(header="First source", form=Form.TEXT, width=13),
            Column(header="Successor", form=Form.TEXT, width=13),
            Column(header="Lost ($)", form=Form.DOLLARS, width=13),
        ),
        rows=tuple(rows),
    )


def _ordered(context: Context) -> list[tuple[int, Decimal]]:
    amounts = losses_at_cliff(context, losses(context))
    found = [(i, amount) for i, amount in enumerate(amounts) if amount > 0]
    return sorted(found, key=lambda item: (-item[1], item[0]))
