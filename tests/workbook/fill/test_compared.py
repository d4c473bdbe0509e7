"""compared: formulas that are ours, changed, typed over, or the owner's own."""

import openpyxl
import pytest

from xlbudget.sheets.layout import Layout
from xlbudget.sheets.template import room_for, template_book
from xlbudget.workbook.fill.book_values import address
from xlbudget.workbook.fill.compared import compare_formulas
from xlbudget.workbook.fill.heads import heads_of
from xlbudget.workbook.fill.plan_cells import plan_cells
from xlbudget.workbook.read import open_book

LAYOUT = Layout(template_book(room=room_for(3, 3)))
CELLS = list(plan_cells(LAYOUT))
TABS = {placed.sheet.title: placed.sheet.title for placed in LAYOUT.sheets}


def compared(path):
    book = open_book(path)
    return compare_formulas(CELLS, LAYOUT, heads_of(LAYOUT, TABS, book), book)


def formulas_of(header):
    """The places of the formulas of a column of the table LineItems."""
    cells = (cell for cell in CELLS if cell.unit == "LineItems" and cell.header == header)
    return [("Line items", address(cell.row, cell.column)) for cell in cells if cell.formula]


@pytest.fixture(scope="module")
def changed(small_template, tmp_path_factory):
    """The template with one formula typed over, two others changed, and one of its owner."""
    book = openpyxl.load_workbook(small_template)
    page = book["Line items"]
    first, second, third = (ref for _, ref in formulas_of("Year 1"))
    page[first], page[second], page[third] = 5, "=1+1", "=1+1"
    book["Scratch"]["C9"] = "=2*3"
    path = tmp_path_factory.mktemp("compared") / "changed.xlsx"
    book.save(path)
    return compared(path)


def test_a_template_as_it_was_written_has_our_formulas_alone(small_template):
    found = compared(small_template)
    assert (found.typed_over, found.other, found.spoiled, found.owned) == (frozenset(),) * 4
    assert (dict(found.own), found.findings) == ({}, ())


def test_what_was_typed_over_and_what_was_changed_are_told_apart(changed):
    first, second, third = formulas_of("Year 1")
    assert changed.typed_over == {first}
    assert changed.other == {second, third}
    assert [item.code for item in changed.findings] == ["XLF-06", "XLF-07"]
    assert "2 cells from" in changed.findings[1].saw


def test_what_follows_from_them_is_open(changed):
    assert changed.spoiled.isdisjoint(changed.typed_over | changed.other)
    sheets = {sheet for sheet, _ in changed.spoiled}
    assert {"Line items", "Cost by year", "Summary"} <= sheets


def test_a_formula_of_the_owner_is_counted_and_has_no_result_of_ours(changed):
    assert dict(changed.own) == {"Scratch": 1}
    assert changed.owned == {("Scratch", "C9")}
