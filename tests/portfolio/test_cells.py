"""table and plain_floats: what passes at once, what passes cell by cell, and what does not."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from xlbudget.errors import ShapeError
from xlbudget.portfolio._cells import plain_floats, table

PLAIN = [[1.0, 2.0], [3.0, 4.0]]


@pytest.mark.parametrize(
    "rows",
    [PLAIN, tuple(map(tuple, PLAIN)), np.array(PLAIN), np.array(PLAIN, int), np.float32(PLAIN)],
    ids=["lists", "tuples", "array", "whole-numbers", "single-precision"],
)
def test_plain_rows_pass_at_once(rows):
    assert plain_floats(rows).tolist() == table(rows, "flow").tolist() == PLAIN


@pytest.mark.parametrize("cell", [4, Decimal(4), Fraction(4), np.float64(4), np.int8(4)])
def test_other_numbers_pass_cell_by_cell(cell):
    rows = [[1.0, 2.0], [3.0, cell]]
    assert plain_floats(rows) is None
    assert table(rows, "flow").tolist() == PLAIN


@pytest.mark.parametrize("cell", [True, "4", None, [4.0]])
def test_what_an_array_would_take_for_a_number_is_none(cell):
    assert plain_floats([[1.0, cell]]) is None


@pytest.mark.parametrize("rows", [np.array([[True]]), np.array([["1"]]), np.ones(3), [1.0], 5])
def test_what_are_no_rows_of_numbers(rows):
    assert plain_floats(rows) is None


def test_an_array_is_not_copied():
    held = np.array(PLAIN)
    assert table(held, "flow") is held


@pytest.mark.parametrize("rows", [None, "12", b"12", 5, {1.0}])
def test_refuses_what_holds_no_rows(rows):
    with pytest.raises(ShapeError, match="no rows of flows"):
        table(rows, "flow")
