"""line_years: the factor, the cash and the ownership of each year, worked by hand."""

from decimal import Decimal

from analysis.budgets import by_year, line
from sheets.reading import by_years
from sheets.tablets import GROWS, tablets


def test_a_refreshed_purchase_comes_again_in_year_5_at_the_price_of_then():
    found = by_years("Factor {k}", tablets(), **GROWS)
    assert found == (1, 0, 0, 0, Decimal("1.02") ** 4)
    # 43,312.50 x 1.08243216 = 46,882.842...
    cash = by_years("Year {k}", tablets(), **GROWS)
    assert cash == (Decimal("43312.50"), 0, 0, 0, Decimal("46882.84"))


def test_an_annual_cost_grows_from_year_1_and_ends():
    made = line(first_fiscal_year=2028, last_fiscal_year=2030, escalation_class="hardware")
    found = by_years("Year {k}", made, **GROWS)
    assert found == (0, 102, Decimal("104.04"), Decimal("106.12"), 0)


def test_a_contract_costs_its_payments_without_growth():
    made = line(cost_type="contract", payment=by_year(0, 5000, 5000.01, first=2027))
    assert by_years("Factor {k}", made, **GROWS) == (0, 5000, Decimal("5000.01"), 0, 0)
    assert by_years("Year {k}", made, **GROWS) == (0, 5000, Decimal("5000.01"), 0, 0)


def test_a_line_without_a_first_year_costs_nothing():
    assert by_years("Factor {k}", line(first_fiscal_year=None)) == (0,) * 5


def test_ownership_spreads_the_cost_over_the_life_and_keeps_the_price_paid():
    # 105 x (412.50 - 400 x 0.1) / 4 = 9,778.125; bought again in year 5 at 1.02 ^ 4
    made = tablets(residual_share=0.1)
    found = by_years("Ownership {k}", made, **GROWS)
    assert found == (*[Decimal("9778.13")] * 4, Decimal("10584.16"))


def test_what_is_left_of_the_life_falls_in_the_last_year():
    made = tablets(last_fiscal_year=2028)
    assert by_years("Ownership {k}", made) == (Decimal("10828.13"), Decimal("32484.38"), 0, 0, 0)


def test_a_lapsed_line_has_no_ownership():
    assert by_years("Ownership {k}", tablets(status="lapsed")) == (0,) * 5
