"""The columns of Line items that tell what a line costs under each scenario."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from xlbudget.analysis.multipliers import PLAIN, Multipliers, multipliers_of
from xlbudget.model.choices import CostType, Dimension, LineStatus
from xlbudget.model.cost import units_bought
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.line_columns import TABLE, LineColumn
from xlbudget.sheets.plan import Column, Form, label_of, ref, text, this, whole

ORDER = "ScenarioOrder"
PER_STUDENT = "per_student"


def scenario_columns(context: Context) -> list[LineColumn]:
    """Return the resale factors, then for each scenario the line's multipliers, units and base.

    The base cost takes the place of the column Base cost; the factors of the years stay.
    """
    made = [_resale(context, k) for k in context.numbers]
    for slot in context.scenario_slots:
        made += [_multiplier(context, slot, "Quantity"), _multiplier(context, slot, "Price")]
        made += [_units(context, slot), _base(context, slot)]
    return made


def _multiplier(context: Context, slot: int, driver: str) -> LineColumn:
    change = whole(f"{driver} change", "Drivers")
    if driver == "Price":
        both = "Drivers[[Price change]:[Salary change]]"
        change = f'INDEX({both},0,1+({this("Cost type")}="{CostType.STAFF}"))'
    area, category = _sum(slot, change, Dimension.AREA), _sum(slot, change, Dimension.CATEGORY)
    tags = this("Tags")
    tag = (
        f"SUMPRODUCT(({whole('Scenario id', 'Drivers')}={_order(slot, 'Scenario')})"
        f"*({whole('Dimension', 'Drivers')}={text(Dimension.TAG)})"
        f'*ISNUMBER(FIND(";"&{whole("Key", "Drivers")}&";",{tags}))*{change})'
    )
    formula = f"=(1+{area})*(1+{category})*(1+{tag})"
    if driver == "Quantity":
        growth = _order(slot, "Enrollment change")
        formula += f'*(1+{growth}*ISNUMBER(FIND(";{PER_STUDENT};",{tags})))'
    multipliers = _multipliers(context, slot, excluding=False)

    def value(index: int | None) -> Decimal:
        if index is None or multipliers is None:
            return Decimal(1)
        found = multipliers.of(context.budget.lines[index])
        return found.quantity if driver == "Quantity" else found.price

    column = Column(
        header=f"{driver} in scenario {slot}", form=Form.FACTOR, width=11.5, formula=formula
    )
    return LineColumn(column, value)


def excluding_tags(slot: int, tags: str) -> str:
    """Return the formula text of how many of some tags a scenario excludes.

    Args:
        slot: The scenario's place.
        tags: The cell that holds the tags, each between semicolons.

    """
    tag = whole("Tag", "Tags")
    return (
        f'SUMPRODUCT(({tag}<>"")*ISNUMBER(FIND(";"&{tag}&";",{tags}))'
        f'*ISNUMBER(FIND(";"&{tag}&";",{_order(slot, "Excluded tags")})))'
    )


def _sum(slot: int, change: str, dimension: Dimension) -> str:
    return (
        f"SUMIFS({change},{whole('Scenario id', 'Drivers')},{_order(slot, 'Scenario')},"
        f"{whole('Dimension', 'Drivers')},{text(dimension)},"
        f"{whole('Key', 'Drivers')},{this(dimension.capitalize())})"
    )


def _units(context: Context, slot: int) -> LineColumn:
    kind, count = this("Cost type"), f"{this('Quantity')}*{this(f'Quantity in scenario {slot}')}"
    quantity = this(f"Quantity in scenario {slot}")
    excluded = excluding_tags(slot, this("Tags"))
    purchase, contract = (
        f"({kind}={text(CostType.PURCHASE)})",
        f"({kind}={text(CostType.CONTRACT)})",
    )
    formula = (
        f"=({this('Status')}<>{text(LineStatus.LAPSED)})*({excluded}=0)"
        f"*({purchase}*ROUNDUP(ROUND({count}*(1+{this('Spare share')}),6),0)"
        f"+{contract}*{quantity}+(1-{purchase}-{contract})*{count})"
    )
    multipliers = _multipliers(context, slot)

    def value(index: int | None) -> Decimal:
        if index is None:
            return Decimal(0)
        cost = context.analysis.costs[index]
        multiplier = multipliers.of(cost.line) if multipliers else PLAIN
        if not cost.asked or multiplier.excluded:
            return Decimal(0)
        if cost.line.cost_type == CostType.CONTRACT:
            return multiplier.quantity
        return units_bought(cost.line, (cost.line.quantity or Decimal(0)) * multiplier.quantity)

    column = Column(header=f"Scenario {slot} units", form=Form.NUMBER, width=13, formula=formula)
    return LineColumn(column, value)


def _base(context: Context, slot: int) -> LineColumn:
    units, price = this(f"Scenario {slot} units"), this(f"Price in scenario {slot}")
    formula = f"={units}*{this('Unit cost')}*{price}"
    results = context.analysis.scenarios.results

    def value(index: int | None) -> Decimal:
        if index is None:
            return Decimal(0)
        if slot > len(results):
            return context.analysis.costs[index].base
        return results[slot - 1].bases[index]

    column = Column(header=f"Scenario {slot} base", form=Form.CENTS, width=13, formula=formula)
    return LineColumn(column, value)


def _resale(context: Context, k: int) -> LineColumn:
    """Return what a dollar of price brings when the purchase is bought back in year k."""
    first, life = this("First fiscal year"), this("Life")
    bought = f"({label_of(TABLE, year_header(k), fixed=True)}-{life}+1)"
    formula = (
        f"=IF(({this('Cost type')}={text(CostType.PURCHASE)})*({first}>0)*({bought}>={first})"
        f"*({bought}<={this('Ends')})*(MOD({bought}-{first},{this('Interval')})=0),"
        f"{this('Residual share')}*(1+{this('Growth')})^({bought}-BaseYear),0)"
    )
    costs = context.analysis.costs
    column = Column(header=f"Resale factor {k}", form=Form.FACTOR, width=11.5, formula=formula)
    return LineColumn(
        column, lambda index: 0 if index is None else costs[index].resale_factors[k - 1]
    )


def _order(slot: int, column: str) -> str:
    return ref(ORDER, str(slot), column, fixed=True)


def _multipliers(context: Context, slot: int, *, excluding: bool = True) -> Multipliers | None:
    """Return the multipliers of a scenario; None where no scenario stands.

    The columns of multipliers show them as if the scenario excluded nothing.
    """
    results = context.analysis.scenarios.results
    if slot > len(results):
        return None
    scenario = results[slot - 1].scenario
    shown = scenario if excluding else replace(scenario, excluded_tags=())
    return multipliers_of(shown, context.budget, context.programs)
