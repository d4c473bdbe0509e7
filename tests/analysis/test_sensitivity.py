"""Sensitivity: the published tornado, then the order of its rows."""

from decimal import Decimal

import pytest
from hypothesis import given

from analysis.budgets import budget, budgets, every_year, law, line, purchase, source
from xlbudget.analysis import analyze
from xlbudget.model import Saving, Scenario


def rows(*lines, **parts):
    return {row.key: row for row in analyze(budget(*lines, **parts)).sensitivity}


def test_tornado_of_example_3_4_h():
    found = rows(
        purchase(unit_price=250_000, service_life=5),
        rates={"sensitivity_rate_swing": "0.008"},
        savings=(Saving(saving_id="V", type="cashable", planned=every_year(70_000)),),
    )
    expected = {
        "savings": (-697.95, 123_953.08),
        "purchases": (111_627.56, 11_627.56),
        "discount_rate": (68_757.02, 54_746.24),
    }
    for key, (low, high) in expected.items():
        assert (found[key].low, found[key].high) == pytest.approx((low, high), abs=0.006)
    assert list(found)[:3] == ["savings", "purchases", "discount_rate"]
    assert found["savings"].swing == pytest.approx(124_651.03, abs=0.006)


def test_each_kind_of_money_moves_by_itself():
    found = rows(
        line("staff", cost_type="staff", unit_price=1000),
        line("other", unit_price=100, source_1="ERATE", source_share_1="0.5"),
        purchase(unit_price=40, service_life=2, residual_share="0.25"),
        years=1,
        rates={"discount_rate": "0"},
        sources=(source("ERATE", 999, kind="E-rate Category One"),),
    )
    moved = {key: row.present_value for key, row in found.items()}
    left = 40 * (0.25 + 0.75 / 2)
    assert moved == pytest.approx(
        {
            "salaries": 1000,
            "other": 100,
            "erate": 50,
            "purchases": 40 - left,
            "savings": 0,
            "discount_rate": None,
        }
    )
    assert found["salaries"].low - found["salaries"].high == pytest.approx(400)


def test_ties_stand_in_the_order_of_listing():
    assert list(rows()) == ["purchases", "other", "salaries", "savings", "erate", "discount_rate"]


def test_the_rate_swings_around_the_scenario_s_own():
    own = Scenario(scenario_id="C", name="C", discount_rate=Decimal("0.01"))
    found = rows(line(), years=1, scenarios=(own,))
    assert (found["discount_rate"].low, found["discount_rate"].high) == pytest.approx(
        (-100, -100 / 1.02)
    )


@law
@given(budgets)
def test_the_greatest_swing_comes_first_and_npv_lies_between(plan):
    analysis = analyze(plan)
    swings = [row.swing for row in analysis.sensitivity]
    assert swings == sorted(swings, reverse=True)
    for row in analysis.sensitivity:
        if row.present_value is not None:
            middle = (row.low + row.high) / 2
            assert middle == pytest.approx(analysis.scenarios.adopted.npv, abs=1e-3)
