"""What people typed: of the right kind and sign, and no hidden formula."""

import pytest

from workbook.lint.books import faults, places, write
from xlbudget.workbook import look

LINES = "Line items"


def text(cell, words, sheet=LINES):
    return lambda book: book[sheet].write_string(cell, words, book.input)


def number(cell, value, sheet=LINES):
    return lambda book: book[sheet].write_number(cell, value, book.input)


def numeric_id(book):
    """Write an id as a number into a column of text."""
    shown = book.shape(look.INPUT, locked=False, num_format="@")
    book[LINES].write_number("A8", 42, shown)


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "seed"),
    [
        ("I08", LINES, "E7", text("E7", "1,200")),
        ("I11", LINES, "F8", number("F8", -1000)),
        ("I12", LINES, "B8", text("B8", "=cmd|' /C calc'!A0")),
        ("I12", LINES, "B8", text("B8", "@SUM(A1)")),
        ("I08", LINES, "A8", numeric_id),
        ("I12", LINES, "B8", text("B8", "-2+cmd|' /C calc'!A0")),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, sheet, cell, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), code) == [(sheet, cell)]


def test_an_id_with_leading_zeros_stays_text(tmp_path):
    assert places(write(tmp_path / "budget.xlsx", text("E7", "0042")), "I08") == []


@pytest.mark.parametrize("words", ["- laptops (10)", "-", "–5 % a year", "grade 3-5 (all)"])
def test_a_dash_is_no_formula(tmp_path, words):
    assert places(write(tmp_path / "budget.xlsx", text("B8", words)), "I12") == []


def test_a_first_sheet_that_does_not_say_the_sign_is_found(tmp_path):
    path = write(
        tmp_path / "budget.xlsx", lambda book: book["About"].write_string("B10", "Dollars")
    )
    assert faults(path, "I11") == [("About", "A1", "About does not say that amounts are positive")]
