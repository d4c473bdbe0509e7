"""line_basis: units, unit cost, base cost and growth, worked by hand."""

from decimal import Decimal

import pytest

from analysis.budgets import line, purchase
from sheets.reading import first_line
from sheets.tablets import tablets


@pytest.mark.parametrize(
    ("facts", "units"),
    [
        ({"quantity": 100, "spare_share": 0.05}, 105),
        ({"quantity": 101, "spare_share": 0.05}, 107),
        ({"quantity": 100, "spare_share": 0}, 100),
        ({"quantity": 100, "spare_share": None}, 100),
        ({"quantity": 0.5}, 1),
        ({"quantity": None}, 0),
        ({"quantity": 30, "spare_share": 0.1}, 33),  # 33.000000000000004 in binary
    ],
)
def test_a_purchase_takes_whole_units_with_spares(facts, units):
    assert first_line("Units", purchase(**facts)) == units


def test_what_is_not_bought_has_no_spares_and_is_not_rounded():
    assert first_line("Units", line(quantity=0.5, spare_share=0.05)) == Decimal("0.5")


@pytest.mark.parametrize(
    ("facts", "dollars"),
    [
        ({"cost_type": "purchase", "unit_setup": 12.5}, 112.5),
        ({"cost_type": "annual", "unit_setup": 12.5}, 100),
        ({"cost_type": "one-time service"}, 100),
        ({"cost_type": "staff", "benefit_rate": 0.3, "flat_benefit": 5}, 135),
        ({"cost_type": "contract"}, 1),
    ],
)
def test_the_cost_of_a_unit_depends_on_the_type(facts, dollars):
    assert first_line("Unit cost", line(**facts)) == dollars


@pytest.mark.parametrize(
    ("facts", "dollars"),
    [({}, 43312.5), ({"status": "lapsed"}, 0), ({"cost_type": "contract"}, 1)],
)
def test_the_base_cost_is_units_times_unit_cost(facts, dollars):
    assert first_line("Base cost", tablets(**facts)) == dollars


@pytest.mark.parametrize(
    ("name", "rate"),
    [("", "0.01"), ("hardware", "0.02"), ("unknown", "0")],
)
def test_growth_is_the_rate_of_the_class(name, rate):
    rates = {"escalation_general": "0.01", "escalation_hardware": "0.02"}
    assert first_line("Growth", line(escalation_class=name), rates=rates) == Decimal(rate)
