"""The columns of Line items on what is bought: its yearly charge, and what outlasts the plan."""

from __future__ import annotations

from xlbudget.model.choices import CostType
from xlbudget.model.cost import LineCost
from xlbudget.sheets.context import Context
from xlbudget.sheets.line_basis import asked
from xlbudget.sheets.line_column import LineColumn, cost_column, has_word
from xlbudget.sheets.plan import Cell, Form, this


def horizon_columns(context: Context) -> list[LineColumn]:
    """Return the charge of a year, the year of the last purchase and the horizon factor."""
    return [_charge(context), _last_bought(context), _horizon_factor(context)]


def _charge(context: Context) -> LineColumn:
    residual = f"{this('Unit price')}*{this('Residual share')}"

    def value(cost: LineCost) -> Cell:
        if not cost.asked:
            return 0
        line = cost.line
        net = cost.unit_cost - (line.unit_price or 0) * (line.residual_share or 0)
        return cost.units * net / cost.life

    return cost_column(
        context,
        "Charge",
        f"={asked()}*{this('Units')}*({this('Unit cost')}-{residual})/{this('Life')}",
        value,
        form=Form.CENTS,
    )


def _last_bought(context: Context) -> LineColumn:
    first, ends = this("First fiscal year"), f"MIN({this('Ends')},LastYear)"
    horizon = context.years[-1]

    def value(cost: LineCost) -> Cell:
        last = min(cost.ends, horizon)
        return last - (last - (cost.line.first_fiscal_year or 0)) % cost.interval

    return cost_column(
        context,
        "Last bought",
        f"={ends}-MOD({ends}-{first},{this('Interval')})",
        value,
        blank=horizon,
        form=Form.YEAR,
    )


def _horizon_factor(context: Context) -> LineColumn:
    first, last = this("First fiscal year"), this("Last fiscal year")
    unit_cost, residual = this("Unit cost"), this("Residual share")
    bought, life = this("Last bought"), this("Life")
    left = f"({bought}+{life}-1-LastYear)"
    return cost_column(
        context,
        "Horizon factor",
        f"=IF({has_word('Cost type', CostType.PURCHASE)}*({first}>0)*({unit_cost}<>0)"
        f"*({bought}>=MAX(BaseYear,{first}))*({left}>0)"
        f'*(({last}="")+({last}>LastYear)>0),'
        f"{this('Unit price')}/{unit_cost}*({residual}+(1-{residual})*{left}/{life})"
        f"*(1+{this('Growth')})^({bought}-BaseYear),0)",
        lambda cost: cost.horizon_factor,
        form=Form.FACTOR,
    )
