"""Screen and paper: what stays in view, how a sheet prints, what the file says of itself."""

import pytest

from workbook.lint.books import faults, places, rewrite, table, write
from xlbudget.workbook.lint import Profile

LINES = "Line items"


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "seed"),
    [
        ("L14", LINES, "B9", lambda book: book[LINES].freeze_panes(8, 1)),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, sheet, cell, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), code) == [(sheet, cell)]


def test_nothing_is_frozen_in_the_accessible_edition(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    assert places(path, "L14", Profile.ACCESSIBLE) == [(LINES, "B6")]


def test_a_wide_sheet_that_prints_upright_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx", lambda book: book["Log"].print_area(0, 0, 20, 12))
    assert places(path, "L15") == [("Log", "A1")]


def test_a_sheet_without_a_print_area_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/workbook.xml", "_xlnm.Print_Area", "_xlnm.Sheet_Title")
    assert len(faults(path, "L15")) == 1


def test_missing_properties_and_a_name_that_says_nothing_are_found(tmp_path):
    path = write(tmp_path / "Book1.xlsx", lambda book: book.file.set_properties({"title": "x"}))
    assert [saw for _, _, saw in faults(path, "L16")] == [
        "The file has no subject among its properties",
        "The file has no creator among its properties",
        "The file is called Book1.xlsx",
    ]


@pytest.mark.parametrize(("figures", "found"), [(False, 1), (True, 0)])
def test_more_than_six_rows_are_frozen_for_figures_only(tmp_path, figures, found):
    def seed(book):
        book["Summary"].freeze_panes(9, 1)
        table(book, "Summary", "A9:B10", "Notes", ("a", "b"), [("x", "y")])
        if not figures:
            book["Summary"].write_string("A5", "no figure")

    path = write(tmp_path / "budget.xlsx", seed)
    assert len(faults(path, "L14")) == found


def test_the_header_of_a_long_table_stands_on_each_page(tmp_path):
    rows = [("event", str(i)) for i in range(70)]

    def seed(book, repeats=False):
        table(book, "Summary", "A50:B120", "Notes", ("a", "b"), rows)
        if repeats:
            book["Summary"].repeat_rows(49)

    def repeated(book):
        seed(book, repeats=True)

    saw = "The header of the table Notes does not stand on each page"
    assert faults(write(tmp_path / "a-budget.xlsx", seed), "L15") == [("Summary", "A1", saw)]
    assert faults(write(tmp_path / "b-budget.xlsx", repeated), "L15") == []


def test_a_file_without_a_language_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "docProps/core.xml", "<dc:language>en-US</dc:language>", "")
    assert [saw for *_, saw in faults(path, "L16")] == [
        "The file has no language among its properties"
    ]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("riverbend-budget-2027", 0),
        ("Alder Creek 2027", 0),
        ("Book1", 1),
        ("final v2", 1),
        ("new copy (3)", 1),
        ("2027-03", 1),
        ("Mappe2", 1),
    ],
)
def test_a_name_says_what_a_file_is(tmp_path, name, found):
    assert len(faults(write(tmp_path / f"{name}.xlsx"), "L16")) == found
