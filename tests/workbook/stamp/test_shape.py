"""Teller: cells of tables that grow are told by table and column, all others by address."""

import pytest

from xlbudget.workbook.stamp.shape import Block, Shape, Teller

LINES = Block("LineItems", 9, 1, 12, ("Line", "Price", "Cost"))
OTHER = Block("Team", 20, 1, 25, ("Name", "Role"))
GROWS = Shape("Line items", grows=True, blocks=(LINES, OTHER), formulas={})
FIXED = Shape("Summary", grows=False, blocks=(), formulas={})
TELLER = Teller((GROWS, FIXED))


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("=B10*2", "LineItems[Price:Price]this*2"),
        ("=$B$9", "LineItems[Price:Price]header"),
        ("=$B$8+1", "LineItems[Price:Price]label+1"),
        ("=SUM(B10:C12)", "SUM(LineItems[Price:Cost]all)"),
        ("=B12", "LineItems[Price:Price]3:3"),
        ("=A21", "Team[Name:Name]1:1"),
        ("=D10", "D10"),
        ("=A14", "A14"),
        ("=Summary!B10", "SUMMARY!B10"),
        ('="B10"&B10', '"B10"&LineItems[Price:Price]this'),
        ("=LineItems[B10]+LOG10(5)", "LINEITEMS[B10]+LOG10(5)"),
        ("=1E5*B10", "100000*LineItems[Price:Price]this"),
    ],
)
def test_a_cell_of_a_table_is_told_by_its_column(formula, told):
    assert TELLER.told(formula, GROWS, 10) == told


def test_from_a_sheet_that_stays_only_cells_of_growing_ones_are_told_so():
    told = TELLER.told("='Line items'!C12+B10", FIXED, 10)
    assert told == "LineItems[Cost:Cost]3:3+B10"


def test_the_same_words_in_another_row_may_mean_another_cell():
    rows = [TELLER.told("=B10", GROWS, row) for row in (10, 11, 10)]
    assert rows == [f"LineItems[Price:Price]{row}" for row in ("this", "1:1", "this")]


def test_a_table_that_moves_down_is_told_alike():
    lower = Block("LineItems", 11, 1, 14, LINES.headers)
    moved = Shape("Line items", grows=True, blocks=(lower,), formulas={})
    assert Teller((moved,)).told("=B12+$B$10", moved, 12) == TELLER.told("=B10+$B$8", GROWS, 10)
