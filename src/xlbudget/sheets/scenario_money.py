"""Who pays in each scenario: the structural gap, what is unfunded, and what loses its source."""

from __future__ import annotations

from xlbudget.model.choices import ERATE, SourceStatus, Stream
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.line_columns import SLOTS
from xlbudget.sheets.plan import Emphasis, Form, Table, label_of, ref, whole
from xlbudget.sheets.scenario_costs import COST
from xlbudget.sheets.scenario_funding import PAID, PAID_RECURRING, paid_by
from xlbudget.sheets.scenario_slot import Slot, by_scenario
from xlbudget.sheets.timeline import YearRow

MONEY = "ScenarioMoney"
GAPS = "ScenarioGaps"
SECURED = SourceStatus.SECURED


def money_table(slot: Slot) -> Table:
    """Return who pays in a scenario, year by year, by secured money."""
    name = slot.table(MONEY)

    def cell(key: str, k: int) -> str:
        return ref(name, key, year_header(k))

    def year(k: int) -> str:
        return label_of(name, year_header(k))

    def lasting(k: int) -> str:
        streams = (Stream.RECURRING, Stream.RENEWABLE)
        return "+".join(
            paid_by(slot, PAID_RECURRING, k, status=SECURED, stream=stream) for stream in streams
        )

    rows = (
        YearRow(
            key="paid",
            label="Paid by secured money",
            beside="$",
            formula=lambda k: slot.cents(paid_by(slot, PAID, k, status=SECURED)),
            values=slot.years(lambda result: result.funding.secured.paid),
        ),
        YearRow(
            key="unfunded",
            label="Unfunded",
            beside="$",
            formula=lambda k: slot.cents(
                f"{ref(slot.table(COST), 'total', year_header(k))}-{cell('paid', k)}"
            ),
            values=slot.years(lambda result: result.funding.secured.unfunded),
            emphasis=Emphasis.TOTAL,
        ),
        YearRow(
            key="need",
            label="Recurring need",
            beside="$",
            formula=lambda k: slot.cents(
                f"SUMPRODUCT(({whole('Recurring from')}<={year(k)})*{slot.cost(k)})"
            ),
            values=slot.years(lambda result: result.funding.recurring_need),
        ),
        YearRow(
            key="lasting",
            label="Met by recurring and renewable money",
            beside="$",
            formula=lambda k: slot.cents(lasting(k)),
            values=slot.years(lambda result: result.funding.secured.stable_recurring),
        ),
        YearRow(
            key="gap",
            label="Structural gap",
            beside="$",
            formula=lambda k: slot.cents(f"{cell('need', k)}-{cell('lasting', k)}"),
            values=slot.years(lambda result: result.funding.secured.structural_gap),
            emphasis=Emphasis.TOTAL,
        ),
        YearRow(
            key="lost",
            label="Lost: its source has ended",
            beside="$",
            formula=lambda k: slot.cents(f"SUMPRODUCT({lost_parts(slot, k, year(k))})"),
            values=slot.years(lambda result: result.funding.lost),
        ),
        YearRow(
            key="has_lost",
            label="Recurring need has lost a source (1 = yes)",
            beside="0 or 1",
            formula=lambda k: f"=({cell('lost', k)}>0)*1",
            values=slot.years(lambda result: [int(lost > 0) for lost in result.funding.lost]),
            form=Form.WHOLE,
            total=False,
        ),
        YearRow(
            key="erate",
            label="E-rate",
            beside="$",
            formula=lambda k: slot.cents(
                "+".join(paid_by(slot, PAID, k, status=SECURED, kind=kind) for kind in ERATE)
            ),
            values=slot.years(lambda result: result.funding.secured.erate),
        ),
    )
    return slot.timeline(MONEY, "Who pays", rows, label="Money")


def gaps_table(context: Context) -> Table:
    """Return the structural gap of every scenario by year: one row each."""
    return by_scenario(
        context,
        name=GAPS,
        heading="Structural gap of each scenario by year",
        source=(MONEY, "gap"),
        figures=lambda result: result.funding.secured.structural_gap,
    )


def lost_parts(slot: Slot, k: int, year: str) -> str:
    """Return the formula text of what of each line has lost its source in year k: an array.

    A line's part j is what it reaches with source j less what it reaches with source j - 1; so
    the amount reached with source j counts when that source has ended, less when the next has.
    """
    ended = [f"({whole(f'Source {j} ends')}>0)*({year}>{whole(f'Source {j} ends')})" for j in SLOTS]
    reached = [f"ROUND({whole(f'Source reach {j}')}*{slot.cost(k)},2)" for j in SLOTS]
    lost = "+".join(
        f"({mine}-{following})*{amount}"
        for mine, following, amount in zip(ended, [*ended[1:], "0"], reached, strict=True)
    )
    succeeds = (
        f"{whole('Successor allowed')}*({year}>={whole('Successor from')})"
        f"*({year}<={whole('Successor ends')})"
    )
    return f"({year}>={whole('Recurring from')})*(1-{succeeds})*({lost})"
