"""XLR-08: probabilities sum to 1, or there are none."""

from dataclasses import replace
from decimal import Decimal

import pytest

from samples import BUDGET, SCENARIO, seen
from xlbudget.model.rules.probability_sum import RULE


def with_probabilities(*probabilities):
    scenarios = tuple(
        replace(SCENARIO, probability=None if chance is None else Decimal(chance))
        for chance in probabilities
    )
    return replace(BUDGET, scenarios=scenarios)


@pytest.mark.parametrize("chances", [(), (None, None), ("1",), ("0.25", "0.75"), ("1", None)])
def test_fine(chances):
    assert seen(RULE, with_probabilities(*chances)) == []


@pytest.mark.parametrize(
    ("chances", "total"), [(("0.5", None), "0.5"), (("0.6", "0.6"), "1.2"), (("0",), "0")]
)
def test_another_sum_is_found(chances, total):
    assert seen(RULE, with_probabilities(*chances)) == [
        (
            "scenarios.csv, row 2, probability, SC1",
            f"The probabilities of the {len(chances)} scenarios sum to {total}",
        )
    ]
