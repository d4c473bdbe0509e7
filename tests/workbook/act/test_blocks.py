"""Edits become contiguous blocks: one call of a live program for each."""

from hypothesis import given
from hypothesis import strategies as st

from xlbudget.workbook.act.blocks import blocks
from xlbudget.workbook.act.located import Located


def at(row, column, value="x", sheet="Plan"):
    return Located(sheet, row, column, value, "Header", "Table")


def test_cells_of_a_row_that_touch_are_one_block():
    (block,) = blocks([at(7, 4, "b"), at(7, 3, "a"), at(7, 5, "c")])
    assert (block.area, block.values) == ("C7:E7", (("a", "b", "c"),))


def test_rows_of_the_same_columns_are_one_block():
    edits = [at(row, column, row * column) for row in (5, 6, 7) for column in (1, 2)]
    (block,) = blocks(edits)
    assert (block.area, block.values) == ("A5:B7", ((5, 10), (6, 12), (7, 14)))


def test_a_gap_another_width_and_another_sheet_begin_blocks_of_their_own():
    edits = [at(5, 1), at(5, 3), at(6, 1), at(6, 2), at(8, 1), at(5, 1, sheet="Goals")]
    assert [(one.sheet, one.area) for one in blocks(edits)] == [
        ("Goals", "A5"),
        ("Plan", "A5"),
        ("Plan", "C5"),
        ("Plan", "A6:B6"),
        ("Plan", "A8"),
    ]


def test_five_new_lines_are_three_blocks():
    columns = (1, *range(3, 13), 20)
    assert len(blocks([at(row, column) for row in range(40, 45) for column in columns])) == 3


def test_no_edits_are_no_blocks():
    assert blocks([]) == ()


cells = st.sets(st.tuples(st.sampled_from("AB"), st.integers(1, 8), st.integers(1, 6)))


@given(cells)
def test_every_cell_is_in_just_one_block_with_its_value(places):
    edits = [at(row, column, (sheet, row, column), sheet) for sheet, row, column in places]
    found = [
        (value, (block.sheet, block.row + i, block.column + k))
        for block in blocks(edits)
        for i, row in enumerate(block.values)
        for k, value in enumerate(row)
    ]
    assert all(value == place for value, place in found)
    assert sorted(place for _, place in found) == sorted(places)
