"""grid_of: a sheet's cells by row and column."""

from workbook.read.books import parts_of, write
from xlbudget.workbook.intake.grid import address, grid_of
from xlbudget.workbook.read import open_book

ROWS = (
    '<row r="2"><c r="B2"><f>270*180</f><v>48600</v></c><c r="C2" t="inlineStr"><is><t> </t></is>'
    '</c><c r="AB2" t="inlineStr"><is><t>Goal</t></is></c></row>'
)


def test_cells_stand_by_row_and_column_and_blank_ones_nowhere(tmp_path):
    grid = grid_of(open_book(write(tmp_path / "a.xlsx", parts_of(ROWS))).sheets[0])
    assert grid.rows == {2: {2: 48600.0, 28: "Goal"}}
    assert (grid.last_row, grid.words(2), grid.value(3, 1)) == (2, {28: "Goal"}, None)
    assert (grid.formula(2, 2), grid.formula(2, 28)) == ("270*180", "")


def test_an_empty_sheet_has_no_last_row(tmp_path):
    assert grid_of(open_book(write(tmp_path / "a.xlsx", parts_of())).sheets[0]).last_row == 0


def test_an_address_is_told_from_row_and_column():
    assert (address(7, 2), address(1, 28)) == ("B7", "AB1")
