"""What a line is that buys a standard item."""

import pytest

from xlbudget.model import StandardItem
from xlbudget.model.school_item import OTHER, cost_type_of, is_other, line_of_item


def item(**facts):
    return StandardItem(**{"item_id": "I1", "description": "Thing"} | facts)


@pytest.mark.parametrize(
    ("facts", "cost_type", "need"),
    [
        (
            {"category": "device hardware", "refresh": True, "service_life": 4},
            "purchase",
            "recurring",
        ),
        ({"category": "device hardware", "service_life": 5}, "purchase", "one-time"),
        ({"category": "network hardware"}, "purchase", "one-time"),
        ({"category": "network hardware", "unit": "point and year"}, "annual", "recurring"),
        ({"category": "digital content", "service_life": 1}, "annual", "recurring"),
        ({"category": "spares and repair"}, "annual", "recurring"),
        ({"category": "external services"}, "one-time service", "one-time"),
    ],
)
def test_the_way_of_paying_follows_from_the_item(facts, cost_type, need):
    line = line_of_item(item(**facts), first_year=2027)
    assert (line.cost_type, line.need) == (cost_type, need)


def test_what_is_not_on_the_list_is_paid_once_and_is_a_supply():
    line = line_of_item(OTHER, line_id="S1-N01", school_id="S1", first_year=2027)
    assert (line.cost_type, line.need, line.category) == (
        "one-time service",
        "one-time",
        "supplies and printing",
    )
    assert line.status == "proposed"
    assert line.area == "hardware"


def test_codes_and_life_come_from_the_item_and_else_from_its_category():
    own = line_of_item(
        item(category="device hardware", function="1", object="2", service_life=7), first_year=2027
    )
    usual = line_of_item(item(category="device hardware"), first_year=2027)
    assert (own.function, own.object, own.service_life, own.area) == ("1", "2", 7, "hardware")
    assert (usual.function, usual.object, usual.service_life) == ("1000", "650", 3)


def test_other_is_known_in_any_case():
    assert is_other("OTHER")
    assert not is_other("I1")
    assert cost_type_of(item(item_id="other", unit="a year")) == "one-time service"
