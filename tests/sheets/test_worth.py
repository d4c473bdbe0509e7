"""worth: present values by explicit factor rows, worked by hand and as analysis has them."""

import pytest

from analysis.budgets import budget, line
from sheets.rich import one_purchase, rich_budget, rows_of, sheet_of
from xlbudget.analysis import analyze
from xlbudget.sheets.cost_by_year import cost_by_year_sheet
from xlbudget.sheets.layout import cells_of
from xlbudget.sheets.plan import Calculated

RICH = sheet_of(cost_by_year_sheet, rich_budget())
FOUND = analyze(rich_budget()).cash_flow
VALUES = (
    "start_cost", "end_cost", "erate", "resale", "horizon_value", "net_cost", "benefits", "npv",
    "productivity",
)  # fmt: skip


@pytest.mark.parametrize("key", VALUES)
def test_present_values_are_those_of_analysis(key):
    total = rows_of(RICH, "PresentValue")[key][-1]
    assert total == pytest.approx(getattr(FOUND.present_value, key), abs=1e-6)


@pytest.mark.parametrize("key", ["start_cost", "end_cost", "erate", "resale", "benefits"])
def test_flows_are_those_of_analysis(key):
    assert rows_of(RICH, "CashFlows")[key][1:-1] == getattr(FOUND.flows, key)


def test_a_purchase_worked_by_hand():
    # bought in years 1 and 5; a tenth back at the end of year 4; at the end of the plan the
    # second one has 3 of 4 years left: 400 x (0.1 + 0.9 x 3/4) x 100 = 31,000
    rows = rows_of(sheet_of(cost_by_year_sheet, one_purchase()), "PresentValue")
    net = 40_000 + 40_000 / 1.04**4 - 4000 / 1.04**4 - 31_000 / 1.04**5
    assert rows["net_cost"][-1] == pytest.approx(net)
    assert rows["npv"][-1] == pytest.approx(-net)


def test_a_higher_rate_makes_later_cost_worth_less():
    made = [budget(line(), rates={"discount_rate": rate}) for rate in ("0.04", "0.08")]
    costs = [rows_of(sheet_of(cost_by_year_sheet, item), "PresentValue") for item in made]
    assert [item["net_cost"][-1] for item in costs] == [
        pytest.approx(sum(100 / 1.04**k for k in range(1, 6))),
        pytest.approx(sum(100 / 1.08**k for k in range(1, 6))),
    ]


def test_mid_year_moves_running_cost_by_half_a_year():
    rows = rows_of(RICH, "DiscountFactors")
    assert rows["start"][1:3] == pytest.approx((1, 1 / 1.04))
    assert rows["end"][1:3] == pytest.approx((1.04**-0.5, 1.04**-1.5))
    assert rows["year_end"][1:3] == pytest.approx((1 / 1.04, 1.04**-2))


def test_no_cell_uses_the_function_npv():
    formulas = [cell.formula for cell in cells_of(RICH) if isinstance(cell, Calculated)]
    assert formulas
    assert not [formula for formula in formulas if "NPV(" in formula]
