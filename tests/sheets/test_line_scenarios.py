"""line_scenarios: what a line costs under each scenario, worked by hand."""

from decimal import Decimal

import pytest

from analysis.budgets import line, purchase
from sheets.reading import by_years, described, first_line, line_items, spare_of
from xlbudget.model import Driver, Program, Scenario

PLAN = Scenario(scenario_id="A", name="Plan", adopted=True)
PILOT = Program(program_id="P", name="P", tags=("pilot",))


def under(*drivers, header, line_=None, **facts):
    """What the first line shows under the second scenario."""
    other = Scenario(scenario_id="B", name="Other", rank=2, **facts)
    made = line_ or line(program_id="P", quantity=10)
    parts = {"scenarios": (PLAN, other), "programs": (PILOT,)}
    return first_line(header, made, drivers=drivers, **parts)


def driver(dimension, key, **facts):
    given = {name: Decimal(value) for name, value in facts.items()}
    return Driver(scenario_id="B", dimension=dimension, key=key, **given)


@pytest.mark.parametrize(
    ("drivers", "multiplier"),
    [
        ([], "1"),
        ([driver("area", "hardware", quantity="0.8")], "0.8"),
        ([driver("area", "broadband", quantity="0.8")], "1"),
        ([driver("tag", "pilot", quantity="0.5")], "0.5"),
        # two drivers of one dimension are added, those of two dimensions multiplied
        ([driver("tag", "pilot", quantity="0.9"), driver("tag", "pilot", quantity="0.7")], "0.6"),
        (
            [
                driver("area", "hardware", quantity="0.8"),
                driver("category", "device hardware", quantity="0.5"),
            ],
            "0.4",
        ),
    ],
)
def test_drivers_multiply_quantity(drivers, multiplier):
    assert under(*drivers, header="Quantity in scenario 2") == Decimal(multiplier)
    assert under(*drivers, header="Scenario 2 units") == 10 * Decimal(multiplier)


def test_salaries_follow_their_own_driver():
    change = driver("area", "hardware", price="2", salary="1.1")
    staff = line(cost_type="staff", unit_price=60_000)
    assert under(change, header="Price in scenario 2", line_=staff) == Decimal("1.1")
    assert under(change, header="Price in scenario 2") == 2
    assert under(change, header="Scenario 2 base", line_=staff) == 66_000


def test_an_excluded_tag_takes_the_line_out_and_leaves_its_multiplier():
    facts = {"excluded_tags": ("pilot",)}
    change = driver("area", "hardware", quantity="0.8")
    assert under(change, header="Quantity in scenario 2", **facts) == Decimal("0.8")
    assert under(change, header="Scenario 2 units", **facts) == 0
    assert under(change, header="Scenario 2 base", **facts) == 0


def test_enrollment_moves_what_is_bought_per_student():
    per_student = Program(program_id="P", name="P", tags=("per_student",))
    grown = Scenario(scenario_id="A", name="Plan", enrollment_change=Decimal("0.1"))
    parts = {"scenarios": (grown,), "programs": (per_student,)}
    bought = purchase(quantity=10, program_id="P")
    assert first_line("Scenario 1 units", bought, **parts) == 11
    assert first_line("Scenario 1 units", purchase(quantity=10), **parts) == 10


def test_units_are_rounded_up_after_the_multiplier():
    change = driver("area", "hardware", quantity="0.8")
    bought = purchase(quantity=101, spare_share=0.05, unit_setup=2)
    assert under(change, header="Scenario 2 units", line_=bought) == 85  # 84.84
    assert under(change, header="Scenario 2 base", line_=bought) == 85 * 102


def test_a_contract_is_one_unit_and_a_lapsed_line_none():
    change = driver("area", "hardware", quantity="0.8", price="0.5")
    contract, lapsed = line(cost_type="contract"), line(status="lapsed")
    assert under(change, header="Scenario 2 units", line_=contract) == Decimal("0.8")
    assert under(change, header="Scenario 2 base", line_=contract) == Decimal("0.4")
    assert under(change, header="Scenario 2 units", line_=lapsed) == 0


def test_where_no_scenario_stands_the_plan_is_shown():
    bought = purchase(quantity=10, spare_share=0.05)
    assert under(header="Quantity in scenario 4", line_=bought) == 1
    assert under(header="Scenario 4 units", line_=bought) == 11
    assert under(header="Scenario 4 base", line_=bought) == 1100


def test_a_buy_back_comes_at_the_end_of_each_life():
    made = purchase(service_life=2, refresh=True, residual_share=0.1)
    found = by_years("Resale factor {k}", made, rates={"escalation_general": "0.1"})
    assert found == (0, Decimal("0.1"), 0, Decimal("0.121"), 0)


def test_a_spare_row_is_multiplied_by_1_and_costs_nothing():
    table = line_items()
    names = ("Quantity in scenario 1", "Price in scenario 4", "Scenario 1 units", "Scenario 4 base")
    assert [spare_of(table, name) for name in names] == [1, 1, 0, 0]
    assert spare_of(table, "Resale factor 1") == 0
    assert "ScenarioOrder" in described(table, "Scenario 4 units").formula
