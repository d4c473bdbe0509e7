"""The blocks of Cost by year that put money of later years at what it is worth on the first day.

The factors stand in rows of their own: no cell uses the function NPV, which hides when money falls.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from xlbudget.analysis.breakdown import Amounts
from xlbudget.analysis.present_value import COUNTED
from xlbudget.model.choices import ERATE, LineStatus, SavingType, SourceStatus
from xlbudget.sheets.assumptions import rate
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.live_rows import cents
from xlbudget.sheets.plan import Emphasis, Form, Table, label_of, ref, text, whole
from xlbudget.sheets.timeline import YearRow, timeline

FLOWS, FACTORS, PRESENT_VALUE = "CashFlows", "DiscountFactors", "PresentValue"


def cash_flows(context: Context) -> Table:
    """Return what costs and brings money in each year, by when in the year it falls."""
    flows = context.analysis.cash_flow.flows
    last = len(context.years)

    def row(key: str, label: str, formula: Callable[[int], str], values: Amounts) -> YearRow:
        return YearRow(key=key, label=label, beside="$", formula=formula, values=values)

    def timed(at_start: int) -> Callable[[int], str]:
        place = whole("At start")
        return lambda k: "=" + cents(f"SUMIFS({whole(year_header(k))},{place},{at_start})")

    left = (Decimal(0),) * (last - 1)
    rows = (
        row("start_cost", "Cost at the start of its year", timed(1), flows.start_cost),
        row("end_cost", "Cost at the end of its year", timed(0), flows.end_cost),
        row("erate", "Less: E-rate", _erate, flows.erate),
        row("resale", "Less: resale of equipment", _resale, flows.resale),
        row(
            "horizon_value",
            "Less: value left at the plan's end",
            lambda k: (
                f"=({label_of(FLOWS, year_header(k))}=LastYear)"
                f"*SUMPRODUCT({whole('Base cost')},{whole('Horizon factor')})"
            ),
            (*left, flows.horizon_value),
        ),
        row("benefits", "Savings: cashable, avoided, revenue", _savings(COUNTED), flows.benefits),
        replace(
            row(
                "productivity",
                "Staff time saved, in no total",
                _savings((SavingType.PRODUCTIVITY,)),
                flows.productivity,
            ),
            emphasis=Emphasis.NOTE,
        ),
    )
    return timeline(
        context,
        name=FLOWS,
        heading="When money falls",
        says="Purchases and one-time services fall at the start of their year, all else at its "
        "end, or at mid-year where Assumptions says so.",
        rows=rows,
        label="Flow",
    )


def discount_factors(context: Context) -> Table:
    """Return what a dollar of each year is worth on the first day of the plan."""
    factors, count = context.analysis.cash_flow.factors, len(context.years)
    mid_year = context.values.get("mid_year", Decimal(0))

    def cell(key: str, k: int) -> str:
        return ref(FACTORS, key, year_header(k))

    def power(k: int, shift: str) -> str:
        since = f"BaseYear-{label_of(FACTORS, year_header(k))}{shift}"
        return f"=(1+{cell('rate', k)})^({since})"

    def row(
        key: str, label: str, formula: Callable[[int], str], values: Sequence[float | Decimal]
    ) -> YearRow:
        return YearRow(
            key=key, label=label, beside="factor", formula=formula, values=values, total=False
        )

    step = 1.0 + factors.rate
    rows = (
        replace(
            row(
                "rate",
                "Discount rate",
                lambda _: "=" + rate("discount_rate"),
                (factors.rate,) * count,
            ),
            beside="per year",
            form=Form.RATE,
        ),
        replace(
            row(
                "mid_year",
                "Running cost falls at mid-year (1 = yes)",
                lambda _: "=" + rate("mid_year"),
                (mid_year,) * count,
            ),
            beside="0 or 1",
            form=Form.WHOLE,
        ),
        row("start", "Factor, start of the year", lambda k: power(k, ""), factors.start),
        row(
            "end",
            "Factor, end of the year or mid-year",
            lambda k: power(k, f"-1+({cell('mid_year', k)}=1)/2"),
            factors.end,
        ),
        row(
            "year_end",
            "Factor, last day of the year",
            lambda k: power(k, "-1"),
            [step**-k for k in context.numbers],
        ),
    )
    return timeline(
        context,
        name=FACTORS,
        heading="Discount factors",
        says="What a dollar of the year is worth on the first day of the plan.",
        rows=rows,
        label="Factor",
        year_form=Form.FACTOR,
    )


def present_value(context: Context) -> Table:
    """Return the present value of each flow by year, the net cost and the net present value."""
    flows, factors = context.analysis.cash_flow.flows, context.analysis.cash_flow.factors
    left = (Decimal(0),) * (len(context.years) - 1)

    def worth(amounts: Amounts, by: Sequence[float]) -> list[float]:
        return [float(amount) * factor for amount, factor in zip(amounts, by, strict=True)]

    last_day = (*(0.0,) * len(left), factors.horizon)
    values = {
        "start_cost": worth(flows.start_cost, factors.start),
        "end_cost": worth(flows.end_cost, factors.end),
        "erate": worth(flows.erate, factors.end),
        "resale": worth(flows.resale, factors.end),
        "horizon_value": worth((*left, flows.horizon_value), last_day),
        "benefits": worth(flows.benefits, factors.end),
        "productivity": worth(flows.productivity, factors.end),
    }
    signs = {"start_cost": 1, "end_cost": 1, "erate": -1, "resale": -1, "horizon_value": -1}
    net = [sum(sign * values[key][k - 1] for key, sign in signs.items()) for k in context.numbers]

    def cell(key: str, k: int) -> str:
        return ref(PRESENT_VALUE, key, year_header(k))

    def row(key: str, label: str, factor: str) -> YearRow:
        return YearRow(
            key=key,
            label=label,
            beside="$",
            formula=lambda k: (
                f"={ref(FLOWS, key, year_header(k))}*{ref(FACTORS, factor, year_header(k))}"
            ),
            values=values[key],
        )

    def sum_row(
        key: str, label: str, formula: Callable[[int], str], sums: Sequence[float]
    ) -> YearRow:
        return YearRow(
            key=key,
            label=label,
            beside="$",
            formula=formula,
            values=sums,
            emphasis=Emphasis.TOTAL,
        )

    rows = (
        row("start_cost", "Cost at the start of its year", "start"),
        row("end_cost", "Cost at the end of its year", "end"),
        row("erate", "Less: E-rate", "end"),
        row("resale", "Less: resale of equipment", "end"),
        row("horizon_value", "Less: value left at the plan's end", "year_end"),
        sum_row(
            "net_cost",
            "Net cost",
            lambda k: (
                f"={cell('start_cost', k)}+{cell('end_cost', k)}"
                f"-SUM({ref(PRESENT_VALUE, 'erate..horizon_value', year_header(k))})"
            ),
            net,
        ),
        row("benefits", "Savings: cashable, avoided, revenue", "end"),
        sum_row(
            "npv",
            "Net present value: savings less net cost",
            lambda k: f"={cell('benefits', k)}-{cell('net_cost', k)}",
            [benefit - cost for benefit, cost in zip(values["benefits"], net, strict=True)],
        ),
        replace(
            row("productivity", "Staff time saved, in no total", "end"), emphasis=Emphasis.NOTE
        ),
    )
    return timeline(
        context,
        name=PRESENT_VALUE,
        heading="Present value",
        says="Worth on the first day of the plan, of the plan as entered: before the changes that "
        "a scenario makes.",
        rows=rows,
        label="Present value of",
    )


def _erate(k: int) -> str:
    paid, status = whole(f"Paid {k}", "Funding"), whole("Status", "Funding")
    secured = f"SUMIFS({paid},{status},{text(SourceStatus.SECURED)},{whole('Kind', 'Funding')}"
    return "=" + cents("+".join(f"{secured},{text(kind)})" for kind in ERATE))


def _resale(k: int) -> str:
    bought = f"{whole('Units')}*{whole('Unit price')}*{whole(f'Resale factor {k}')}"
    asked = f"({whole('Status')}<>{text(LineStatus.LAPSED)})"
    return "=" + cents(f"SUMPRODUCT({asked}*ROUND({bought},2))")


def _savings(kinds: Sequence[SavingType]) -> Callable[[int], str]:
    def formula(k: int) -> str:
        planned = f"SUMIFS({whole(f'Planned {k}', 'Savings')},{whole('Type', 'Savings')}"
        return "=" + cents("+".join(f"{planned},{text(kind)})" for kind in kinds))

    return formula
