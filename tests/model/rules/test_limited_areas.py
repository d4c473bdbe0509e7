"""XLR-22: limited areas take at most their share of a source."""

from decimal import Decimal

import pytest

from samples import every_year, seen, with_source
from xlbudget.model.rules.limited_areas import RULE

TITLE_IV = {
    "kind": "Title IV-A",
    "stream": "renewable",
    "limit_share": Decimal("0.15"),
    "limit_areas": ("hardware", "network infrastructure"),
}


def test_more_than_the_limit_is_found():
    budget = with_source(amount=every_year(100_000), **TITLE_IV)
    (finding, _) = RULE.check(budget)
    assert str(finding.place) == "funding.csv, row 3, limit_share, F2"
    assert finding.saw == (
        "Lines for hardware, network infrastructure ask source F2 for $36,500.00 of $100,000.00"
        " in FY2027"
    )
    assert finding.wants == "At most 15 % of its money goes there, $15,000.00"


@pytest.mark.parametrize(
    ("line", "amount", "facts"),
    [
        ({}, 250_000, {}),
        ({"area": "professional learning"}, 100_000, {}),
        ({"status": "lapsed"}, 100_000, {}),
        ({}, 100_000, {"limit_share": None}),
    ],
)
def test_fine(line, amount, facts):
    budget = with_source(line, amount=every_year(amount), **TITLE_IV | facts)
    assert seen(RULE, budget) == []
