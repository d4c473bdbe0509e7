"""changed_sheets: every change is told with its sheet; a workbook without a digest tells none."""

import openpyxl
import pytest

from workbook.intake.filled import cell_of, formula, number, put, text, write_plain
from xlbudget.workbook.read import open_book
from xlbudget.workbook.stamp.changed import (
    ADDED,
    ALTERED,
    GONE,
    MOVED,
    NAMES,
    Change,
    changed_sheets,
)


def changes_of(path):
    return set(changed_sheets(open_book(path)))


@pytest.mark.parametrize(
    ("table", "header", "content"),
    [
        ("LineItems", "Year 1", number(5)),
        ("LineItems", "Still missing", text("complete")),
        ("Goals", "Lines linked", number(7)),
        ("Goals", "Lines linked", formula("1+1*COUNTA(Goals[Goal])", 2)),
        ("CashFlows", "Year 1", number(5)),
        ("Checks", "Status", text("OK")),
        ("Checks", "Value", number(0)),
        ("CheckTotals", "Value", number(0)),
    ],
)
def test_a_calculated_cell_that_is_other_is_told_with_its_sheet(book, table, header, content):
    sheet, _ = cell_of(book, table, header)
    put(book, table, header, content)
    assert changes_of(book) == {Change(sheet, ALTERED)}


@pytest.mark.parametrize(
    ("table", "header", "content"),
    [
        ("LineItems", "Unit price", formula("270*180", 48600)),
        ("LineItems", "Description", text("=1+1")),
        ("Frame", "Value", text("Another district")),
        ("Checks", "Explanation", text("By law")),
        ("Checks", "Date", formula("TODAY()", 46300)),
        ("Manifest", "Value", text("something else")),
    ],
)
def test_what_is_typed_into_inputs_is_no_change(book, table, header, content):
    put(book, table, header, content)
    assert changes_of(book) == set()


def test_sheets_that_came_went_and_moved_are_told(tmp_path, book):
    opened = openpyxl.load_workbook(book)
    opened.create_sheet("Our notes")
    opened["Guide"].title = "Help"
    opened.move_sheet("Practices", 1)
    opened.save(tmp_path / "b.xlsx")
    assert changes_of(tmp_path / "b.xlsx") == {
        Change("Our notes", ADDED),
        Change("Help", ADDED),
        Change("Guide", GONE),
        Change("", MOVED),
    }


def test_a_name_that_stands_for_something_else_is_told(tmp_path, book):
    opened = openpyxl.load_workbook(book)
    opened.defined_names["BaseYear"].value = "Assumptions!$A$1"
    opened.save(tmp_path / "b.xlsx")
    assert changes_of(tmp_path / "b.xlsx") == {Change("", NAMES)}


def test_a_workbook_of_something_else_has_no_changes(tmp_path):
    path = write_plain(tmp_path / "a.xlsx", {"Sheet1": [["Name", "Amount"], ["a", 1]]})
    assert changes_of(path) == set()


def test_a_workbook_whose_sheets_have_no_digests_is_told_as_a_whole(book):
    put(book, "SheetRoles", "Digest", text(""))
    sheets = len(open_book(book).sheets)
    for row in range(2, sheets + 1):
        put(book, "SheetRoles", "Digest", text(""), row=row)
    put(book, "CashFlows", "Year 1", number(5))
    assert changes_of(book) == {Change("", ALTERED)}
