"""The table of defined names: each name once, with what it stands for."""

from samples import BUDGET
from xlbudget.sheets.book import district_book
from xlbudget.sheets.name_list import NAMES, names_table
from xlbudget.sheets.plan import Name


def test_each_name_has_its_meaning():
    table = names_table([Name("BaseYear", "=A1", "The first year.")], 20, 60)
    assert [row.cells for row in table.rows] == [("BaseYear", "The first year.")]
    assert [column.width for column in table.columns] == [20, 60]


def test_about_explains_every_name_that_the_workbook_defines():
    book = district_book(BUDGET, ())
    (table,) = [table for table in book.sheets[0].tables if table.name == NAMES]
    told = {row.cells[0]: row.cells[1] for row in table.rows}
    assert told == {name.name: name.says for name in book.names}
    assert all(told.values())
