"""What a line costs: its cash, its ownership cost and its buy-back in each year of the plan.

The rules stand in ``docs/figures.md``, "A line"; the columns of the table LineItems compute
the same figures by formula.  Costs are positive dollars, tuples run over the plan's years.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, ROUND_UP, Context, Decimal, localcontext

from xlbudget.model.budget import Budget
from xlbudget.model.choices import PLANNED, CostType, LineStatus, Need
from xlbudget.model.defaults import assumption_values
from xlbudget.model.line_item import LineItem
from xlbudget.model.split import ONE, ZERO, to_cents

ONCE = 99  # an interval longer than any plan: bought once
EXACT = Context(prec=60, rounding=ROUND_HALF_UP)  # money is exact whatever the caller's context
_MILLIONTH = Decimal("0.000001")
AT_START = (CostType.PURCHASE, CostType.ONE_TIME_SERVICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCost:
    """What one line costs; tuples hold one figure per year of the plan."""

    line: LineItem
    ends: int  # last fiscal year of the cost
    life: int  # years of service, at least 1
    interval: int  # years between two purchases or payments
    recurring_from: int  # first fiscal year in which the cost is recurring need
    units: Decimal  # with spares
    unit_cost: Decimal  # dollars per unit, in money of year 1
    base: Decimal  # dollars, in money of year 1, not rounded; 0 when lapsed
    growth: Decimal  # price growth per year
    factors: tuple[Decimal, ...]  # what base is multiplied by
    years: tuple[Decimal, ...]  # cash cost, dollars to the cent
    ownership: tuple[Decimal, ...]  # straight-line cost of service, dollars to the cent
    resale: tuple[Decimal, ...]  # buy-back received, positive dollars to the cent
    resale_factors: tuple[Decimal, ...]  # resale is units x unit price x this
    horizon_factor: Decimal  # value left at the plan's end, per dollar of base
    user_hours: tuple[Decimal, ...]  # unbudgeted hours of users, never in a total
    at_start: bool  # falls at the start of its year, else at its end
    asked: bool  # not lapsed
    planned: bool  # justified or further, and with a goal


def line_costs(budget: Budget) -> tuple[LineCost, ...]:
    """Return what each line of a budget costs, in the order of its lines.

    Nothing is refused: blank numbers count as 0, a blank service life as 1, a line without a
    first fiscal year costs nothing (a contract costs its payments), and any cost type outside
    the list is counted as annual.
    """
    with localcontext(EXACT):
        years = budget.district.years
        plan = _Plan(years, assumption_values(budget.assumptions), (ZERO,) * len(years))
        return tuple(_line_cost(line, plan) for line in budget.lines)


def units_bought(line: LineItem, quantity: Decimal) -> Decimal:
    """Return the units paid for: with spares and rounded up for a purchase."""
    if line.cost_type != CostType.PURCHASE:
        return quantity
    with_spares = quantity * (ONE + (line.spare_share or ZERO))
    return with_spares.quantize(_MILLIONTH, ROUND_HALF_UP).to_integral_value(ROUND_UP)


@dataclass(slots=True)
class _Growth:
    """Price growth of one class, and its powers as far as they were asked for."""

    rate: Decimal
    powers: dict[int, Decimal] = field(default_factory=dict)

    def at(self, exponent: int) -> Decimal:
        power = self.powers.get(exponent)
        if power is None:
            step = ONE + self.rate
            defined = exponent > 0 or (exponent < 0 and step)
            power = step**exponent if defined else (ZERO if exponent else ONE)
            self.powers[exponent] = power
        return power


@dataclass(frozen=True, slots=True)
class _Service:
    """When a line is paid, serves and is bought back, at a price of 1; shared by many lines."""

    factors: tuple[Decimal, ...]
    charges: tuple[Decimal, ...]
    sales: tuple[Decimal, ...]
    left: int  # years of service left at the plan's end
    last_price: Decimal  # price growth at the last purchase within the plan


_Key = tuple[int | None, int | None, int, int, str]


@dataclass(frozen=True, slots=True)
class _Plan:
    """The plan's years and rates, and what was worked out once for lines that are alike."""

    years: tuple[int, ...]
    values: Mapping[str, Decimal]
    zeros: tuple[Decimal, ...]
    growths: dict[str, _Growth] = field(default_factory=dict)
    services: dict[_Key, _Service] = field(default_factory=dict)

    def growth(self, escalation_class: str) -> _Growth:
        known = self.growths.get(escalation_class)
        if known is None:
            key = f"escalation_{escalation_class or 'general'}"
            known = self.growths[escalation_class] = _Growth(self.values.get(key, ZERO))
        return known

    def service(self, line: LineItem, life: int, interval: int) -> _Service:
        first, last = line.first_fiscal_year, line.last_fiscal_year
        key = (first, last, life, interval, line.escalation_class)
        known = self.services.get(key)
        if known is None:
            known = self.services[key] = _service(key, self)
        return known


