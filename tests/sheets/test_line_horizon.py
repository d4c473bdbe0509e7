"""line_horizon: the charge of a year and what serves beyond the plan, worked by hand."""

from decimal import Decimal

import pytest

from sheets.reading import first_line
from sheets.tablets import GROWS, tablets


def test_the_charge_spreads_the_cost_less_its_residual_over_the_life():
    # 105 x (412.50 - 400 x 0.1) / 4
    assert first_line("Charge", tablets(residual_share=0.1)) == Decimal("9778.125")


def test_a_lapsed_line_has_no_charge():
    assert first_line("Charge", tablets(status="lapsed")) == 0


@pytest.mark.parametrize(
    ("facts", "factor"),
    [
        # bought in 2027 and 2031: serves three years beyond the plan, at the price of 2031
        ({}, 400 / 412.5 * 3 / 4 * 1.02**4),
        ({"residual_share": 0.1}, 400 / 412.5 * (0.1 + 0.9 * 3 / 4) * 1.02**4),
        ({"service_life": 5}, 0),
        ({"last_fiscal_year": 2031}, 0),
        ({"last_fiscal_year": 2032}, 400 / 412.5 * 3 / 4 * 1.02**4),
        ({"cost_type": "annual"}, 0),
        ({"unit_price": 0, "unit_setup": 0}, 0),
    ],
)
def test_the_horizon_factor_worked_by_hand(facts, factor):
    found = first_line("Horizon factor", tablets(**facts), **GROWS)
    assert float(found) == pytest.approx(factor, rel=1e-12)


@pytest.mark.parametrize(
    ("facts", "year"),
    [({}, 2031), ({"service_life": 3}, 2030), ({"refresh": False}, 2027)],
)
def test_the_last_purchase_within_the_plan(facts, year):
    assert first_line("Last bought", tablets(**facts)) == year
