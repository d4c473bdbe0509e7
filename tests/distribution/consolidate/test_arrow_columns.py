"""Columns made of bytes are those that Arrow makes of the same values."""

from decimal import Decimal

import pyarrow as pa
import pytest

from xlbudget.distribution.consolidate.arrow_columns import (
    money_column,
    text_column,
    whole_column,
)


@pytest.mark.parametrize(
    "values",
    [[], ["a"], ["é", "", None, "=1"] * 5, [None] * 9, ["x"] * 8 + [None]],
)
def test_texts(values):
    assert text_column(values).equals(pa.array(values, pa.string()))


@pytest.mark.parametrize("values", [[], [0, -1, 2**62], [None, 7], [None] * 17])
def test_whole_numbers(values):
    assert whole_column(values).equals(pa.array(values, pa.int64()))


@pytest.mark.parametrize("cents", [[], [0, -1, 10**17, -(10**17), 12345]])
def test_money(cents):
    dollars = [Decimal(amount).scaleb(-2) for amount in cents]
    assert money_column(cents).equals(pa.array(dollars, pa.decimal128(18, 2)))
    money_column(cents).validate(full=True)
