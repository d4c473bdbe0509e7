"""The columns of Line items that tell when a line costs: its end, interval, recurring years."""

from __future__ import annotations

from xlbudget.model.choices import CostType, Need
from xlbudget.sheets.context import Context
from xlbudget.sheets.line_column import LineColumn, cost_column, has_word
from xlbudget.sheets.plan import Form, this


def timing_columns(context: Context) -> list[LineColumn]:
    """Return the last year, the service life, the interval and the first recurring year."""
    return [_ends(context), _life(context), _interval(context), _recurring_from(context)]


def _ends(context: Context) -> LineColumn:
    last = this("Last fiscal year")
    return cost_column(
        context,
        "Ends",
        f'=IF({last}="",LastYear,{last})',
        lambda cost: cost.ends,
        blank=context.years[-1],
        form=Form.YEAR,
    )


def _life(context: Context) -> LineColumn:
    return cost_column(
        context,
        "Life",
        f"=MAX(1,{this('Service life')})",
        lambda cost: cost.life,
        blank=1,
        form=Form.WHOLE,
    )


def _interval(context: Context) -> LineColumn:
    purchase = has_word("Cost type", CostType.PURCHASE)
    service = has_word("Cost type", CostType.ONE_TIME_SERVICE)
    refreshed = has_word("Refresh", "yes")
    return cost_column(
        context,
        "Interval",
        f"=MAX(1,{purchase}*{refreshed}*{this('Life')},({purchase}*(1-{refreshed})+{service})*Once)",
        lambda cost: cost.interval,
        blank=1,
        form=Form.WHOLE,
    )


def _recurring_from(context: Context) -> LineColumn:
    first = this("First fiscal year")
    lasting, starting = has_word("Need", Need.RECURRING), has_word("Need", Need.STARTS)
    return cost_column(
        context,
        "Recurring from",
        f"={lasting}*{first}+{starting}*({first}+1)+(1-{lasting})*(1-{starting})*(LastYear+1)",
        lambda cost: cost.recurring_from,
        blank=context.years[-1] + 1,
        form=Form.YEAR,
    )
