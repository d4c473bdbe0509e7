"""moved and new: what stands elsewhere or under another name, and what the old one lacked."""

from dataclasses import replace

import openpyxl

from samples import BUDGET
from workbook.migrate.older import DAY, told
from xlbudget.workbook.migrate import migrate


def test_what_moved_is_told(migrated):
    assert told(migrated.moved) == [
        ("Goals", "", "Columns of Goals stand elsewhere: Strategy", ""),
        ("Line items", "", "The column QUANTITY (units) of LineItems is called Quantity now", ""),
        ("Line items", "", "The column Price each of LineItems is called Unit price now", ""),
    ]


def test_what_is_new_is_told(migrated):
    assert told(migrated.new) == [
        ("Outcomes", "", "The sheet is new", ""),
        ("Line items", "", "New in the table LineItems: User hours", ""),
    ]


def test_tables_on_other_sheets_and_without_their_frames_are_told(tmp_path, book):
    opened = openpyxl.load_workbook(book)
    opened["Savings"].title = "What we save"
    del opened["Programs"].tables["Programs"]
    opened.save(tmp_path / "b.xlsx")
    found = migrate(tmp_path / "b.xlsx", DAY)
    assert found.budget == BUDGET
    assert [(item.sheet, item.what) for item in found.moved] == [
        ("Programs", "The table Programs was found by its headings"),
        ("What we save", "The table Savings stands on Savings now"),
    ]


def test_a_sheet_that_was_deleted_is_new_again(tmp_path, book):
    opened = openpyxl.load_workbook(book)
    del opened["Savings"]
    opened.save(tmp_path / "b.xlsx")
    found = migrate(tmp_path / "b.xlsx", DAY)
    assert found.budget == replace(BUDGET, savings=())
    assert told(found.new) == [("Savings", "", "The sheet is new", "")]
