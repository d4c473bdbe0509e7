"""Cells unlike the like formulas on both sides of them."""

from xlbudget.workbook.lint.neighbors import outliers


def found(*rows):
    filled = {(i, j): f"{i},{j}" for i, row in enumerate(rows) for j, key in enumerate(row) if key}
    keys = {(i, j): key for i, row in enumerate(rows) for j, key in enumerate(row) if key.isalpha()}
    return list(outliers(keys, filled))


def test_a_cell_between_like_formulas_is_found():
    assert found(("a", "a", "b", "a")) == [("0,2", "beside")]


def test_a_typed_number_between_like_formulas_is_found():
    assert found(("a",), ("1",), ("a",), ("a",)) == [("1,0", "above and below")]


def test_two_on_each_side_are_needed_to_tell():
    assert found(("a", "b", "a")) == []


def test_a_row_of_its_own_kind_between_like_rows_is_sound():
    assert found(("a", "a", "a"), ("b", "b", "b"), ("a", "a", "a"), ("a", "a", "a")) == []
