"""The cells of a sheet by row and column."""

import pytest
from xlsxwriter import Workbook

from xlbudget.workbook.read import open_book


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "book.xlsx"
    with Workbook(path) as book:
        made = book.add_worksheet("Plan")
        made.write("B3", "word")
        made.write("C3", "  ")
        made.write_formula("AA10", "=1+1", value=2)
        made.write_formula("B4", '=""', value="")
    return open_book(path).sheet("Plan")


def test_cells_stand_by_row_and_column_and_blank_ones_are_left_out(sheet):
    assert sheet.placed.rows == {3: {2: "word"}, 10: {27: 2.0}}


def test_columns_with_a_formula_are_told_though_they_show_nothing(sheet):
    assert sheet.placed.formulas == {10: {27}, 4: {2}}


def test_they_are_put_in_their_places_once(sheet):
    assert sheet.placed is sheet.placed
