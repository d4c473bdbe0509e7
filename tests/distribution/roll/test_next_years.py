"""Amounts and dates one year on."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from distribution.played import BUDGET, GRANT, SCHOOLS
from samples import SAVING, SOURCE
from xlbudget.distribution.roll.next_years import a_year_later, with_next_years

NEXT = replace(BUDGET.district, base_fiscal_year=2028)
AMOUNTS = {year: Decimal(year) for year in range(2027, 2032)}


def one_year_on(**tables):
    return with_next_years(replace(BUDGET, district=NEXT, lines=(), **tables))


def test_the_year_that_ended_is_dropped_and_heads_and_allocations_go_on():
    school = replace(
        SCHOOLS[0], enrollment=AMOUNTS, allocation={2027: Decimal(1), 2028: Decimal(2)}
    )
    (moved,) = one_year_on(schools=(school,)).schools
    assert moved.enrollment == {**{y: Decimal(y) for y in range(2028, 2032)}, 2032: Decimal(2031)}
    assert moved.allocation == {2028: Decimal(2)}  # nothing is known of 2031, so nothing goes on


@pytest.mark.parametrize(
    ("facts", "last"),
    [
        pytest.param({}, Decimal(2031), id="recurring"),
        pytest.param({"stream": "renewable"}, None, id="applied-for-each-year"),
        pytest.param({"stream": "one-time"}, None, id="one-time"),
        pytest.param({"last_fiscal_year": 2031}, None, id="ends"),
        pytest.param({"last_fiscal_year": 2032}, Decimal(2031), id="ends-later"),
        pytest.param({"obligation_date": date(2031, 1, 1)}, None, id="to-be-committed-by"),
        pytest.param({"amount": {**AMOUNTS, 2032: Decimal(5)}}, Decimal(5), id="known"),
    ],
)
def test_money_goes_on_only_where_it_recurs(facts, last):
    source = replace(SOURCE, **{"amount": AMOUNTS, **facts})
    (moved,) = one_year_on(sources=(source,)).sources
    assert moved.amount.get(2032) == last
    assert 2027 not in moved.amount


def test_savings_are_not_thought_to_go_on():
    (moved,) = one_year_on(savings=(replace(SAVING, planned=AMOUNTS),)).savings
    assert sorted(moved.planned) == [2028, 2029, 2030, 2031]


def test_a_grant_that_is_over_has_no_amount_left():
    assert one_year_on(sources=(GRANT,)).sources[0].amount == {}


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (None, None),
        (date(2026, 4, 15), date(2027, 4, 15)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2027, 2, 28), date(2028, 2, 28)),
    ],
)
def test_a_day_is_a_year_later(day, later):
    assert a_year_later(day) == later
