"""Multipliers of a scenario: by hand."""

from decimal import Decimal

import pytest

from analysis.budgets import budget, dollars, line
from xlbudget.analysis.multipliers import EXCLUDED, PLAIN, multipliers_of, source_amounts
from xlbudget.model import Driver, Program, Scenario

PROGRAMS = {
    "P": Program(program_id="P", name="P", tags=("x", "y")),
    "S": Program(program_id="S", name="S", tags=("per_student",)),
}


def driver(dimension, key, **given):
    return Driver(
        scenario_id="C",
        dimension=dimension,
        key=key,
        **{name: Decimal(value) for name, value in given.items()},
    )


def multipliers(*drivers, **facts):
    scenario = Scenario(scenario_id="C", name="C", **facts)
    return multipliers_of(scenario, budget(drivers=drivers), PROGRAMS)


@pytest.mark.parametrize(
    ("drivers", "quantity", "price"),
    [
        pytest.param(
            [driver("area", "hardware", quantity="0.9", price="1.1")], "0.9", "1.1", id="area"
        ),
        pytest.param(
            [driver("area", "hardware", price="1.1"), driver("area", "hardware", price="1.2")],
            "1",
            "1.3",
            id="changes-in-one-dimension-are-added",
        ),
        pytest.param(
            [driver("tag", "x", price="1.1"), driver("tag", "y", price="1.2")],
            "1",
            "1.3",
            id="changes-of-two-tags-are-added",
        ),
        pytest.param(
            [
                driver("area", "hardware", price="1.1"),
                driver("category", "device hardware", price="0.5"),
                driver("tag", "x", price="2"),
            ],
            "1",
            "1.1",
            id="dimensions-are-multiplied",
        ),
        pytest.param([driver("area", "broadband", price="9")], "1", "1", id="another-area"),
        pytest.param([driver("area", "hardware")], "1", "1", id="blank-changes-nothing"),
        pytest.param([driver("area", "hardware", salary="9")], "1", "1", id="salary-is-for-staff"),
    ],
)  # fmt: skip
def test_of_a_line(drivers, quantity, price):
    found = multipliers(*drivers).of(line(program_id="P"))
    assert (found.quantity, found.price) == dollars(quantity, price)


def test_staff_follow_the_salary():
    found = multipliers(driver("area", "hardware", price="9", salary="1.03"))
    assert found.of(line(cost_type="staff")).price == Decimal("1.03")


def test_another_scenario_s_drivers_are_not_its_own():
    other = Driver(scenario_id="D", dimension="area", key="hardware", price=Decimal(9))
    assert multipliers(other).of(line()) is PLAIN


def test_enrollment_moves_lines_that_are_per_student():
    found = multipliers(enrollment_change=Decimal("0.1"))
    assert found.of(line(program_id="S")).quantity == Decimal("1.1")
    assert found.of(line(program_id="P")) is PLAIN
    assert found.of(line(program_id="unknown")) is PLAIN


def test_an_excluded_tag_leaves_the_line_out():
    found = multipliers(excluded_tags=("y", "z"))
    assert found.of(line(program_id="P")) is EXCLUDED
    assert found.of(line(program_id="S")) is PLAIN
    assert not found.is_plain


def test_funding_changes_sources_to_the_cent():
    found = multipliers(
        driver("source", "GEN", funding="0.5"), driver("source", "GEN", funding="0.83333")
    )
    amounts = source_amounts(found, {"GEN": dollars(100), "TITLE": dollars(100)})
    assert amounts == {"GEN": dollars("33.33"), "TITLE": dollars(100)}


def test_a_scenario_without_changes_is_plain():
    assert multipliers().is_plain
    assert not multipliers(driver("area", "hardware")).is_plain
