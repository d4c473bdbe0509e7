"""The sheet Return: what programs save against what they cost, and what they bring in learning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from xlbudget.analysis.present_value import COUNTED, worth
from xlbudget.model import Saving
from xlbudget.model.choices import SavingType
from xlbudget.model.field import Years
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.live_rows import total
from xlbudget.sheets.plan import (
    Calculated,
    Emphasis,
    Form,
    Headline,
    Role,
    Sheet,
    Table,
    ref,
    row_range,
    text,
    whole,
)
from xlbudget.sheets.return_gains import gains
from xlbudget.sheets.return_outcomes import outcome_costs
from xlbudget.sheets.return_prices import best_outcome, gain_chart, gain_prices
from xlbudget.sheets.return_programs import FACTORS, program_return
from xlbudget.sheets.return_steps import RETURN, program_steps
from xlbudget.sheets.timeline import YearRow, timeline

SAVINGS = "SavingsByType"


def returns_sheet(context: Context) -> Sheet:
    """Return the sheet Return."""
    return Sheet(
        title="Return",
        role=Role.CALCULATION,
        says="Read what programs save against what they cost, and how much learning goes with a "
        "dollar. Enter savings and outcomes on the sheets Savings and Outcomes.",
        headlines=_headlines(context),
        tables=(
            savings_by_type(context),
            program_return(context),
            outcome_costs(context),
            *gains(context),
            gain_prices(context),
            return_factors(context),
            *program_steps(context),
        ),
        charts=(gain_chart(context),),
        charts_first=True,
        landscape=True,
    )


def _headlines(context: Context) -> tuple[Headline, ...]:
    first, last = year_header(1), year_header(len(context.years))
    counted = row_range(SAVINGS, "planned", first, last)
    ends = row_range(FACTORS, "end", first, last)
    savings = _sums(context, context.budget.savings, "planned", COUNTED)
    back = sum(item.payback_years is not None for item in context.analysis.returns.programs)
    seen = sum(item.actual_gain is not None for item in context.budget.outcomes)
    return (
        Headline("Best academic ROI within one measure", best_outcome(context), Form.TEXT),
        Headline(
            "Savings, present value ($)",
            Calculated(
                f"=SUMPRODUCT({counted},{ends})",
                worth(savings, context.analysis.cash_flow.factors.end),
            ),
        ),
        Headline(
            "Programs that pay back",
            Calculated("=" + ref(RETURN, "total", "Pays back"), back),
            Form.WHOLE,
        ),
        Headline(
            "Outcomes with a gain seen",
            Calculated(f"=COUNT({whole('Actual gain', 'Outcomes')})", seen),
            Form.WHOLE,
        ),
    )


def savings_by_type(context: Context) -> Table:
    """Return savings by type and year, planned and seen; productivity below the line."""
    rows: list[YearRow] = []
    for basis, column in (("planned", "Planned"), ("seen", "Actual")):
        rows += [_of_type(context, basis, column, kind) for kind in COUNTED]
        rows.append(_counted(context, basis, column))
    for basis, column in (("planned", "Planned"), ("seen", "Actual")):
        rows.append(_of_type(context, basis, column, SavingType.PRODUCTIVITY))
    return timeline(
        context,
        name=SAVINGS,
        heading="Savings by type",
        says="Staff time saved (productivity) stands below the line, in no total: "
        "it frees no money.",
        rows=rows,
        beside="Basis",
        label="Saving",
    )


def _of_type(context: Context, basis: str, column: str, kind: SavingType) -> YearRow:
    below = kind is SavingType.PRODUCTIVITY
    return YearRow(
        key=f"{kind} {basis}",
        label=f"{kind.capitalize()}{', below the line' if below else ''}",
        beside=basis,
        formula=lambda k: (
            f"=SUMIFS({whole(f'{column} {k}', 'Savings')},{whole('Type', 'Savings')},{text(kind)})"
        ),
        values=_sums(context, context.budget.savings, column.lower(), (kind,)),
        emphasis=Emphasis.NOTE if below else Emphasis.NONE,
    )


def _counted(context: Context, basis: str, column: str) -> YearRow:
    first, last = f"{COUNTED[0]} {basis}", f"{COUNTED[-1]} {basis}"
    return YearRow(
        key=basis,
        label=f"Savings {basis}",
        beside=basis,
        formula=lambda k: f"=SUM({ref(SAVINGS, f'{first}..{last}', year_header(k))})",
        values=_sums(context, context.budget.savings, column.lower(), COUNTED),
        emphasis=Emphasis.TOTAL,
    )


def _sums(
    context: Context, savings: Iterable[Saving], field: str, kinds: Sequence[str]
) -> tuple[Decimal, ...]:
    amounts: list[Years] = [getattr(saving, field) for saving in savings if saving.type in kinds]
    return tuple(
        total([by_year.get(year) or Decimal(0) for by_year in amounts]) for year in context.years
    )


def return_factors(context: Context) -> Table:
    """Return what a dollar of each year is worth on the first day, as on Cost by year."""
    factors = context.analysis.cash_flow.factors

    def row(key: str, label: str, values: Sequence[float]) -> YearRow:
        return YearRow(
            key=key,
            label=label,
            beside="factor",
            formula=lambda k: "=" + ref("DiscountFactors", key, year_header(k)),
            values=values,
            form=Form.FACTOR,
            total=False,
        )

    return timeline(
        context,
        name=FACTORS,
        heading="Discount factors",
        says="As on the sheet Cost by year.",
        rows=(
            row("start", "Cost at the start of its year", factors.start),
            row("end", "Cost and savings at its end, or mid-year", factors.end),
        ),
        label="Factor",
    )
