"""completed: a blank that the rest of the row settles."""

from decimal import Decimal

import pytest

from xlbudget.model import LineItem, StandardItem
from xlbudget.model.completion import completed


def test_a_blank_area_is_the_area_of_the_category():
    values = completed(StandardItem, {"category": "connectivity"})
    assert values["area"] == "broadband"


def test_an_area_given_stays():
    values = {"category": "connectivity", "area": "hardware"}
    assert completed(LineItem, values) == values


@pytest.mark.parametrize("noun", ["goal", "source"])
def test_a_sole_name_without_share_has_all(noun):
    values = completed(LineItem, {f"{noun}_1": "A"})
    assert values[f"{noun}_share_1"] == 1


def test_one_blank_share_has_what_the_others_leave():
    given = {"source_1": "A", "source_2": "B", "source_share_2": Decimal("0.4")}
    assert completed(LineItem, given)["source_share_1"] == Decimal("0.6")


@pytest.mark.parametrize(
    "given",
    [
        {"source_1": "A", "source_2": "B"},
        {"source_1": "A", "source_2": "B", "source_share_2": Decimal(1)},
        {"source_1": "A", "source_share_1": Decimal("0.4")},
        {"source_share_1": Decimal("0.4")},
        {},
    ],
)
def test_what_is_not_settled_stays_blank(given):
    assert completed(LineItem, given) == given
