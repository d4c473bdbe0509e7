"""The columns of Line items that tell what a line costs before years: units, price, growth."""

from __future__ import annotations

from decimal import Decimal

from xlbudget.model.choices import CostType, LineStatus
from xlbudget.sheets.context import Context
from xlbudget.sheets.line_column import LineColumn, cost_column, has_word
from xlbudget.sheets.plan import Form, text, this, whole


def basis_columns(context: Context) -> list[LineColumn]:
    """Return units, unit cost, base cost and growth."""
    return [_units(context), _unit_cost(context), _base_cost(context), _growth(context)]


def asked() -> str:
    """Return the formula text of whether the line still asks for money."""
    return f"({this('Status')}<>{text(LineStatus.LAPSED)})"


def _units(context: Context) -> LineColumn:
    quantity = this("Quantity")
    return cost_column(
        context,
        "Units",
        f"=IF({has_word('Cost type', CostType.PURCHASE)},"
        f"ROUNDUP(ROUND({quantity}*(1+{this('Spare share')}),6),0),{quantity})",
        lambda cost: cost.units,
    )


def _unit_cost(context: Context) -> LineColumn:
    purchase = has_word("Cost type", CostType.PURCHASE)
    staff = has_word("Cost type", CostType.STAFF)
    contract = has_word("Cost type", CostType.CONTRACT)
    return cost_column(
        context,
        "Unit cost",
        f"={contract}+(1-{contract})*({this('Unit price')}*(1+{staff}*{this('Benefit rate')})"
        f"+{purchase}*{this('Unit setup')}+{staff}*{this('Flat benefit')})",
        lambda cost: cost.unit_cost,
        form=Form.CENTS,
    )


def _base_cost(context: Context) -> LineColumn:
    contract = has_word("Cost type", CostType.CONTRACT)
    return cost_column(
        context,
        "Base cost",
        f"={asked()}*IF({contract},1,{this('Units')}*{this('Unit cost')})",
        lambda cost: cost.base,
        form=Form.CENTS,
    )


def _growth(context: Context) -> LineColumn:
    given = this("Escalation class")
    name = f'IF({given}="","general",{given})'
    return cost_column(
        context,
        "Growth",
        f"=SUMIFS({whole('Value', 'Assumptions')},{whole('Key', 'Assumptions')},"
        f'"escalation_"&{name})',
        lambda cost: cost.growth,
        blank=context.values.get("escalation_general", Decimal(0)),
        form=Form.RATE,
    )
