"""The columns of Line items by year: the factor, the cash that it makes, and ownership."""

from __future__ import annotations

from xlbudget.model.choices import CostType
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.line_column import TABLE, LineColumn, cost_column, has_word
from xlbudget.sheets.plan import Form, label_of, this


def year_columns(context: Context) -> list[LineColumn]:
    """Return the columns of each year: factor, cash, ownership."""
    makers = (_factor, _year, _ownership)
    return [maker(context, k) for maker in makers for k in context.numbers]


def _factor(context: Context, k: int) -> LineColumn:
    year, first = label_of(TABLE, year_header(k), fixed=True), this("First fiscal year")
    return cost_column(
        context,
        f"Factor {k}",
        f"=IF({has_word('Cost type', CostType.CONTRACT)},{this(f'Payment {k}')},"
        f"({first}>0)*({year}>={first})*({year}<={this('Ends')})"
        f"*(MOD({year}-{first},{this('Interval')})=0)"
        f"*(1+{this('Growth')})^({year}-BaseYear))",
        lambda cost: cost.factors[k - 1],
        form=Form.FACTOR,
    )


def _year(context: Context, k: int) -> LineColumn:
    return cost_column(
        context,
        year_header(k),
        f"=ROUND({this('Base cost')}*{this(f'Factor {k}')},2)",
        lambda cost: cost.years[k - 1],
        form=Form.DOLLARS,
    )


def _ownership(context: Context, k: int) -> LineColumn:
    year, first = label_of(TABLE, year_header(k), fixed=True), this("First fiscal year")
    age, life = f"MOD({year}-{first},{this('Interval')})", this("Life")
    serves = f"({first}>0)*({year}>={first})*({year}<={this('Ends')})*({age}<{life})"
    return cost_column(
        context,
        f"Ownership {k}",
        f"=IF({has_word('Cost type', CostType.PURCHASE)},"
        f"ROUND({this('Charge')}*{serves}*(1+{this('Growth')})^({year}-BaseYear-{age})"
        f"*IF({this('Last fiscal year')}={year},{life}-{age},1),2),{this(year_header(k))})",
        lambda cost: cost.ownership[k - 1],
        form=Form.DOLLARS,
    )
