"""line_costs: worked examples first, then laws, then odd lines."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal

import pytest
from hypothesis import given

from analysis.budgets import BASE, assumed, budget, budgets, by_year, dollars, law, line, purchase
from xlbudget.model.choices import CostType
from xlbudget.model.cost import line_costs


def cost_of(item, **parts):
    (cost,) = line_costs(budget(item, **parts))
    return cost


# --- worked examples


def test_devices_of_example_1_4_c():
    devices = purchase(
        quantity=1000,
        spare_share="0.05",
        unit_price=300,
        unit_setup=65,
        residual_share="0.05",
        service_life=4,
    )
    cost = cost_of(devices)
    assert (cost.units, cost.unit_cost, cost.base) == dollars(1050, 365, 383_250)
    assert cost.years == dollars(383_250, 0, 0, 0, 0)
    assert cost.ownership == dollars(91_875, 91_875, 91_875, 91_875, 0)
    assert cost.resale == dollars(0, 0, 0, 15_750, 0)
    assert cost.at_start


def test_refresh_of_example_1_4_d_buys_again():
    fleet = purchase(quantity=2400, unit_price=365, service_life=4, refresh=True)
    cost = cost_of(fleet)
    assert cost.years == dollars(876_000, 0, 0, 0, 876_000)
    assert cost.ownership == dollars(*[219_000] * 5)
    assert cost.horizon_factor == Decimal("0.75")


@pytest.mark.parametrize(
    ("facts", "years"),
    [
        pytest.param({}, (100, 103, "106.09", "109.27", "112.55"), id="annual-grows"),
        pytest.param({"last_fiscal_year": 2028}, (100, 103, 0, 0, 0), id="annual-ends"),
        pytest.param({"first_fiscal_year": 2030}, (0, 0, 0, "109.27", "112.55"), id="starts-late"),
        pytest.param({"cost_type": "one-time service"}, (100, 0, 0, 0, 0), id="one-time"),
        pytest.param(
            {"cost_type": "staff", "benefit_rate": "0.3", "flat_benefit": 20, "quantity": "0.5"},
            (75, "77.25", "79.57", "81.95", "84.41"),
            id="staff",
        ),
        pytest.param(
            {"cost_type": "contract", "payment": by_year(7, 0, "8.5")},
            (7, 0, "8.5", 0, 0),
            id="contract",
        ),
        pytest.param(
            {"cost_type": "contract", "payment": by_year(7), "first_fiscal_year": None},
            (7, 0, 0, 0, 0),
            id="contract-without-a-first-year-still-costs",
        ),
        pytest.param({"status": "lapsed"}, (0,) * 5, id="lapsed"),
        pytest.param({"first_fiscal_year": None}, (0,) * 5, id="no-first-year"),
        pytest.param({"quantity": None}, (0,) * 5, id="no-quantity"),
        pytest.param(
            {"unit_price": -100}, (-100, -103, "-106.09", "-109.27", "-112.55"), id="credit"
        ),
        pytest.param(
            {"cost_type": "strange"}, (100, 103, "106.09", "109.27", "112.55"), id="strange"
        ),
        pytest.param({"escalation_class": "none_such"}, (100,) * 5, id="unknown-class"),
    ],
)
def test_cash_by_year(facts, years):
    cost = cost_of(line(**facts), rates={"escalation_general": "0.03"})
    assert cost.years == dollars(*years)
    assert cost.ownership == cost.years


@pytest.mark.parametrize(
    ("need", "first", "expected"),
    [
        pytest.param("recurring", BASE, BASE, id="recurring"),
        pytest.param("starts", BASE, BASE + 1, id="starts"),
        pytest.param("one-time", BASE, BASE + 5, id="one-time"),
        pytest.param("", BASE, BASE + 5, id="blank"),
        pytest.param("recurring", None, 0, id="blank-first-year-counts-as-0"),
    ],
)
def test_recurring_from(need, first, expected):
    assert cost_of(line(need=need, first_fiscal_year=first)).recurring_from == expected


def test_spares_round_up_after_rounding_to_six_places():
    assert cost_of(purchase(quantity=100, spare_share="0.001")).units == 101
    assert cost_of(purchase(quantity="100.0000001")).units == 100
    assert cost_of(line(quantity="0.5", spare_share="0.5")).units == Decimal("0.5")


def test_service_that_ends_early_charges_the_rest_in_its_last_year():
    cost = cost_of(purchase(unit_price=400, service_life=4, last_fiscal_year=2028))
    assert cost.ownership == dollars(100, 300, 0, 0, 0)
    assert cost.horizon_factor == 0


def test_equipment_bought_before_the_plan_is_owned_at_its_own_price():
    cost = cost_of(
        purchase(
            first_fiscal_year=2025, unit_price=121, service_life=4, residual_share="0.5"
        ),
        rates={"escalation_general": "0.1"},
    )  # fmt: skip
    assert cost.years == dollars(0, 0, 0, 0, 0)
    assert cost.ownership == dollars("12.5", "12.5", 0, 0, 0)
    assert cost.resale == dollars(0, 50, 0, 0, 0)
    assert cost.horizon_factor == 0


def test_value_at_the_horizon_holds_the_unused_years():
    cost = cost_of(
        purchase(
            first_fiscal_year=2029,
            unit_price=80,
            unit_setup=20,
            residual_share="0.1",
            service_life=5,
        ),
        rates={"escalation_general": "0.1"},
    )
    left = Decimal("0.8") * (Decimal("0.1") + Decimal("0.9") * 2 / 5) * Decimal("1.21")
    assert cost.horizon_factor == left


def test_a_last_year_beyond_the_plan_leaves_a_value():
    assert cost_of(purchase(service_life=10, last_fiscal_year=2035)).horizon_factor == Decimal(
        "0.5"
    )
    assert cost_of(purchase(service_life=10, last_fiscal_year=2031)).horizon_factor == 0


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({"goal_1": "G"}, True, id="justified-with-a-goal"),
        pytest.param({}, False, id="no-goal"),
        pytest.param({"goal_1": "G", "status": "proposed"}, False, id="proposed"),
        pytest.param({"goal_1": "G", "status": "released"}, True, id="released"),
    ],
)
def test_planned(facts, expected):
    assert cost_of(line(**facts)).planned is expected


def test_user_hours_run_with_the_line():
    cost = cost_of(line(user_hours=6, first_fiscal_year=2028, last_fiscal_year=2029))
    assert cost.user_hours == dollars(0, 6, 6, 0, 0)
    assert cost_of(line(user_hours=6, first_fiscal_year=None)).user_hours == dollars(*[0] * 5)
    assert cost_of(line(user_hours=6, status="lapsed")).user_hours == dollars(*[0] * 5)


def test_growth_of_minus_100_percent_is_a_price_of_nothing():
    cost = cost_of(
        purchase(first_fiscal_year=2025, service_life=9), rates={"escalation_general": "-1"}
    )
    assert cost.ownership == dollars(*[0] * 5)


# --- laws: the rules of docs/figures.md, word by word, the slow way


def slow_year(cost, plan, k):
    item, year = cost.line, plan.district.base_fiscal_year + k - 1
    first, last = item.first_fiscal_year, item.last_fiscal_year
    ends = plan.district.last_year if last is None else last
    if item.cost_type == CostType.CONTRACT:
        factor = item.payment.get(year) or Decimal(0)
    elif first is None or not first <= year <= ends or (year - first) % cost.interval:
        factor = Decimal(0)
    else:
        factor = (1 + cost.growth) ** (k - 1) if k > 1 else Decimal(1)
    return cost.base * factor


@law
@given(budgets)
def test_cash_is_base_times_factor_to_the_cent(plan):
    for cost in line_costs(plan):
        for k, amount in enumerate(cost.years, start=1):
            assert abs(amount - slow_year(cost, plan, k)) <= Decimal("0.005000001")
            assert amount == amount.quantize(Decimal("0.01"), ROUND_UP)


def cell_rounded(number):
    return float(Decimal(repr(number)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def service_by_cells(cost, plan, year):
    """Ownership, resale and horizon factor as a spreadsheet's cells compute them, in floats."""
    item, base, end = cost.line, plan.district.base_fiscal_year, plan.district.last_year
    first, last, life = item.first_fiscal_year, item.last_fiscal_year, cost.life
    price, share = float(item.unit_price or 0), float(item.residual_share or 0)
    each, step = float(cost.unit_cost), 1 + float(cost.growth)
    units = float(cost.units) * cost.asked
    age, bought = (year - first) % cost.interval, year - life + 1
    serves = first <= year <= cost.ends and age < life
    rest = life - age if year == last else 1
    charge = serves * units * (each - price * share) / life * rest * step ** (year - base - age)
    sold = first <= bought <= cost.ends and (bought - first) % cost.interval == 0
    resale = sold * units * price * share * step ** (bought - base)
    latest = min(cost.ends, end) - (min(cost.ends, end) - first) % cost.interval
    left = latest + life - 1 - end
    stays = latest >= max(base, first) and left > 0 and (last is None or last > end) and each
    value = share + (1 - share) * left / life
    factor = price / each * value * step ** (latest - base) if stays else 0
    return cell_rounded(charge), cell_rounded(resale), factor


