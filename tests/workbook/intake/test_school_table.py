"""A table that a school fills in: its own columns are no strangers."""

import pytest

from school_answers import answered, school_pack
from xlbudget.model.field import fields_of
from xlbudget.sheets.school import Sizes, goals, my_lines, school_book
from xlbudget.workbook.intake.find_tables import find_named
from xlbudget.workbook.intake.school_table import LINES, OWN_GOALS, read_school_table
from xlbudget.workbook.read import open_book
from xlbudget.workbook.write import write_book


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """A school's workbook, open."""
    path = tmp_path_factory.mktemp("table") / "school.xlsx"
    sizes = Sizes(lines=4, spare_lines=3, goals=3, district_goals=2, items=3, sources=3)
    write_book(school_book(school_pack(), answered(), sizes=sizes), path)
    return open_book(path)


@pytest.mark.parametrize("table", [LINES, OWN_GOALS], ids=lambda table: table.name)
def test_a_sound_table_has_no_finding(book, table):
    headings = [field.header for field in fields_of(table.record)]
    found = find_named(book, {table.name: (table.sheet, headings)})
    read = read_school_table(table, found[table.name])
    assert read.findings == ()
    assert read.reading.whole


def test_every_row_is_read_free_ones_too(book):
    found = find_named(book, {LINES.name: (LINES.sheet, ["Line"])})
    assert len(read_school_table(LINES, found[LINES.name]).reading.records) == 7


def test_a_table_that_is_nowhere_is_not_found(book):
    assert find_named(book, {"Nowhere": ("Nowhere", ["Line"])}) == {}


def test_tables_are_where_the_sheets_have_them():
    assert (LINES.sheet, LINES.name) == (my_lines.TITLE, my_lines.TABLE)
    assert (OWN_GOALS.sheet, OWN_GOALS.name) == (goals.TITLE, goals.OWN)
