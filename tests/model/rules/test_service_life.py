"""XLR-27: a service life is within its category's range."""

import pytest

from samples import seen, with_first
from xlbudget.model.rules.service_life import RULE


@pytest.mark.parametrize("years", [2, 7])
def test_an_unusual_life_is_found(years):
    (finding,) = RULE.check(with_first("lines", service_life=years))
    assert str(finding.place) == "line_items.csv, row 2, service_life, L1"
    assert finding.saw == f"Line L1 shall serve {years} years"
    assert finding.wants.startswith("Of device hardware, 3 to 6 years are usual (codes: NCES")
    assert "2012-03-29" in finding.wants


@pytest.mark.parametrize(
    "changes",
    [
        {"service_life": 3},
        {"service_life": 6},
        {"service_life": None},
        {"service_life": 9, "cost_type": "annual"},
        {"service_life": 9, "status": "lapsed"},
        {"service_life": 9, "category": ""},
    ],
)
def test_fine(changes):
    assert seen(RULE, with_first("lines", **changes)) == []