@law
@given(budgets)
def test_ownership_agrees_with_cells(plan):
    rates = assumed(escalation_odd="0.1", escalation_general="-0.5", escalation_staff="0.0215")
    plan = replace(plan, assumptions=rates)
    bought = [
        cost
        for cost in line_costs(plan)
        if cost.line.cost_type == CostType.PURCHASE and cost.line.first_fiscal_year is not None
    ]
    for cost in bought:
        for k, year in enumerate(plan.district.years):
            ownership, resale, factor = service_by_cells(cost, plan, year)
            assert float(cost.ownership[k]) == pytest.approx(ownership, abs=0.011)
            assert float(cost.resale[k]) == pytest.approx(resale, abs=0.011)
            assert float(cost.horizon_factor) == pytest.approx(factor, rel=1e-9)


@law
@given(budgets)
def test_every_line_has_a_cost_and_every_cost_a_figure_for_each_year(plan):
    costs = line_costs(plan)
    assert [cost.line for cost in costs] == list(plan.lines)
    for cost in costs:
        rows = (cost.factors, cost.years, cost.ownership, cost.resale, cost.user_hours)
        assert {len(row) for row in rows} == {plan.district.horizon_years}


@law
@given(budgets)
def test_a_lapsed_line_costs_nothing(plan):
    lapsed = replace(plan, lines=tuple(replace(item, status="lapsed") for item in plan.lines))
    for cost in line_costs(lapsed):
        assert not any(cost.years + cost.ownership + cost.resale + cost.user_hours)


def test_owning_through_all_service_costs_what_was_paid_less_the_buy_back():
    item = purchase(unit_price="333.33", quantity=7, unit_setup=9, service_life=5)
    cost = cost_of(item)
    assert sum(cost.ownership) == pytest.approx(sum(cost.years), abs=Decimal("0.03"))
