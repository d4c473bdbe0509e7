"""read_log: what happened to a workbook, also what people wrote down themselves."""

from datetime import date

from samples import BUDGET
from workbook.intake.filled import put, text, write_plain
from xlbudget.sheets.book import district_book
from xlbudget.sheets.identity import Entry, Event, Identity
from xlbudget.workbook.read import open_book
from xlbudget.workbook.stamp import read_log
from xlbudget.workbook.write import write_book

ENTRIES = (
    Entry(date(2025, 9, 1), Event.GENERATED, "Made by xlbudget 0.1"),
    Entry(date(2026, 2, 28), Event.ISSUED, "To Oak Elementary"),
    Entry(None, "explained", "L03 Goals!B7: by law (Ana)"),
)


def test_a_log_is_read_as_it_was_written(tmp_path):
    book = district_book(BUDGET, (), identity=Identity(entries=ENTRIES))
    write_book(book, tmp_path / "a.xlsx")
    assert read_log(open_book(tmp_path / "a.xlsx")) == ENTRIES


def test_rows_that_people_add_are_read_with_their_words(book):
    put(book, "Log", "Date", text("last week"), row=3)
    put(book, "Log", "What", text("Ann looked through it"), row=3)
    first, second = read_log(open_book(book))
    assert (first.day, first.event) == (date(2026, 8, 1), Event.GENERATED)
    assert second == Entry("last week", "", "Ann looked through it")


def test_a_workbook_without_a_log_has_no_entries(tmp_path):
    path = write_plain(tmp_path / "a.xlsx", {"Sheet1": [["Name"], ["a"]]})
    assert read_log(open_book(path)) == ()
