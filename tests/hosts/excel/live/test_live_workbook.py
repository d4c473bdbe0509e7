"""The workbook that is open: its file, its selected cell, what is written to it."""

from pathlib import Path

import pytest

from hosts.excel.live.excel import Workbook, opened
from xlbudget.hosts.excel.live.live_workbook import LiveWorkbook
from xlbudget.workbook.act import Block


@pytest.fixture
def workbook(written):
    return Workbook(written)


@pytest.fixture
def live(workbook):
    return LiveWorkbook(opened(workbook))


def test_its_file_is_told_where_it_lies_on_this_machine(live, workbook, written):
    assert live.home == Path(written)
    workbook.FullName = "Book1"
    assert live.home is None
    workbook.FullName = "https://district.example/budget.xlsx"
    assert live.home is None


def test_the_selected_cell_is_told_with_its_sheet(live, workbook):
    workbook.select("Line items", "C7")
    assert live.selected() == "'Line items'!C7"


def test_without_cells_in_front_nothing_is_selected(live, workbook):
    workbook.Application.Selection = None
    assert live.selected() == ""


def test_a_cell_of_another_workbook_is_not_meant(live, workbook, tmp_path):
    other = tmp_path / "other.xlsx"
    other.write_bytes(workbook.path.read_bytes())
    elsewhere = Workbook(other)
    elsewhere.select("Summary", "A1")
    workbook.Application.Selection = elsewhere.Application.Selection
    assert live.selected() == ""


def test_each_block_is_written_in_one_call(live, workbook):
    workbook.Application.ScreenUpdating = workbook.Application.EnableEvents = False
    workbook.Application.Calculation = -4135
    live.write([Block("Scratch", 2, 3, (("a", 1), ("b", None))), Block("Scratch", 9, 1, ((5,),))])
    assert workbook.writes == [("Scratch", "C2", (2, 2)), ("Scratch", "A9", (1, 1))]


def test_rows_are_added_to_the_table_whose_headers_stand_there(live, workbook):
    (table,) = workbook.tabs["Line items"].ListObjects
    live.add_rows("Line items", table.Range.Row, 2)
    assert workbook.calls == [("ListRows.Add", "LineItems")] * 2


def test_a_copy_of_an_unsaved_workbook_gets_an_ending(live, workbook, tmp_path):
    workbook.Name = "Book1"
    assert live.save_copy(tmp_path) == tmp_path / "Book1.xlsx"
    assert (tmp_path / "Book1.xlsx").is_file()
