"""XLR-14: amounts are positive, and such as a district can have."""

from decimal import Decimal

import pytest

from samples import every_year, seen, with_first
from xlbudget.model.rules.absurd_amount import RULE


@pytest.mark.parametrize(
    ("changes", "column", "saw"),
    [
        (
            {"unit_price": Decimal("-1.5")},
            "unit_price, ",
            "Line L1 has a negative amount, -1.50",
        ),
        (
            {"cost_type": "contract", "payment": {2027: Decimal(5), 2028: Decimal(-5)}},
            "payment_2028, ",
            "Line L1 has a negative amount, -5.00",
        ),
        ({"quantity": Decimal(1_000_001)}, "quantity, ", "Line L1 has a quantity of 1,000,001"),
        (
            {"unit_price": Decimal("10000000.01")},
            "unit_price, ",
            "Line L1 has a unit price of 10,000,000",
        ),
        (
            {"cost_type": "contract", "payment": every_year(10**9)},
            "",
            "Line L1 has a cost of $1,000,000,000 in FY2027",
        ),
    ],
)
def test_is_found(changes, column, saw):
    found = seen(RULE, with_first("lines", **changes))
    assert (f"line_items.csv, row 2, {column}L1", saw) in found


def test_retirement_and_disposal_may_bring_money_in():
    budget = with_first("lines", unit_price=Decimal(-20), category="retirement and disposal")
    assert seen(RULE, budget) == []


def test_bounds_themselves_are_fine():
    budget = with_first("lines", quantity=Decimal(10**6), unit_price=Decimal(0))
    assert seen(RULE, budget) == []
