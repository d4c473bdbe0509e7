"""Cash flow: published comparisons as whole budgets, then laws, then odd budgets."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from analysis.budgets import (
    assumed,
    budget,
    budgets,
    dollars,
    every_year,
    law,
    line,
    purchase,
    source,
)
from xlbudget.analysis import analyze
from xlbudget.analysis.breakdown import sum_by_year
from xlbudget.model import Saving


def cash_flow(*lines, **parts):
    return analyze(budget(*lines, **parts)).cash_flow


# --- worked examples


@pytest.mark.parametrize(
    ("rate", "lease", "buy"),
    [
        pytest.param("-0.008", 8_002_567.82, 5_380_924.42, id="real-2022"),
        pytest.param("0.024", 6_236_474.33, 5_742_966.65, id="real-2024"),
        pytest.param("0.047", 5_296_691.01, 5_863_398.79, id="nominal-on-constant-dollars"),
    ],
)
def test_lease_or_buy_of_example_2_3_b(rate, lease, buy):
    rates = {"discount_rate": rate}
    leased = cash_flow(
        line(cost_type="contract", payment=every_year(500_000, 15)), years=15, rates=rates
    )
    bought = cash_flow(
        purchase(unit_price=5_000_000, residual_share="0.5", service_life=15),
        line("upkeep", unit_price=200_000),
        years=15,
        rates=rates,
    )
    assert leased.present_value.net_cost == pytest.approx(lease, abs=0.005)
    assert bought.present_value.net_cost == pytest.approx(buy, abs=0.005)


@pytest.mark.parametrize(
    ("mid_year", "expected"),
    [
        pytest.param("0", 61_627.56, id="example-2.3-c-end-of-year"),
        pytest.param("1", 67_799.01, id="example-3.4-f-mid-year"),
    ],
)
def test_net_present_value_of_a_saving(mid_year, expected):
    found = cash_flow(
        purchase(unit_price=250_000, service_life=5),
        rates={"mid_year": mid_year},
        savings=(Saving(saving_id="V", type="cashable", planned=every_year(70_000)),),
    )
    assert found.present_value.npv == pytest.approx(expected, abs=0.005)


def test_escalating_cost_of_example_2_3_d():
    found = cash_flow(
        line(unit_price=40_000), rates={"discount_rate": "0.044", "escalation_general": "0.05"}
    )
    assert found.present_value.end_cost == pytest.approx(193_785.54, abs=0.02)


def test_value_at_the_horizon_and_erate_lower_the_net_cost():
    found = cash_flow(
        purchase(unit_price=400, service_life=4, source_1="ERATE", source_share_1="0.5"),
        years=2,
        rates={"discount_rate": "0.25"},
        sources=(source("ERATE", 500, kind="E-rate Category Two"),),
    )
    assert found.flows.horizon_value == 200
    assert found.present_value.net_cost == pytest.approx(400 - 200 * 0.8 - 200 * 0.64)


# --- cases


def test_totals_by_status_and_goal():
    found = cash_flow(
        line("1", unit_price=1, goal_1="G"),
        line("2", unit_price=10, goal_1="G", status="conditional"),
        line("3", unit_price=100),
        line("4", unit_price=1000, goal_1="G", status="proposed"),
        line("5", unit_price=10_000, status="lapsed", prior_amount=7),
        years=1,
    )
    assert found.cost == dollars(1111)
    assert found.planned == dollars(11)
    assert found.conditional == dollars(10)
    assert found.without_goal == dollars(100)
    assert found.prior == 7


def test_streams_end_with_what_nobody_pays():
    found = cash_flow(
        line(source_1="A", source_share_1="0.5", source_2="B", source_share_2="0.2"),
        years=1,
        sources=(source("A", 100), source("B", 15, stream="strange")),
    )
    assert [(row.label, row.total, row.prior) for row in found.streams] == [
        ("recurring", 50, None),
        ("renewable", 0, None),
        ("one-time", 0, None),
        ("not said", 15, None),
        ("unfunded", 35, None),
    ]


def test_prior_amounts_stand_beside():
    found = cash_flow(line(prior_amount=90), line("2", area="broadband", prior_amount=5), years=1)
    prior = {row.key: row.prior for row in found.areas}
    assert (prior["hardware"], prior["broadband"], found.prior) == (90, 5, 95)


def test_escalations_hold_their_factors():
    found = cash_flow(rates={"escalation_staff": "0.1"}, years=3)
    (staff,) = [row for row in found.escalations if row.name == "staff"]
    assert staff.factors == dollars(1, "1.1", "1.21")


# --- laws


@law
@given(budgets)
def test_every_breakdown_adds_up_to_the_cost(plan):
    found = analyze(plan).cash_flow
    count = len(found.years)
    for rows in (
        found.areas,
        found.categories,
        found.cost_types,
        found.needs,
        found.programs,
        found.schools,
    ):
        assert sum_by_year((row.years for row in rows), count) == found.cost
        assert sum(row.prior for row in rows) == found.prior
    assert sum_by_year((row.years for row in found.streams), count) == found.cost
    assert sum_by_year((found.flows.start_cost, found.flows.end_cost), count) == found.cost


@law
@given(budgets)
def test_without_interest_a_dollar_is_a_dollar(plan):
    found = analyze(replace(plan, assumptions=assumed(discount_rate="0"))).cash_flow
    flows = found.flows
    gains = (flows.benefits, flows.erate, flows.resale)
    total = sum(map(sum, gains)) + flows.horizon_value - sum(found.cost)
    assert found.present_value.npv == pytest.approx(float(total), abs=1e-3)


def test_an_empty_budget_costs_nothing():
    found = cash_flow()
    assert found.cost == dollars(*[0] * 5)
    assert found.present_value.npv == 0
    assert found.flows.horizon_value == Decimal(0)
