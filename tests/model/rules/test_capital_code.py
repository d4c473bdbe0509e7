"""XLR-28: object codes agree with what is capital and what is supply."""

from dataclasses import replace
from decimal import Decimal

import pytest

from samples import LINE, seen, severities, with_first, with_more, with_source
from xlbudget.model import Assumption
from xlbudget.model.rules.capital_code import RULE


def line(quantity, price, code, **facts):
    numbers = {"quantity": Decimal(quantity), "unit_price": Decimal(price)}
    return {**numbers, "object": code, **facts}


@pytest.mark.parametrize(
    ("changes", "wants"),
    [
        (line(1, 10_000, "650"), "From $10,000 a unit, 734 is usual (capital)"),
        (line(400, 365, "650"), "From $100,000 together, 734 is usual (capital)"),
        (line(10, 365, "734"), "Below $10,000 a unit, 650 is usual (supply)"),
    ],
)
def test_another_code_is_flagged(changes, wants):
    (finding,) = RULE.check(with_first("lines", **changes))
    assert str(finding.place) == "line_items.csv, row 2, object, L1"
    assert finding.wants == wants
    assert finding.severity.value == "information"
    assert "object code" in finding.saw


@pytest.mark.parametrize(
    "changes",
    [
        line(1, 10_000, "734"),
        line(10, 365, "650"),
        line(400, 365, "734"),
        line(1, 10_000, ""),
        line(1, 10_000, "0660"),
        line(1, 10_000, "650", cost_type="annual"),
        line(1, 10_000, "650", status="lapsed"),
        line(1, 10_000, "650", category=""),
        line(1, 10_000, "530", category="connectivity"),
        {"unit_price": None, "object": "650"},
    ],
)
def test_fine(changes):
    assert seen(RULE, with_first("lines", **changes)) == []


def test_federal_money_goes_by_the_lower_threshold():
    own = Assumption(key="capital_threshold", value=Decimal(20_000))
    federal = with_source(line(1, 12_000, "650"), kind="Title I-A")
    assert severities(RULE, with_more("assumptions", own, budget=federal)) == ["information"]
    local = replace(federal, lines=(replace(LINE, **line(1, 12_000, "650")),))
    assert severities(RULE, with_more("assumptions", own, budget=local)) == []
