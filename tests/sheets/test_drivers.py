"""drivers: scenarios in their order, what each changes, and the tags they pick by."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.budgets import law
from sheets.reading import clean_context, column_of, context, described, spare_of, table_of
from xlbudget.model import Driver, Program, Scenario
from xlbudget.sheets.drivers import drivers_sheet, sort_keys, tags_of

CLEAN = drivers_sheet(clean_context())


def scenario(scenario_id, **facts):
    return Scenario(scenario_id=scenario_id, name="Plan", **facts)


def scenarios_of(*scenarios):
    return table_of(drivers_sheet(context(scenarios=scenarios)), "Scenarios")


def test_the_adopted_scenario_comes_first_and_the_rest_by_rank():
    table = scenarios_of(
        scenario("A"), scenario("B", rank=3), scenario("C", rank=1), scenario("D", adopted=True)
    )
    assert column_of(table, "Place") == [4, 3, 2, 1]
    assert column_of(table, "Sort key") == [999.001, 3.002, 1.003, 0.004]


def test_without_an_adopted_scenario_the_first_is_it():
    assert column_of(scenarios_of(scenario("A", rank=9), scenario("B", rank=1)), "Place") == [1, 2]


@law
@given(st.lists(st.tuples(st.none() | st.integers(1, 5), st.booleans()), max_size=6))
def test_places_count_the_scenarios_once_each(facts):
    made = [scenario(f"S{i}", rank=rank, adopted=on) for i, (rank, on) in enumerate(facts)]
    table = scenarios_of(*made)
    assert sorted(column_of(table, "Place")) == list(range(1, len(made) + 1))
    assert len(set(sort_keys(context(scenarios=made)))) == len(made)


def test_scenarios_have_labels_and_rows_for_all_that_the_workbook_has_room_for():
    table = table_of(CLEAN, "Scenarios")
    assert column_of(table, "Label") == ["A · Adopted plan", "B · Five-year refresh"]
    assert len(table.rows) + table.spare_rows == len(clean_context().scenario_slots)
    assert [spare_of(table, name) for name in ("Sort key", "Place", "Label")] == [0, 0, ""]


def test_a_driver_changes_by_its_multiplier_less_1():
    table = table_of(CLEAN, "Drivers")
    assert column_of(table, "Quantity change") == [Decimal("-0.2")]
    assert column_of(table, "Scenario id") == ["B"]
    assert column_of(table, "Scenario") == ["B · Five-year refresh"]


@pytest.mark.parametrize("name", ["Quantity", "Price", "Salary", "Funding"])
def test_a_blank_multiplier_changes_nothing(name):
    driver = Driver(scenario_id="A", dimension="area", key="hardware")
    table = table_of(drivers_sheet(context(drivers=(driver,))), "Drivers")
    assert column_of(table, name) == [None]
    assert column_of(table, f"{name} change") == [0]
    assert spare_of(table, f"{name} change") == 0


def test_tags_stand_once_each_and_sorted():
    made = context(
        programs=(Program(program_id="P", name="P", tags=("pilot", "new")),),
        scenarios=(scenario("A", excluded_tags=("pilot", "art")),),
    )
    table = table_of(drivers_sheet(made), "Tags")
    assert tags_of(made) == ("art", "new", "pilot")
    assert column_of(table, "Tag") == ["art", "new", "pilot"]
    assert (table.spare_rows, described(table, "Tag").part) == (5, "input")
