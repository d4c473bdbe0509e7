"""heads: what stands at the head of a sheet is found again where its owner moved it."""

import openpyxl
import pytest

from xlbudget.sheets.layout import Layout
from xlbudget.sheets.template import room_for, template_book
from xlbudget.workbook.fill.heads import heads_of
from xlbudget.workbook.fill.plan_cells import MASTER_FORMULA, plan_cells
from xlbudget.workbook.read import open_book

LAYOUT = Layout(template_book(room=room_for(3, 3)))
TABS = {placed.sheet.title: placed.sheet.title for placed in LAYOUT.sheets}
SUMMARY = [cell for cell in plan_cells(LAYOUT) if cell.sheet == "Summary" and not cell.unit]


@pytest.fixture(scope="module")
def moved(small_template, tmp_path_factory):
    """The template with the master check of Summary, and all below it, two rows further down."""
    book = openpyxl.load_workbook(small_template)
    page = book["Summary"]
    page.move_range(f"A1:{page.cell(page.max_row, page.max_column).coordinate}", rows=2)
    path = tmp_path_factory.mktemp("heads") / "moved.xlsx"
    book.save(path)
    return open_book(path)


def test_nothing_is_moved_in_a_template_as_it_was_written(small_template):
    assert heads_of(LAYOUT, TABS, open_book(small_template)).moved == {}


def test_all_of_a_head_is_moved_with_the_master_check(moved):
    heads = heads_of(LAYOUT, TABS, moved)
    (master,) = (cell for cell in SUMMARY if cell.formula == MASTER_FORMULA)
    assert heads.at(master) == ("Summary", f"A{master.row + 3}")
    places = {heads.moved[cell.sheet, cell.row, cell.column] for cell in SUMMARY}
    assert places == {(cell.row + 2, cell.column) for cell in SUMMARY}


def test_cells_of_tables_and_other_sheets_are_not(moved):
    heads = heads_of(LAYOUT, TABS, moved)
    assert {sheet for sheet, _, _ in heads.moved} == {"Summary"}
