"""The cells of one argument, in every shape in which hosts hand them over."""

import pytest

from xlbudget.catalogue.block import (
    SHEET_COLUMNS,
    SHEET_ROWS,
    line_of,
    one_of,
    rectangle,
    rows_of,
    two_columns_of,
    without_blank_end,
)
from xlbudget.errors import ShapeError

BLANKS = [(None,)] * SHEET_ROWS


@pytest.mark.parametrize(
    ("raw", "rows"),
    [
        (5.0, [[5.0]]),
        (None, [[None]]),
        ([], [[]]),
        ([1.0, 2.0], [[1.0, 2.0]]),
        ([[1.0, 2.0]], [[1.0, 2.0]]),
        (((1.0,), (2.0,)), [[1.0], [2.0]]),
    ],
)
def test_every_argument_has_rows(raw, rows):
    assert [list(row) for row in rows_of(raw)] == rows


@pytest.mark.parametrize("raw", [[1.0, None], [[1.0, None]], [[1.0], [None]], (1.0, None)])
def test_one_row_or_one_column_is_a_line_with_its_blanks(raw):
    assert list(line_of(raw, "flows")) == [1.0, None]


def test_a_whole_column_ends_with_its_last_filled_cell():
    assert line_of([(1.0,), ("",), (2.0,), *BLANKS][:SHEET_ROWS], "flows") == [1.0, "", 2.0]


def test_a_whole_row_ends_with_its_last_filled_cell():
    assert list(line_of([[1.0, None, 2.0, *[None] * SHEET_COLUMNS]], "flows")) == [1.0, None, 2.0]


def test_a_blank_whole_column_has_no_cells():
    assert list(line_of(BLANKS, "flows")) == []


def test_a_shorter_column_keeps_its_blank_end():
    assert len(line_of(BLANKS[:-1], "flows")) == SHEET_ROWS - 1


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ([[1.0, 2.0], [3.0, 4.0]], 'The argument "flows" is a block of 2 rows and 2 columns'),
        ([[1.0], [2.0, 3.0]], 'The argument "flows" has rows of unlike length'),
        ([[1.0, 2.0], [3.0]], 'The argument "flows" has rows of unlike length'),
        ([[1.0], 2.0], 'The argument "flows" has rows of unlike length'),
        ([[], [1.0]], 'The argument "flows" has rows of unlike length'),
        ([[], []], 'The argument "flows" is a block of 2 rows and 0 columns'),
    ],
)
def test_a_block_is_no_line(raw, words):
    with pytest.raises(ShapeError) as refusal:
        line_of(raw, "flows")
    assert refusal.value.saw == words


@pytest.mark.parametrize("raw", [5.0, [5.0], (5.0,), [[5.0]], ((5.0,),)])
def test_one_cell_is_one_value(raw):
    assert one_of(raw, "rate") == 5.0


@pytest.mark.parametrize(
    ("raw", "size"),
    [
        ([], "1 row and 0 columns"),
        ([1.0, 2.0], "1 row and 2 columns"),
        ([[1.0], [2.0]], "2 rows and 1 column"),
        (BLANKS, "1,048,576 rows and 1 column"),
    ],
)
def test_several_cells_are_no_single_value(raw, size):
    with pytest.raises(ShapeError) as refusal:
        one_of(raw, "rate")
    assert refusal.value.saw == f'The argument "rate" is a range of {size}'


@pytest.mark.parametrize("rows", [[], [[1.0]], [[1.0, 2.0], (3.0, 4.0)]])
def test_rows_of_equal_length_are_a_rectangle(rows):
    assert rectangle(rows, "lines") is rows


@pytest.mark.parametrize("rows", [[[1.0], []], [[1.0], "a"], [[1.0], None], [[1.0], {2.0}]])
def test_other_rows_are_none(rows):
    with pytest.raises(ShapeError):
        rectangle(rows, "lines")


def test_three_columns_are_no_pairs():
    with pytest.raises(ShapeError, match="1 row and 3 columns"):
        two_columns_of([[1.0, 2.0, 3.0]], "replacements")


def test_the_blank_end_of_a_table_is_cut_and_its_middle_is_kept():
    rows = [(1.0,), (None,), (2.0,), (" ",), (None,)]
    assert without_blank_end(rows) == rows[:3]
