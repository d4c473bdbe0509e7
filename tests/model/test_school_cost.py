"""What a quantity costs by year: the same as the whole line does."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from school_answers import school_budget, school_pack
from strategies import budgets
from xlbudget.model.cost import line_costs
from xlbudget.model.school_cost import cost_facts, quantity_of


def test_spares_and_setup_count_and_it_is_bought_again_in_the_fifth_year():
    chromebooks = school_pack().lines[0]
    bought = Decimal(32 * 320)  # 30 with 5 % spares are 31.5, so 32
    years = chromebooks.facts.years(chromebooks.quantity)
    assert years[:4] == (bought, 0, 0, 0)
    assert years[4] > bought


def test_a_contract_is_one_of_its_payments():
    lease = school_pack().lines[2]
    assert lease.quantity == 1
    assert lease.facts.years(lease.quantity) == (Decimal(500),) * 5
    assert lease.facts.years(Decimal(2)) == (Decimal(1000),) * 5


def test_an_own_price_takes_the_place_of_the_unit_cost():
    facts = school_pack().items[-1].facts
    assert facts.years(Decimal(3), Decimal("19.99")) == (Decimal("59.97"), 0, 0, 0, 0)


@pytest.mark.parametrize(("quantity", "units"), [("10", 11), ("10.5", 12), ("0", 0), ("-10", -11)])
def test_units_are_rounded_up_with_spares(quantity, units):
    assert school_pack().lines[0].facts.units(Decimal(quantity)) == units


@settings(max_examples=50, deadline=None)
@given(budgets(max_lines=6))
def test_every_line_costs_by_its_facts_what_it_costs(budget):
    asked = tuple(line for line in budget.lines if line.status != "lapsed")
    for cost in line_costs(replace(budget, lines=asked)):
        assert cost_facts(cost).years(quantity_of(cost)) == cost.years


def test_the_sample_has_all_kinds_of_lines():
    assert {line.cost_type for line in school_budget().lines} == {"purchase", "annual", "contract"}
