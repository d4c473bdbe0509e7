"""XLR-13: a line has the facts of its cost type."""

from decimal import Decimal

import pytest

from samples import seen, with_first
from xlbudget.model.rules.cost_data import RULE

BLANK = {"quantity": None, "unit_price": None, "service_life": None}


@pytest.mark.parametrize(
    ("cost_type", "columns"),
    [
        ("purchase", ["quantity", "unit_price", "service_life"]),
        ("annual", ["quantity", "unit_price"]),
        ("staff", ["quantity", "unit_price", "benefit_rate"]),
        ("contract", ["payment"]),
        ("one-time service", ["quantity", "unit_price"]),
        ("", []),
    ],
)
def test_missing_facts_are_found(cost_type, columns):
    found = seen(RULE, with_first("lines", cost_type=cost_type, **BLANK))
    assert [place for place, _ in found] == [
        f"line_items.csv, row 2, {column}, L1" for column in columns
    ]


def test_says_which_fact_is_missing():
    (finding,) = RULE.check(with_first("lines", unit_price=None))
    assert finding.saw == "Line L1 (purchase) has no unit price"


@pytest.mark.parametrize(
    "changes",
    [
        {"unit_price": Decimal(0)},
        {"status": "lapsed", **BLANK},
        {"cost_type": "staff", "flat_benefit": Decimal(0)},
        {"cost_type": "staff", "benefit_rate": Decimal(0)},
        {"cost_type": "contract", "payment": {2027: Decimal(0)}},
    ],
)
def test_zero_is_a_fact(changes):
    assert seen(RULE, with_first("lines", **changes)) == []
