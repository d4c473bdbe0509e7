"""spots: where a template has our tables, whatever was moved; what it lacks, by header."""

from dataclasses import replace

import openpyxl
import pytest

from xlbudget.sheets.layout import Layout
from xlbudget.sheets.plan import Column
from xlbudget.sheets.template import room_for, template_book
from xlbudget.workbook.fill.spots import find_spots
from xlbudget.workbook.read import open_book

PLAN = template_book(room=room_for(3, 3))


@pytest.fixture(scope="module")
def moved(small_template, tmp_path_factory):
    """The template with two rows more above the goals, whose sheet has another name."""
    book = openpyxl.load_workbook(small_template)
    page = book["Goals"]
    page.title = "Our goals"
    page.insert_rows(3, 2)
    for table in page.tables.values():
        (left, top), (right, bottom) = map(_parted, table.ref.split(":"))
        table.ref = f"{left}{top + 2}:{right}{bottom + 2}"
        table.autoFilter = None
    path = tmp_path_factory.mktemp("spots") / "moved.xlsx"
    book.save(path)
    return open_book(path)


def _parted(ref):
    letters = ref.rstrip("0123456789")
    return letters, int(ref[len(letters) :])


def test_every_table_stands_where_it_was_written(small_template):
    found = find_spots(PLAN, open_book(small_template))
    placed = Layout(PLAN).tables
    assert found.lacks == {}
    assert found.tabs == {sheet.title: sheet.title for sheet in PLAN.sheets}
    assert {name: (spot.header_row, spot.rows) for name, spot in found.tables.items()} == {
        name: (table.header_row, table.rows) for name, table in placed.items()
    }


def test_a_table_is_found_on_another_tab_and_further_down(moved):
    found = find_spots(PLAN, moved)
    spot, placed = found.tables["Goals"], Layout(PLAN).tables["Goals"]
    assert (spot.sheet, spot.header_row) == ("Our goals", placed.header_row + 2)
    assert found.tabs["Goals"] == "Our goals"


def test_what_is_not_there_is_told_with_its_headers(small_template):
    (goals,) = (sheet for sheet in PLAN.sheets if sheet.title == "Goals")
    table = goals.tables[0]
    more = replace(table, columns=(*table.columns, Column(header="Color of the goal")))
    odd = replace(goals, tables=(more,))
    strange = replace(goals, title="Strange", tables=(replace(table, name="StrangeTable"),))
    found = find_spots(replace(PLAN, sheets=(odd, strange)), open_book(small_template))
    assert found.lacks["Goals"] == ("Color of the goal",)
    assert found.lacks["StrangeTable"] == tuple(column.header for column in table.columns)
    assert "StrangeTable" not in found.tables
