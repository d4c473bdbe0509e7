"""snapshot: where a table has a free row."""

import pytest

from xlbudget.actions.snapshot import TableNow, any_filled

FILLED, BLANK = {"Line": "L1", "Notes": None}, {"Line": "", "Notes": None}


@pytest.mark.parametrize(
    ("rows", "grows", "free"),
    [
        ((), False, None),
        ((), True, 1),
        ((BLANK, BLANK), False, 1),
        ((FILLED, BLANK), False, 2),
        ((BLANK, FILLED, BLANK), False, 3),
        ((FILLED, FILLED), False, None),
        ((FILLED, FILLED), True, 3),
    ],
)
def test_the_free_row_is_the_first_below_the_last_filled_one(rows, grows, free):
    table = TableNow("T", "S", ("Line", "Notes"), rows, grows=grows)
    assert table.free_row() == free


@pytest.mark.parametrize(
    ("value", "filled"), [("", False), (None, False), (0, True), (False, True), (" ", True)]
)
def test_zero_is_something_and_blank_is_not(value, filled):
    assert any_filled({"Notes": value}) is filled
