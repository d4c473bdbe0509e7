"""The dated defaults: every one has a source, and what a budget states comes first."""

from decimal import Decimal

import pytest

from xlbudget.model import Assumption
from xlbudget.model.choices import Area, Category
from xlbudget.model.defaults import (
    assumption_values,
    category_defaults,
    default_assumptions,
    with_defaults,
)
from xlbudget.model.text import is_id


@pytest.mark.parametrize("item", default_assumptions(), ids=lambda item: item.key)
def test_every_assumption_has_value_source_and_date(item):
    assert item.value is not None
    assert item.source
    assert item.published is not None
    assert is_id(item.key)


def test_every_category_has_its_defaults():
    assert list(category_defaults()) == [category.value for category in Category]


@pytest.mark.parametrize("item", category_defaults().values(), ids=lambda item: item.category)
def test_a_category_has_a_known_area_a_life_and_a_source(item):
    assert item.area in list(Area)
    assert 1 <= item.life_low <= item.life_high
    assert item.source


def test_what_is_given_comes_first_and_the_defaults_for_the_rest_last():
    given = (
        Assumption(key="own", value=Decimal(7)),
        Assumption(key="discount_rate", value=Decimal("0.05")),
    )
    merged = with_defaults(given)
    assert len(merged) == len(default_assumptions()) + 1
    assert merged[:2] == given
    assert merged[2:] == default_assumptions()[1:]


def test_a_blank_value_counts_as_0():
    values = assumption_values([Assumption(key="discount_rate")])
    assert values["discount_rate"] == 0
    assert values["minimum_students"] == 10
