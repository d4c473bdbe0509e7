"""The values of a book stand where the book would have them."""

from dataclasses import replace

from samples import LINE
from xlbudget.sheets.book import district_book
from xlbudget.sheets.empty_budget import empty_budget
from xlbudget.sheets.room import Room
from xlbudget.sheets.template import room_for, template_book
from xlbudget.workbook.fill import book_values, fill, prepare
from xlbudget.workbook.fill.book_values import address
from xlbudget.workbook.read import open_book
from xlbudget.workbook.write import write_book


def test_a_template_of_the_same_rows_takes_a_books_values(tmp_path):
    empty = template_book(room=room_for(4, 2))
    rows = {
        table.name: len(table.rows) + table.spare_rows for s in empty.sheets for table in s.tables
    }
    book = district_book(replace(empty_budget(), lines=(LINE,)), (), room=Room(rows=rows))
    template, written, filled = (tmp_path / f"{name}.xlsx" for name in ("empty", "written", "out"))
    write_book(empty, template)
    write_book(book, written)
    told = fill(prepare(template), book_values(book), filled)
    assert told.cells["Line items"] > 30
    one, two = open_book(written), open_book(filled)
    for sheet in one.sheets:
        other = two.sheet(sheet.name).cells
        stamped = sheet.name == "Manifest"  # its digests are put in when a file is written
        assert stamped or shown(other.values) == shown(sheet.cells.values), sheet.name
        assert other.formulas == sheet.cells.formulas, sheet.name


def test_addresses_count_from_0():
    assert [address(0, 0), address(6, 1), address(9, 26)] == ["A1", "B7", "AA10"]


def shown(values):
    return {at: value for at, value in values.items() if value is not None}
