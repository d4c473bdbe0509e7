"""A line in a scenario: by hand."""

from decimal import Decimal

import pytest

from analysis.budgets import budget, by_year, dollars, line, purchase
from xlbudget.analysis.multipliers import EXCLUDED, PLAIN, Multiplier
from xlbudget.analysis.scenario_line import scenario_line
from xlbudget.model.cost import line_costs

HALF_MORE = Multiplier(Decimal("1.5"), Decimal("1.1"))


def in_scenario(item, multiplier):
    (cost,) = line_costs(budget(item, years=2))
    return scenario_line(cost, multiplier)


@pytest.mark.parametrize(
    ("item", "base", "years", "resale"),
    [
        pytest.param(line(quantity="0.5"), "82.5", ("82.5", "82.5"), (0, 0), id="annual"),
        pytest.param(
            line(cost_type="contract", payment=by_year(10, 20)),
            "1.65",
            ("16.5", 33),
            (0, 0),
            id="contract",
        ),
        pytest.param(
            purchase(quantity=3, unit_setup=20, residual_share="0.1"),
            660,
            (660, 0),
            (55, 0),
            id="purchase-rounds-units-up",
        ),
        pytest.param(
            line(cost_type="staff", benefit_rate="0.2", flat_benefit=30),
            "247.5",
            ("247.5", "247.5"),
            (0, 0),
            id="staff",
        ),
        pytest.param(line(status="lapsed"), 0, (0, 0), (0, 0), id="lapsed"),
    ],
)
def test_quantity_and_price_are_multiplied(item, base, years, resale):
    found = in_scenario(item, HALF_MORE)
    assert found.base == Decimal(base)
    assert (found.years, found.resale) == (dollars(*years), dollars(*resale))


def test_excluded_costs_nothing_and_plain_is_as_entered():
    item = purchase(residual_share="0.5")
    assert in_scenario(item, EXCLUDED).years == dollars(0, 0)
    assert in_scenario(item, EXCLUDED).resale == dollars(0, 0)
    assert in_scenario(item, PLAIN).resale == dollars(50, 0)
