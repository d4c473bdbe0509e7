"""XLR-16: the growth class of a line has a rate."""

from decimal import Decimal

import pytest

from samples import BUDGET, seen, severities, with_first, with_more
from xlbudget.model import Assumption, StandardItem
from xlbudget.model.rules.unknown_growth import RULE


@pytest.mark.parametrize("name", ["", "general", "staff"])
def test_fine(name):
    assert seen(RULE, with_first("lines", escalation_class=name)) == []


def test_an_own_class_is_fine_once_it_is_stated():
    budget = with_first("lines", escalation_class="buses")
    rate = Assumption(key="escalation_buses", value=Decimal("0.02"))
    assert severities(RULE, budget) == ["warning"]
    assert seen(RULE, with_more("assumptions", rate, budget=budget)) == []


def test_a_class_without_a_rate_is_found():
    (finding,) = RULE.check(with_first("lines", escalation_class="buses"))
    assert str(finding.place) == "line_items.csv, row 2, escalation_class, L1"
    assert "“buses”, for which no rate is stated" in finding.saw
    assert finding.wants.startswith("Classes are: general, hardware, ")


def test_standard_items_are_looked_at_too():
    item = StandardItem(item_id="I1", escalation_class="buses")
    assert seen(RULE, with_more("standard_items", item, budget=BUDGET))[0][0] == (
        "standard_items.csv, row 2, escalation_class, I1"
    )
