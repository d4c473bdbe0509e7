"""The columns of Line items that tell what loses its source, and when: the lines of the cliff."""

from __future__ import annotations

from decimal import Decimal

from xlbudget.model import LineItem
from xlbudget.model.payers import Claim, payers_of
from xlbudget.model.split import source_slots, split
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.line_columns import SLOTS, TABLE, LineColumn
from xlbudget.sheets.plan import Column, Form, label_of, ref, this, whole

AT_CLIFF, RANK = "Lost at cliff", "Cliff rank"


def loss_columns(context: Context) -> list[LineColumn]:
    """Return what recurring need of a line has lost its source, by year, and its rank."""
    lost = losses(context)
    years = [_lost(k, lost) for k in context.numbers]
    at_cliff = losses_at_cliff(context, lost)
    return [*years, _at_cliff(context, at_cliff), _rank(at_cliff)]


def losses(context: Context) -> list[tuple[Decimal, ...]]:
    """Return, for each line, its recurring need by year that has lost its source."""
    month = context.budget.district.fiscal_year_start_month
    payers = payers_of(context.budget.sources, month)

    def lost(line: LineItem, amount: Decimal, year: int) -> Decimal:
        slots = source_slots(line)
        parts = split(amount, [slot.share for slot in slots])
        claims = [Claim(slot.key, line.successor, line.area) for slot in slots]
        return sum(
            (
                part
                for part, claim in zip(parts, claims, strict=True)
                if payers.is_lost(claim, year)
            ),
            Decimal(0),
        )

    return [
        tuple(
            lost(cost.line, amount, year) if year >= cost.recurring_from else Decimal(0)
            for amount, year in zip(cost.years, context.years, strict=True)
        )
        for cost in context.analysis.costs
    ]


def losses_at_cliff(context: Context, lost: list[tuple[Decimal, ...]]) -> list[Decimal]:
    """Return what each line loses in the cliff year; zeros when there is no cliff."""
    cliff = context.analysis.funding.cliff_year
    if cliff is None:
        return [Decimal(0)] * len(lost)
    place = cliff - context.years[0]
    return [amounts[place] for amounts in lost]


def _lost(k: int, lost: list[tuple[Decimal, ...]]) -> LineColumn:
    year, amount = label_of(TABLE, year_header(k), fixed=True), this(year_header(k))
    reached = [f"ROUND({this(f'Source reach {slot}')}*{amount},2)" for slot in SLOTS]
    parts = [reached[0], f"({reached[1]}-{reached[0]})", f"({reached[2]}-{reached[1]})"]
    ended = [
        f"({this(f'Source {slot} ends')}>0)*({year}>{this(f'Source {slot} ends')})"
        for slot in SLOTS
    ]
    total = "+".join(f"{end}*{part}" for end, part in zip(ended, parts, strict=True))
    succeeds = (
        f"{this('Successor allowed')}*({year}>={this('Successor from')})"
        f"*({year}<={this('Successor ends')})"
    )
    formula = f"=({year}>={this('Recurring from')})*(1-{succeeds})*({total})"
    return LineColumn(
        Column(header=f"Lost {k}", form=Form.DOLLARS, width=11.5, formula=formula),
        lambda index: 0 if index is None else lost[index][k - 1],
    )


def _at_cliff(context: Context, amounts: list[Decimal]) -> LineColumn:
    place = ref("Cliff", "place", "Value", fixed=True)
    last = len(context.years)
    columns = f"{TABLE}[[#This Row],[Lost 1]:[Lost {last}]]"
    formula = f"=IF({place}=0,0,INDEX({columns},1,MAX(1,{place})))"
    return LineColumn(
        Column(header=AT_CLIFF, form=Form.DOLLARS, width=11.5, formula=formula),
        lambda index: 0 if index is None else amounts[index],
    )


def _rank(amounts: list[Decimal]) -> LineColumn:
    mine, everyone = this(AT_CLIFF), whole(AT_CLIFF)
    ahead = f"SUMPRODUCT(({everyone}>{mine})+({everyone}={mine})*(ROW({everyone})<ROW({mine})))"

    def rank(index: int | None) -> int:
        if index is None or amounts[index] <= 0:
            return 0
        own = amounts[index]
        return 1 + sum(
            amount > own or (amount == own and place < index)
            for place, amount in enumerate(amounts)
        )

    return LineColumn(
        Column(header=RANK, form=Form.WHOLE, width=11.5, formula=f"=IF({mine}>0,1+{ahead},0)"),
        rank,
    )
