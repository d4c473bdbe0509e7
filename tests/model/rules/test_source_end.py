"""XLR-18: a source lasts as long as the cost that it pays."""

from datetime import date

import pytest

from samples import seen, with_source
from xlbudget.model.rules.source_end import RULE


def test_a_source_that_ends_before_the_cost_is_found():
    assert seen(RULE, with_source(stream="renewable", last_fiscal_year=2030)) == [
        (
            "line_items.csv, row 2, source_1, L1",
            "F2 (Grant) ends in FY2030, and line L1 asks it for $36,500 in FY2031",
        )
    ]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ({}, {}),
        ({}, {"last_fiscal_year": 2031}),
        ({"last_fiscal_year": 2030}, {"last_fiscal_year": 2030}),
        ({"successor": "F1"}, {"last_fiscal_year": 2030}),
        ({"refresh": False}, {"last_fiscal_year": 2030}),
        ({"status": "lapsed"}, {"last_fiscal_year": 2030}),
        ({}, {"obligation_date": date(2029, 9, 30)}),
    ],
)
def test_fine(line, source):
    assert seen(RULE, with_source(line, **source)) == []
