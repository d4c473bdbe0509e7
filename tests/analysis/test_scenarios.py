"""Scenarios: a published weighting, cases by hand, then laws, then odd budgets."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from analysis.budgets import (
    budget,
    budgets,
    by_year,
    dollars,
    every_year,
    law,
    line,
    purchase,
    source,
)
from xlbudget.analysis import analyze
from xlbudget.analysis.breakdown import sum_by_year
from xlbudget.analysis.scenarios import in_order
from xlbudget.model import Driver, Program, Saving, Scenario, School


def scenario(scenario_id, probability=None, **facts):
    chance = None if probability is None else Decimal(probability)
    return Scenario(scenario_id=scenario_id, name=scenario_id, probability=chance, **facts)


def driver(scenario_id, dimension, key, **given):
    return Driver(
        scenario_id=scenario_id,
        dimension=dimension,
        key=key,
        **{name: Decimal(value) for name, value in given.items()},
    )


def compared(*lines, **parts):
    return analyze(budget(*lines, **parts)).scenarios


# --- worked example


def test_weighting_of_example_3_4_g():
    """Low (-275,000; 55,000), base (-250,000; 70,000), high (-240,000; 85,000) at 4 %."""
    found = compared(
        purchase(unit_price=250_000, service_life=5),
        line("income", unit_price=-70_000, area="broadband"),
        scenarios=(
            scenario("base", "0.5", adopted=True),
            scenario("low", "0.25", rank=1),
            scenario("high", "0.25", rank=2),
        ),
        drivers=(
            driver("low", "area", "hardware", price="1.1"),
            driver("low", "area", "broadband", price=str(Decimal(55) / 70)),
            driver("high", "area", "hardware", price="0.96"),
            driver("high", "area", "broadband", price=str(Decimal(85) / 70)),
        ),
    )
    expected = [61_627.56, -30_149.77, 138_404.90]
    assert [result.npv for result in found.results] == pytest.approx(expected, abs=0.01)
    assert found.expected_npv == pytest.approx(57_877.56, abs=0.01)
    assert found.results[1].npv_change == pytest.approx(-30_149.77 - 61_627.56, abs=0.02)
    assert found.results[1].total_change == 25_000 + 75_000


# --- cases


def test_units_round_up_in_the_scenario():
    found = compared(
        purchase(quantity=10, spare_share="0.05", unit_price=100, unit_setup=5),
        scenarios=(scenario("plan"), scenario("fewer")),
        drivers=(driver("fewer", "area", "hardware", quantity="0.95", price="1.1"),),
        years=1,
    )
    assert [result.bases for result in found.results] == [dollars(1155), dollars(1155)]
    assert found.results[1].cost == dollars(1155)


def test_staff_contracts_and_resale_in_a_scenario():
    found = compared(
        line("staff", cost_type="staff", unit_price=100, benefit_rate="0.5", flat_benefit=10),
        line("contract", cost_type="contract", payment=by_year(1000)),
        purchase("device", unit_price=200, residual_share="0.1"),
        scenarios=(scenario("plan"), scenario("dear")),
        drivers=(driver("dear", "area", "hardware", quantity="2", price="1.5", salary="1.1"),),
        years=1,
    )
    dear = found.results[1]
    assert dear.bases == dollars(2 * 160 * Decimal("1.1"), 3, 600)
    assert dear.cost == dollars(352 + 3000 + 600)
    assert dear.flows.resale == dollars(60)
    assert dear.flows.start_cost == dollars(600)


def test_an_excluded_program_costs_nothing():
    found = compared(
        purchase("1", program_id="P", residual_share="0.5", service_life=1),
        line("2", unit_price=7),
        scenarios=(scenario("plan"), scenario("without", excluded_tags=("new",))),
        programs=(Program(program_id="P", name="P", tags=("new",)),),
        years=1,
    )
    assert found.results[1].bases == dollars(0, 7)
    assert found.results[1].cost == dollars(7)
    assert found.results[1].flows.resale == dollars(0)


def test_less_funding_widens_the_gap():
    found = compared(
        line(source_1="GEN"),
        scenarios=(scenario("plan"), scenario("lean")),
        sources=(source("GEN", 100),),
        drivers=(driver("lean", "source", "GEN", funding="0.4"),),
        years=1,
    )
    assert found.results[1].funding.secured.structural_gap == dollars(60)
    assert found.results[1].funding.sources[0].amount == dollars(40)
    assert found.adopted.funding.secured.structural_gap == dollars(0)


def test_own_discount_rate_and_enrollment():
    found = compared(
        line(),
        scenarios=(scenario("plan", enrollment_change=Decimal("0.1"), discount_rate=Decimal(0)),),
        schools=(School(school_id="S", name="S", enrollment=by_year(500)),),
        years=1,
    )
    assert found.adopted.enrollment == dollars(550)
    assert found.adopted.npv == -100
    assert found.expected_npv is None


def test_order_is_adopted_then_rank_then_blank_ranks():
    given = (
        scenario("blank"),
        scenario("third", rank=3),
        scenario("adopted", rank=9, adopted=True),
        scenario("first", rank=1),
        scenario("also marked", rank=2, adopted=True),
    )
    assert [item.name for item in in_order(given)] == [
        "adopted",
        "first",
        "also marked",
        "third",
        "blank",
    ]
    assert in_order(given[:2])[0].name == "blank"


def test_without_scenarios_there_is_the_plan():
    found = compared(line())
    assert [result.scenario.name for result in found.results] == ["Adopted plan"]
    assert found.adopted.adopted
    assert found.expected_npv is None


# --- laws


@law
@given(budgets)
def test_the_adopted_scenario_without_changes_is_the_plan(plan):
    plain = replace(
        plan,
        drivers=(),
        scenarios=tuple(
            replace(item, excluded_tags=(), enrollment_change=None, discount_rate=None)
            for item in plan.scenarios
        ),
    )
    analysis = analyze(plain)
    for result in analysis.scenarios.results:
        assert result.cost == analysis.cash_flow.cost
        assert result.bases == tuple(cost.base for cost in analysis.costs)
        assert result.funding == analysis.funding
        assert result.npv == pytest.approx(analysis.cash_flow.present_value.npv)
        assert result.total_change == 0


@law
@given(budgets)
def test_drivers_of_1_change_nothing(plan):
    one = Decimal(1)
    drivers = tuple(
        replace(item, quantity=one, price=one, salary=one, funding=one) for item in plan.drivers
    )
    scenarios = tuple(
        replace(item, excluded_tags=(), enrollment_change=None) for item in plan.scenarios
    )
    analysis = analyze(replace(plan, drivers=drivers, scenarios=scenarios))
    for result in analysis.scenarios.results:
        assert result.funding == analysis.funding
        assert result.flows == analysis.cash_flow.flows


@law
@given(budgets)
def test_areas_and_cost_types_of_a_scenario_add_up(plan):
    for result in analyze(plan).scenarios.results:
        for rows in (result.areas, result.cost_types):
            assert sum_by_year((row.years for row in rows), len(result.cost)) == result.cost
        assert sum(result.cost) == result.total


def test_a_scenario_that_leaves_a_program_out_loses_its_savings():
    found = analyze(
        budget(
            line("kept", program_id="K"),
            line("out", program_id="O"),
            programs=(
                Program(program_id="K", name="K"),
                Program(program_id="O", name="O", tags=("pilot",)),
            ),
            savings=(
                Saving(saving_id="1", program_id="K", type="cashable", planned=every_year(10)),
                Saving(saving_id="2", program_id="O", type="cashable", planned=every_year(5)),
            ),
            scenarios=(
                Scenario(scenario_id="A", name="Plan", adopted=True),
                Scenario(scenario_id="B", name="No pilots", excluded_tags=("pilot",)),
            ),
        )
    ).scenarios
    assert [result.flows.benefits[0] for result in found.results] == [15, 10]
