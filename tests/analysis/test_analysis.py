"""analyze: nothing is refused, everything hangs together, and it is quick."""

from dataclasses import replace
from decimal import Context, localcontext
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.budgets import budget, budgets, dollars, law, line, purchase, source
from xlbudget.analysis import analyze
from xlbudget.model import District


@law
@given(budgets)
def test_nothing_is_refused(plan):
    found = analyze(plan)
    assert found.budget is plan
    assert found.years == plan.district.years
    assert len(found.costs) == len(plan.lines)


@law
@given(budgets)
def test_the_parts_agree(plan):
    found = analyze(plan)
    assert found.cash_flow.cost == found.funding.cost == found.ownership.as_purchased
    assert found.ownership.recurring_need == found.funding.recurring_need
    assert found.cash_flow.flows.erate == found.funding.secured.erate


@law
@given(budgets, st.randoms())
def test_the_order_of_lines_does_not_matter(plan, chance):
    shuffled = list(plan.lines)
    chance.shuffle(shuffled)
    found, other = analyze(plan), analyze(replace(plan, lines=tuple(shuffled)))
    assert found.cash_flow.cost == other.cash_flow.cost
    assert found.funding.secured == other.funding.secured
    assert found.ownership.areas == other.ownership.areas


@pytest.mark.parametrize("base", [1, 1999, 9990])
def test_an_odd_base_year_is_a_year(base):
    plan = replace(
        budget(line(first_fiscal_year=None), purchase("2", first_fiscal_year=base), years=10),
        district=District(name="", base_fiscal_year=base, horizon_years=10),
    )
    assert analyze(plan).cash_flow.cost[0] == 100


def test_money_is_exact_whatever_the_caller_s_precision():
    plan = budget(
        line(unit_price="123456.78", source_1="A", source_share_1="0.333333"),
        sources=(source("A", *[999_999] * 5),),
        rates={"escalation_general": "0.0215"},
    )
    expected = analyze(plan)
    with localcontext(Context(prec=4)):
        found = analyze(plan)
    assert found.cash_flow.cost == expected.cash_flow.cost
    assert found.funding.secured == expected.funding.secured


def test_a_rate_of_minus_100_percent_is_not_refused():
    found = analyze(budget(line(), rates={"discount_rate": "-1"}))
    assert isnan(found.cash_flow.present_value.npv)
    assert found.cash_flow.cost == dollars(*[100] * 5)
