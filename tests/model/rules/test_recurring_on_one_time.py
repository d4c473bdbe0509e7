"""XLR-17: recurring cost does not rest on one-time money."""

from dataclasses import replace
from decimal import Decimal

import pytest

from samples import SOURCE, seen, with_more, with_source
from xlbudget.model.rules.recurring_on_one_time import RULE

GRANT = {"stream": "one-time", "last_fiscal_year": 2028}


def test_recurring_cost_on_one_time_money_is_found():
    (finding,) = RULE.check(with_source(**GRANT))
    assert str(finding.place) == "line_items.csv, row 2, source_1, L1"
    assert finding.saw == (
        "Line L1 is needed year after year from FY2027 and rests on F2 (Grant), which is"
        " one-time money"
    )


def test_a_cost_that_starts_is_recurring_from_its_second_purchase():
    (finding,) = RULE.check(with_source({"need": "starts"}, **GRANT))
    assert "from FY2031" in finding.saw


@pytest.mark.parametrize(
    "line",
    [
        {"need": "one-time"},
        {"status": "lapsed"},
        {"source_share_1": Decimal(0)},
        {"successor": "F1"},
        {"source_1": "F1"},
    ],
)
def test_fine(line):
    assert seen(RULE, with_source(line, **GRANT)) == []


@pytest.mark.parametrize(
    "successor",
    [
        {"stream": "one-time"},
        {"first_fiscal_year": 2030},
        {"last_fiscal_year": 2028},
        {"allowed_areas": ("broadband",)},
    ],
)
def test_a_successor_must_go_on_from_there(successor):
    budget = with_source({"successor": "F3"}, **GRANT)
    budget = with_more("sources", replace(SOURCE, source_id="F3", **successor), budget=budget)
    assert len(seen(RULE, budget)) == 1


def test_a_one_time_source_without_an_end_has_no_successor():
    budget = with_source({"successor": "F1"}, stream="one-time")
    assert len(seen(RULE, budget)) == 1


def test_a_successor_may_take_over_after_the_plan():
    budget = with_source({"successor": "F1"}, stream="one-time", last_fiscal_year=2031)
    assert seen(RULE, budget) == []
