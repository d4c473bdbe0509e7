"""Matrices: by hand."""

from decimal import Decimal

from analysis.budgets import dollars
from xlbudget.analysis.matrix import matrix

CELLS = [
    ("r", "a", Decimal(1)),
    ("r", "a", Decimal(2)),
    ("s", "z", Decimal(4)),
    ("s", "", Decimal(8)),
    ("unknown", "a", Decimal(16)),
]
FOUND = matrix((("r", "R"), ("s", "S")), (("a", "A"), ("b", "B")), CELLS)


def test_named_columns_come_first_and_unknown_rows_are_left_out():
    assert FOUND.rows == (("r", "R"), ("s", "S"))
    assert FOUND.columns == (("a", "A"), ("b", "B"), ("", "not said"), ("z", "z"))
    assert FOUND.cells == (dollars(3, 0, 0, 0), dollars(0, 0, 8, 4))


def test_totals():
    assert FOUND.row_totals == dollars(3, 12)
    assert FOUND.column_totals == dollars(3, 0, 8, 4)
    assert FOUND.total == 15


def test_a_cell_is_found_by_its_keys():
    assert FOUND.at("s", "z") == 4
    assert FOUND.at("unknown", "a") == 0
    assert FOUND.at("r", "none") == 0


def test_a_column_is_found_by_its_key():
    keys = [key for key, _ in FOUND.columns]
    assert [FOUND.column(key) for key in keys] == list(zip(*FOUND.cells, strict=True))
    assert FOUND.column("none") == dollars(*[0] * len(FOUND.rows))
