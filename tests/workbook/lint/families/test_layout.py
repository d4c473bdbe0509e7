"""The rules of layout: each finds its fault where it was put."""

import pytest

from workbook.lint.books import faults, places, rewrite, table, write
from xlbudget.workbook import look

LINES = "Line items"


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "seed"),
    [
        ("L01", "Log", "A9", lambda book: book["Log"].merge_range("A9:C9", "Notes")),
        ("L02", "Lists", "C5", lambda book: table(book, "Lists", "C5:C6", "Table12", ("x",))),
        (
            "L02",
            "Lists",
            "D5",
            lambda book: table(book, "Lists", "C5:D6", "Parts", ("x", "Column2")),
        ),
        (
            "L03",
            "Lists",
            "C5",
            lambda book: table(book, "Lists", "C5:C6", "Parts", ("x",), [("a",)]),
        ),
        (
            "L03",
            "Lists",
            "A12",
            lambda book: (
                table(book, "Lists", "A10:B13", "Parts", ("x", "y")),
                book["Lists"].write_string("A11", "one"),
                book["Lists"].write_string("A13", "three"),
            ),
        ),
        (
            "L04",
            LINES,
            "A14",
            lambda book: table(book, LINES, "A14:A15", "Parts", ("x",), [("a",)]),
        ),
        ("L05", "Log", "A1", lambda book: book["Log"].write_string("A1", "Log", book.number)),
        ("L05", "Log", "A2", lambda book: book["Log"].write_formula("A2", '=""', None, "")),
        (
            "L13",
            LINES,
            "E8",
            lambda book: book[LINES].write_number(
                "E8", 2, book.shape(look.INPUT, locked=False, num_format="0.000")
            ),
        ),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, sheet, cell, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), code) == [(sheet, cell)]


def test_cells_colored_by_hand_are_found(tmp_path):
    def seed(book):
        shown = book.shape(bg_color="#FFEEEE")
        for row in range(12, 20):
            book["Cost by year"].write_formula(row, 0, "=B7", shown, 7600)

    assert places(write(tmp_path / "budget.xlsx", seed), "L06") == [("Cost by year", "A13")]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("&amp;P of &amp;N", "", "The pages have no numbers"),
        ('fitToPage="1"', 'fitToPage="0"', "The sheet is not fitted to the width of a page"),
    ],
)
def test_a_sheet_not_set_up_for_print_is_found(tmp_path, old, new, words):
    path = rewrite(write(tmp_path / "budget.xlsx"), "xl/worksheets/sheet7.xml", old, new)
    assert faults(path, "L15") == [("Lists", "A1", words)]


def test_a_sheet_for_entry_without_a_table_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/worksheets/sheet3.xml", "<tableParts", "<noParts")
    rewrite(path, "xl/worksheets/sheet3.xml", "</tableParts>", "</noParts>")
    rewrite(path, "xl/worksheets/_rels/sheet3.xml.rels", "/table", "/other")
    assert faults(path, "L02") == [(LINES, "A1", "A sheet for entry has no table")]


@pytest.mark.parametrize(("count", "found"), [(4, 0), (12, 1)])
def test_one_cell_in_twenty_may_be_formatted_by_hand(tmp_path, count, found):
    def seed(book):
        for row in range(60):
            book["Lists"].write_string(row + 30, 3, "x", book.shape(look.CALCULATION, border=1))
        for row in range(count):
            book["Lists"].write_string(row + 30, 4, "x", book.shape(bold=True))

    assert len(faults(write(tmp_path / "budget.xlsx", seed), "L06")) == found
