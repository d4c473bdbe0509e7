"""The blocks of Cost by year that break cash cost down, and show how prices grow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import StrEnum

from xlbudget.analysis.breakdown import Amounts, sum_by_year
from xlbudget.analysis.breakdown import Row as Sums
from xlbudget.model.choices import Area, Category, CostType, LineStatus, Need, SourceStatus, Stream
from xlbudget.model.cost import LineCost
from xlbudget.sheets.assumptions import rate
from xlbudget.sheets.breakdowns import ALL, PRIOR, PRIOR_COLUMN, REST, Split, by_word
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.live_rows import cents, total
from xlbudget.sheets.plan import (
    Calculated,
    Emphasis,
    Form,
    Table,
    label_of,
    ref,
    text,
    whole,
)
from xlbudget.sheets.timeline import YearRow, timeline

AREAS, CATEGORIES, TYPES = "CostByArea", "CostByCategory", "CostByType"
NEEDS, STREAMS, TOTALS, GROWTH = "CostByNeed", "CostByStream", "CostTotals", "Growth"
UNFUNDED, ASKED = "unfunded", "asked"


def cost_breakdowns(context: Context) -> tuple[Table, ...]:
    """Return cash cost by area, category, type of cost, need and stream of money."""
    found = context.analysis.cash_flow

    def block(
        name: str, heading: str, field: str, words: type[StrEnum], rows: Sequence[Sums]
    ) -> Table:
        split = Split(
            year_header,
            {row.key: row.years for row in rows},
            {row.key: row.prior or Decimal(0) for row in rows},
        )
        return by_word(context, split, name=name, heading=heading, field=field, words=words)

    return (
        block(AREAS, "By area ($)", "Area", Area, found.areas),
        block(CATEGORIES, "By category ($)", "Category", Category, found.categories),
        block(TYPES, "By type of cost ($)", "Cost type", CostType, found.cost_types),
        block(NEEDS, "By need ($)", "Need", Need, found.needs),
        _streams(context),
    )


def cost_totals(context: Context) -> Table:
    """Return all cost that is asked for, and the parts of it that a board asks about."""
    found, first = context.analysis.cash_flow, whole("Goal 1 id")

    def row(
        key: str,
        label: str,
        formula: Callable[[str], str],
        values: Amounts,
        counts: Callable[[LineCost], object],
    ) -> YearRow:
        before = [
            cost.line.prior_amount or Decimal(0) for cost in context.analysis.costs if counts(cost)
        ]
        return YearRow(
            key=key,
            label=label,
            beside=Calculated("=" + cents(formula(PRIOR_COLUMN)), total(before)),
            formula=lambda k: "=" + cents(formula(year_header(k))),
            values=values,
            emphasis=Emphasis.TOTAL if key == ASKED else Emphasis.NONE,
        )

    rows = (
        row(
            ASKED,
            "Asked: all lines that are not lapsed",
            lambda column: f"SUM({whole(column)})",
            found.cost,
            lambda _: True,
        ),
        row(
            "planned",
            "Of which planned: justified, with a goal",
            lambda column: f"SUMIFS({whole(column)},{whole('Planned')},1)",
            found.planned,
            lambda cost: cost.planned,
        ),
        row(
            "conditional",
            "Of which conditional",
            lambda column: (
                f"SUMIFS({whole(column)},{whole('Status')},{text(LineStatus.CONDITIONAL)})"
            ),
            found.conditional,
            lambda cost: cost.line.status == LineStatus.CONDITIONAL,
        ),
        row(
            "without_goal",
            "Of which without a goal",
            lambda column: f'SUMPRODUCT(({first}="")*1,{whole(column)})',
            found.without_goal,
            lambda cost: not cost.line.goal_1,
        ),
    )
    return timeline(
        context,
        name=TOTALS,
        heading="What is asked ($)",
        says="The prior year holds what the lines cost then, lapsed ones too.",
        rows=rows,
        beside=PRIOR,
        beside_form=Form.DOLLARS,
        label="Cost",
    )


def growth(context: Context) -> Table:
    """Return the price index of each class of cost; beside it stands the growth per year."""

    def index(key: str) -> Callable[[int], str]:
        yearly = ref(GROWTH, key, "Per year", fixed=True)
        return lambda k: f"=(1+{yearly})^({label_of(GROWTH, year_header(k))}-BaseYear)"

    rows = [
        YearRow(
            key=str(place),
            label=item.name.capitalize(),
            beside=Calculated("=" + rate(f"escalation_{item.name}"), item.rate),
            formula=index(str(place)),
            values=item.factors,
            total=False,
        )
        for place, item in enumerate(context.analysis.cash_flow.escalations, 1)
    ]
    return timeline(
        context,
        name=GROWTH,
        heading="How prices grow",
        says="Price index by class of price growth: 1 in year 1. The rates stand on Assumptions.",
        rows=rows,
        beside="Per year",
        beside_form=Form.RATE,
        label="Class",
        year_form=Form.FACTOR,
    )


def _streams(context: Context) -> Table:
    found = {row.key: row.years for row in context.analysis.cash_flow.streams}
    names = [str(stream) for stream in Stream]
    shown = {*names, UNFUNDED}
    paid_otherwise = sum_by_year(
        (years for key, years in found.items() if key not in shown), len(context.years)
    )

    def secured(k: int) -> str:
        paid, status = whole(f"Paid {k}", "Funding"), whole("Status", "Funding")
        return f"SUMIFS({paid},{status},{text(SourceStatus.SECURED)}"

    def by_stream(name: str) -> Callable[[int], str]:
        stream = f"{whole('Stream', 'Funding')},{text(name)}"
        return lambda k: "=" + cents(f"{secured(k)},{stream})")

    def span(first: str, last: str, k: int) -> str:
        return ref(STREAMS, f"{first}..{last}", year_header(k))

    rows = [
        *(
            YearRow(
                key=name,
                label=f"Paid by {name} money",
                beside="$",
                formula=by_stream(name),
                values=found[name],
            )
            for name in names
        ),
        YearRow(
            key=REST,
            label="Paid by money whose stream is not said",
            beside="$",
            formula=lambda k: "=" + cents(f"{secured(k)})-SUM({span(names[0], names[-1], k)})"),
            values=paid_otherwise,
        ),
        YearRow(
            key=UNFUNDED,
            label="Unfunded",
            beside="$",
            formula=lambda k: (
                "=" + cents(f"{ref(STREAMS, ALL, year_header(k))}-SUM({span(names[0], REST, k)})")
            ),
            values=found[UNFUNDED],
        ),
        YearRow(
            key=ALL,
            label="Total",
            beside="$",
            formula=lambda k: "=" + ref(TOTALS, ASKED, year_header(k)),
            values=context.analysis.cash_flow.cost,
            emphasis=Emphasis.TOTAL,
        ),
    ]
    return timeline(
        context,
        name=STREAMS,
        heading="By stream of money",
        says="What secured sources pay of each year's cost, and what nobody pays yet.",
        rows=rows,
        label="Stream",
    )
