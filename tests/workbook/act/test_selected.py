"""The cell that a person points at: what it holds, and where in our tables it stands."""

import pytest

from workbook.act.acted import now, small_book
from xlbudget.errors import UnknownChoiceError
from xlbudget.workbook.act import standing_of
from xlbudget.workbook.read import open_book


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return small_book(tmp_path_factory.mktemp("made") / "book.xlsx")


@pytest.mark.parametrize("cell", ["Line items!C{}", "'Line items'!$C${}", "LINE ITEMS!c{}"])
def test_a_cell_of_a_table_is_told_by_table_row_and_header(made, cell):
    stand = standing_of(open_book(made)).tables["LineItems"]
    chosen = now(made, cell=cell.format(stand.first_row + 1)).selection
    assert (chosen.table, chosen.row, chosen.header) == ("LineItems", 2, "Description")
    assert (chosen.sheet, chosen.formula) == ("Line items", "")


def test_a_calculated_cell_is_told_with_its_formula_and_its_table(made):
    spot = standing_of(open_book(made)).spots.tables["FundingPlan"]
    chosen = now(made, cell=f"Funding plan!C{spot.header_row + 2}").selection
    assert (chosen.table, chosen.row) == ("FundingPlan", 1)
    assert chosen.header
    assert chosen.formula.startswith("=")


def test_a_figure_of_summary_is_told_by_its_label(made):
    chosen = now(made, cell="Summary!A6").selection
    assert (chosen.table, chosen.header) == ("", "Asked, year 1 ($)")
    assert chosen.value == now(made).headlines["Asked, year 1 ($)"]


@pytest.mark.parametrize("cell", ["Nowhere!A1", "A1", "Summary!", "Summary!A0", "Summary!Total"])
def test_what_is_no_cell_is_refused_with_the_sheets_that_are_there(made, cell):
    with pytest.raises(UnknownChoiceError) as refusal:
        now(made, cell=cell)
    assert "Summary" in refusal.value.fix
