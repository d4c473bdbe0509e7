"""The blocks of Cost of ownership that even out what is bought in lumps."""

from __future__ import annotations

from xlbudget.analysis.breakdown import minus
from xlbudget.model.choices import CostType
from xlbudget.sheets.assumptions import rate
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.live_rows import cents
from xlbudget.sheets.plan import (
    Calculated,
    Chart,
    Emphasis,
    Form,
    Series,
    Table,
    label_of,
    ref,
    row_range,
    text,
    whole,
)
from xlbudget.sheets.timeline import YearRow, timeline
from xlbudget.sheets.words import thousands, thousands_by_year, thousands_formula

AS_PURCHASED, RESERVE = "AsPurchased", "RefreshReserve"
BEFORE = "Before year 1"
REFRESHED = f'{whole("Cost type")},{text(CostType.PURCHASE)},{whole("Refresh")},"yes"'


def as_purchased(context: Context) -> Table:
    """Return cost as it is purchased, and recurring need evened out."""
    found = context.analysis.ownership
    recurring = whole("Recurring from")

    def cell(key: str, k: int) -> str:
        return ref(AS_PURCHASED, key, year_header(k))

    def due(k: int) -> str:
        return f'{recurring},"<="&{label_of(AS_PURCHASED, year_header(k))}'

    rows = (
        YearRow(
            key="purchased",
            label="As purchased: cash cost of all lines",
            beside="$",
            formula=lambda k: "=" + cents(f"SUM({whole(year_header(k))})"),
            values=found.as_purchased,
            emphasis=Emphasis.TOTAL,
        ),
        YearRow(
            key="need",
            label="Recurring need in it",
            beside="$",
            formula=lambda k: "=" + cents(f"SUMIFS({whole(year_header(k))},{due(k)})"),
            values=found.recurring_need,
        ),
        YearRow(
            key="lumps",
            label="Less: refresh purchases in that need",
            beside="$",
            formula=lambda k: "=" + cents(f"SUMIFS({whole(year_header(k))},{REFRESHED},{due(k)})"),
            values=found.reserve.recurring_purchases,
        ),
        YearRow(
            key="contribution",
            label="Plus: contribution to the reserve",
            beside="$",
            formula=lambda k: "=" + ref(RESERVE, "contribution", year_header(k)),
            values=found.reserve.contribution,
        ),
        YearRow(
            key="evened_out",
            label="Recurring need, evened out",
            beside="$",
            formula=lambda k: (
                "=" + cents(f"{cell('need', k)}-{cell('lumps', k)}+{cell('contribution', k)}")
            ),
            values=found.evened_out,
            emphasis=Emphasis.TOTAL,
        ),
        YearRow(
            key="difference",
            label="Evened out less as purchased",
            beside="$",
            formula=lambda k: "=" + cents(f"{cell('evened_out', k)}-{cell('need', k)}"),
            values=minus(found.evened_out, found.recurring_need),
        ),
    )
    return timeline(
        context,
        name=AS_PURCHASED,
        heading="As purchased and evened out",
        says="Equipment that is refreshed comes in lumps; evened out, each year bears its part.",
        rows=rows,
        label="Money",
    )


def refresh_reserve(context: Context) -> Table:
    """Return the reserve from which refreshed equipment is bought."""
    reserve = context.analysis.ownership.reserve

    def cell(key: str, k: int) -> str:
        return ref(RESERVE, key, year_header(k))

    def before(k: int) -> str:
        return ref(RESERVE, "closing", year_header(k - 1) if k > 1 else BEFORE)

    rows = (
        YearRow(
            key="opening",
            label="Opening balance",
            formula=lambda k: "=" + before(k),
            values=reserve.opening,
            total=False,
        ),
        YearRow(
            key="contribution",
            label="Contribution: ownership of refreshed lines",
            formula=lambda k: "=" + cents(f"SUMIFS({whole(f'Ownership {k}')},{REFRESHED})"),
            values=reserve.contribution,
        ),
        YearRow(
            key="interest",
            label="Interest on the opening balance",
            formula=lambda k: "=" + cents(f"{cell('opening', k)}*{rate('reserve_interest')}"),
            values=reserve.interest,
        ),
        YearRow(
            key="purchases",
            label="Less: purchases of refreshed lines",
            formula=lambda k: "=" + cents(f"SUMIFS({whole(year_header(k))},{REFRESHED})"),
            values=reserve.purchases,
        ),
        YearRow(
            key="closing",
            label="Closing balance",
            beside=Calculated("=" + rate("reserve_opening"), reserve.opening[0]),
            formula=lambda k: (
                "="
                + cents(
                    f"{cell('opening', k)}+{cell('contribution', k)}"
                    f"+{cell('interest', k)}-{cell('purchases', k)}"
                )
            ),
            values=reserve.closing,
            emphasis=Emphasis.TOTAL,
            total=False,
        ),
    )
    return timeline(
        context,
        name=RESERVE,
        heading="Refresh reserve ($)",
        says="Money put aside evenly for equipment that is refreshed; a closing balance below zero "
        "must be bridged by other money.",
        rows=rows,
        beside=BEFORE,
        beside_form=Form.DOLLARS,
        label="Reserve",
    )


def reserve_in_words(context: Context) -> Calculated:
    """Return in one sentence whether the reserve carries the purchases."""
    first, last = year_header(1), year_header(len(context.years))
    count = f"SUMPRODUCT(--({row_range(RESERVE, 'closing', first, last)}<0))"
    short = sum(amount < 0 for amount in context.analysis.ownership.reserve.closing)
    holds = "The refresh reserve stays at or above zero in every year"
    formula = (
        f'=IF({count}=0,"{holds}","The refresh reserve is below zero at the end of "&{count}'
        f'&" of "&Horizon&" years: other money must bridge it")'
    )
    years = len(context.years)
    said = (
        f"The refresh reserve is below zero at the end of {short} of {years} years: "
        "other money must bridge it"
    )
    return Calculated(formula, said if short else holds)


def evened_out_chart(context: Context) -> Chart:
    """Return the chart of recurring need as purchased against evened out."""
    first, last = year_header(1), year_header(len(context.years))
    found = context.analysis.ownership

    def span(key: str) -> str:
        return row_range(AS_PURCHASED, key, first, last, fixed=True)

    moved = row_range(AS_PURCHASED, "difference", first, last)
    most = max(map(abs, minus(found.evened_out, found.recurring_need)))
    formula = '="Evening out moves the recurring need of a year by at most "&' + thousands_formula(
        f"MAX(MAX({moved}),-MIN({moved}))"
    )
    finding = f"Evening out moves the recurring need of a year by at most {thousands(most)}"
    return Chart(
        name="EvenedOutChart",
        kind="columns",
        finding=Calculated(formula, finding),
        categories=label_of(AS_PURCHASED, f"{first}..{last}", fixed=True),
        series=(
            Series(name="Recurring need as purchased", values=span("need")),
            Series(name="Recurring need evened out", values=span("evened_out"), line=True),
        ),
        x_title="Fiscal year",
        y_title="Dollars",
        from_zero=True,
        alt="Columns by fiscal year of recurring need as purchased, and a line of recurring need "
        f"evened out over service lives. The cell above says: {finding}. In thousands of dollars "
        f"from FY{context.years[0]} on: {thousands_by_year(found.recurring_need)} as purchased, "
        f"{thousands_by_year(found.evened_out)} evened out.",
    )
