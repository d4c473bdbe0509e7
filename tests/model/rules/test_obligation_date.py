"""XLR-19: nothing is spent after an obligation date."""

from datetime import date
from decimal import Decimal

import pytest

from samples import every_year, seen, with_source
from xlbudget.model.rules.obligation_date import RULE

DAY = date(2029, 9, 30)  # in FY2030
UNTIL = {2027: Decimal(40_000), 2030: Decimal(0)}


def test_spending_after_the_date_is_found():
    assert seen(RULE, with_source(obligation_date=DAY, amount=UNTIL)) == [
        (
            "line_items.csv, row 2, source_1, L1",
            "Line L1 asks F2 (Grant) for $36,500 in FY2031, after its obligation date 2029-09-30",
        )
    ]


def test_so_is_money_after_the_date():
    budget = with_source({"source_1": "F1"}, obligation_date=DAY, amount=every_year(9))
    assert seen(RULE, budget) == [
        (
            "funding.csv, row 3, amount_2031, F2",
            "Source F2 has money in FY2031, after its obligation date 2029-09-30",
        )
    ]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ({"successor": "F1"}, {"obligation_date": DAY}),
        ({"last_fiscal_year": 2030}, {"obligation_date": DAY}),
        ({}, {"obligation_date": date(2031, 6, 30)}),
        ({}, {"obligation_date": DAY, "last_fiscal_year": 2030}),
    ],
)
def test_fine(line, source):
    assert seen(RULE, with_source(line, amount=UNTIL, **source)) == []
