"""XLR-23: a bond does not outlive what it bought."""

import pytest

from samples import seen, with_source
from xlbudget.model.rules.bond_term import RULE

BOND = {"kind": "bond", "first_fiscal_year": 2027, "last_fiscal_year": 2046}


def test_a_bond_that_outlives_the_asset_is_found():
    assert seen(RULE, with_source(**BOND)) == [
        (
            "line_items.csv, row 2, source_1, L1",
            "Line L1 serves 4 years, and the bond F2 runs 20 years",
        )
    ]


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ({"service_life": 20}, {}),
        ({"cost_type": "annual"}, {}),
        ({"status": "lapsed"}, {}),
        ({}, {"kind": "grant"}),
        ({}, {"last_fiscal_year": None}),
        ({}, {"first_fiscal_year": None}),
        ({}, {"last_fiscal_year": 2030}),
    ],
)
def test_fine(line, facts):
    assert seen(RULE, with_source(line, **BOND | facts)) == []
