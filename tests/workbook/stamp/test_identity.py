"""read_stamp: what a workbook says of itself, whatever became of its Manifest."""

import openpyxl
import pytest

from samples import BUDGET
from workbook.intake.filled import put, text, write_plain
from xlbudget import __version__
from xlbudget.sheets.book import district_book
from xlbudget.sheets.identity import Fact, identity_of
from xlbudget.workbook.read import open_book
from xlbudget.workbook.stamp import Stamp, digests_of, read_stamp
from xlbudget.workbook.write import write_book


def test_a_template_is_nobodys(original):
    stamp = read_stamp(open_book(original))
    assert (stamp.template, stamp.version) == ("xlbudget district", "v1.0")
    assert (stamp.workbook_id, stamp.school_id, stamp.fact(Fact.ORIGIN)) == ("", "", "")
    assert stamp.fact(Fact.MAKER) == f"xlbudget {__version__}"
    assert stamp.fact(Fact.DISTRICT) == "Millbrook"


def test_a_filled_workbook_says_which_it_is(tmp_path):
    identity = identity_of(BUDGET, "millbrook")
    write_book(district_book(BUDGET, (), identity=identity), tmp_path / "a.xlsx")
    stamp = read_stamp(open_book(tmp_path / "a.xlsx"))
    assert stamp.workbook_id == identity.workbook_id
    assert stamp.fact(Fact.ORIGIN) == "millbrook"


def test_every_sheet_has_its_role_and_digest(original):
    book = open_book(original)
    stamp = read_stamp(book)
    assert list(stamp.roles) == [sheet.name for sheet in book.sheets]
    assert (stamp.roles["About"], stamp.roles["Line items"]) == ("about", "data")
    assert stamp.sheets == digests_of(book).sheets
    assert stamp.digest == digests_of(book).whole


def test_it_is_read_by_its_headers_where_the_tables_are_gone(tmp_path, book):
    opened = openpyxl.load_workbook(book)
    for name in list(opened["Manifest"].tables):
        del opened["Manifest"].tables[name]
    opened["Manifest"].insert_rows(3, 2)
    opened.save(tmp_path / "b.xlsx")
    assert read_stamp(open_book(tmp_path / "b.xlsx")) == read_stamp(open_book(book))


def test_a_fact_that_was_emptied_is_not_said(book):
    put(book, "Manifest", "Value", text(" "), row=2)
    stamp = read_stamp(open_book(book))
    assert (stamp.version, stamp.template) == ("", "xlbudget district")


@pytest.mark.parametrize(
    "sheets",
    [{"Sheet1": [["Name", "Amount"], ["a", 1]]}, {"Manifest": [["Fact"], ["Template"]]}],
    ids=["no Manifest", "no such columns"],
)
def test_a_workbook_of_something_else_says_nothing(tmp_path, sheets):
    assert read_stamp(open_book(write_plain(tmp_path / "a.xlsx", sheets))) == Stamp()