def _line_cost(line: LineItem, plan: _Plan) -> LineCost:
    life = max(line.service_life or 1, 1)
    interval = _interval(line, life)
    service = plan.service(line, life, interval)
    units = units_bought(line, line.quantity or ZERO)
    unit_cost = _unit_cost(line)
    asked = line.status != LineStatus.LAPSED
    contract = line.cost_type == CostType.CONTRACT
    base = (ONE if contract else units * unit_cost) if asked else ZERO
    factors = _payments(line, plan) if contract else service.factors
    years = _cents(base, factors)
    ownership, resale, resale_factors = years, plan.zeros, plan.zeros
    horizon_factor = ZERO
    if line.cost_type == CostType.PURCHASE:
        paid_for = units if asked else ZERO
        price, share = line.unit_price or ZERO, line.residual_share or ZERO
        ownership = _cents(paid_for * (unit_cost - price * share), service.charges, life)
        if share:
            resale_factors = tuple(share * sale for sale in service.sales)
            resale = _cents(paid_for * price, resale_factors)
        if unit_cost and service.left:
            left = share * life + (ONE - share) * service.left
            horizon_factor = price * left * service.last_price / (unit_cost * life)
    ends = _ends(line.last_fiscal_year, plan)
    return LineCost(
        line=line,
        ends=ends,
        life=life,
        interval=interval,
        recurring_from=_recurring_from(line, plan),
        units=units,
        unit_cost=unit_cost,
        base=base,
        growth=plan.growth(line.escalation_class).rate,
        factors=factors,
        years=years,
        ownership=ownership,
        resale=resale,
        resale_factors=resale_factors,
        horizon_factor=horizon_factor,
        user_hours=_user_hours(line, ends, plan) if asked else plan.zeros,
        at_start=line.cost_type in AT_START,
        asked=asked,
        planned=line.status in PLANNED and line.goal_1 != "",
    )


def _cents(amount: Decimal, factors: tuple[Decimal, ...], parts: int = 1) -> tuple[Decimal, ...]:
    """Return the amount times each factor, divided into parts, rounded half up to the cent."""
    if not amount:
        return (ZERO,) * len(factors)
    if parts == 1:
        years = [to_cents(amount * factor) if factor else ZERO for factor in factors]
    else:
        years = [to_cents(amount * factor / parts) if factor else ZERO for factor in factors]
    return tuple(years)


def _ends(last: int | None, plan: _Plan) -> int:
    return plan.years[-1] if last is None else last


def _interval(line: LineItem, life: int) -> int:
    if line.cost_type == CostType.PURCHASE:
        return life if line.refresh else ONCE
    return ONCE if line.cost_type == CostType.ONE_TIME_SERVICE else 1


def _recurring_from(line: LineItem, plan: _Plan) -> int:
    first = line.first_fiscal_year or 0
    if line.need == Need.RECURRING:
        return first
    return first + 1 if line.need == Need.STARTS else plan.years[-1] + 1


def _unit_cost(line: LineItem) -> Decimal:
    price = line.unit_price or ZERO
    match line.cost_type:
        case CostType.PURCHASE:
            return price + (line.unit_setup or ZERO)
        case CostType.STAFF:
            return price * (ONE + (line.benefit_rate or ZERO)) + (line.flat_benefit or ZERO)
        case CostType.CONTRACT:
            return ONE
    return price


def _payments(line: LineItem, plan: _Plan) -> tuple[Decimal, ...]:
    return tuple(line.payment.get(year) or ZERO for year in plan.years)


def _user_hours(line: LineItem, ends: int, plan: _Plan) -> tuple[Decimal, ...]:
    first, hours = line.first_fiscal_year, line.user_hours
    if first is None or not hours:
        return plan.zeros
    return tuple(hours if first <= year <= ends else ZERO for year in plan.years)


def _service(key: _Key, plan: _Plan) -> _Service:
    """Return when a line with this first and last year, life and interval pays and serves."""
    first, last, life, interval, escalation_class = key
    if first is None:
        return _Service(plan.zeros, plan.zeros, plan.zeros, 0, ZERO)
    growth, ends, base = plan.growth(escalation_class), _ends(last, plan), plan.years[0]
    factors, charges, sales = [], [], []
    for year in plan.years:
        age = (year - first) % interval
        runs = first <= year <= ends
        factors.append(growth.at(year - base) if runs and age == 0 else ZERO)
        due = life - age if year == last else 1
        charges.append(growth.at(year - base - age) * due if runs and age < life else ZERO)
        bought = year - life + 1
        sold = first <= bought <= ends and (bought - first) % interval == 0
        sales.append(growth.at(bought - base) if sold else ZERO)
    bought = min(ends, plan.years[-1])
    bought -= (bought - first) % interval
    left = bought + life - 1 - plan.years[-1]
    stays = bought >= max(base, first) and (last is None or last > plan.years[-1])
    price = growth.at(bought - base) if stays else ZERO
    return _Service(
        tuple(factors), tuple(charges), tuple(sales), max(left, 0) if stays else 0, price
    )
