"""XLR-05: what a driver picks exists."""

import pytest

from samples import seen, severities, with_more
from xlbudget.model import Driver
from xlbudget.model.rules.driver_key import RULE


def with_driver(dimension, key):
    return with_more("drivers", Driver(scenario_id="SC1", dimension=dimension, key=key))


@pytest.mark.parametrize(
    ("dimension", "key"),
    [
        ("area", "hardware"),
        ("category", "connectivity"),
        ("source", "F1"),
        ("tag", "core"),
        ("area", ""),
        ("", "x"),
    ],
)
def test_fine(dimension, key):
    assert seen(RULE, with_driver(dimension, key)) == []


def test_two_drivers_may_match_a_line_in_one_dimension():
    driver = Driver(scenario_id="SC1", dimension="area", key="hardware")
    assert seen(RULE, with_more("drivers", driver, driver)) == []


@pytest.mark.parametrize(
    ("dimension", "severity"),
    [("area", "fatal"), ("category", "fatal"), ("source", "fatal"), ("tag", "warning")],
)
def test_an_unknown_key_is_found(dimension, severity):
    budget = with_driver(dimension, "Hardwear")
    assert seen(RULE, budget) == [
        (
            "drivers.csv, row 2, key",
            f"A driver of scenario SC1 picks the {dimension} “Hardwear”, which is not known",
        )
    ]
    assert severities(RULE, budget) == [severity]
