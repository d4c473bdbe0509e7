"""XLR-15: years stand in order and within the plan."""

import pytest

from samples import seen, with_first
from xlbudget.model.rules.year_order import RULE

NO_COST = "Line L1 has no cost in any year of the plan"


def test_a_line_that_ends_before_it_begins_is_found():
    budget = with_first("lines", first_fiscal_year=2029, last_fiscal_year=2028)
    assert seen(RULE, budget) == [
        (
            "line_items.csv, row 2, last_fiscal_year, L1",
            "Line L1 ends in FY2028, before it begins in FY2029",
        )
    ]


def test_so_is_a_source():
    budget = with_first("sources", first_fiscal_year=2029, last_fiscal_year=2028)
    assert seen(RULE, budget) == [
        (
            "funding.csv, row 2, last_fiscal_year, F1",
            "Source F1 ends in FY2028, before it begins in FY2029",
        )
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"first_fiscal_year": 2032},
        {"first_fiscal_year": 2020, "last_fiscal_year": 2026},
    ],
)
def test_a_line_outside_the_plan_is_found(changes):
    place = "line_items.csv, row 2, first_fiscal_year, L1"
    assert seen(RULE, with_first("lines", **changes)) == [(place, NO_COST)]
    assert seen(RULE, with_first("lines", status="lapsed", **changes)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"first_fiscal_year": 2020},
        {"first_fiscal_year": 2031, "last_fiscal_year": 2031},
        {"first_fiscal_year": None},
        {"first_fiscal_year": 2040, "cost_type": "contract"},
    ],
)
def test_fine(changes):
    assert seen(RULE, with_first("lines", **changes)) == []
