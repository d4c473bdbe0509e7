"""XLR-25: a gain has a measure."""

from decimal import Decimal

import pytest

from samples import seen, with_first
from xlbudget.model.rules.gain_measure import RULE


@pytest.mark.parametrize(
    "gains", [{"expected_gain": Decimal(0)}, {"expected_gain": None, "actual_gain": Decimal(2)}]
)
def test_a_gain_without_a_measure_is_found(gains):
    assert seen(RULE, with_first("outcomes", measure="", **gains)) == [
        ("outcomes.csv, row 2, measure, O1", "Outcome O1 states a gain and no measure")
    ]


def test_without_a_gain_none_is_needed():
    assert seen(RULE, with_first("outcomes", measure="", expected_gain=None)) == []
