"""The rules of inputs: each finds its fault where it was put."""

import pytest

from workbook.lint.books import GUARD, faults, places, rewrite, table, write

LINES = "Line items"


def text(cell, words, sheet=LINES):
    return lambda book: book[sheet].write_string(cell, words, book.input)


def number(cell, value, sheet=LINES):
    return lambda book: book[sheet].write_number(cell, value, book.input)


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "seed"),
    [
        ("I01", LINES, "B14", text("B14", "270 more")),
        (
            "I05",
            LINES,
            "H6",
            lambda book: book[LINES].data_validation(
                "H6", {"validate": "whole", "criteria": ">", "value": 0, "error_type": "warning"}
            ),
        ),
        (
            "I06",
            LINES,
            "H6",
            lambda book: book[LINES].data_validation(
                "H6", {"validate": "list", "source": "=Lists!$A$6:$A$9", **GUARD}
            ),
        ),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, sheet, cell, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), code) == [(sheet, cell)]


def test_an_input_that_takes_anything_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/worksheets/sheet3.xml", 'sqref="E6:F9"', 'sqref="F6:F9"')
    assert places(path, "I05") == [(LINES, "E6")]


def test_a_long_typed_list_is_found(tmp_path):
    words = ",".join(f"choice {i}" for i in range(40))
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/worksheets/sheet3.xml", "<formula1>GoalList<", f'<formula1>"{words}"<')
    assert places(path, "I06") == [(LINES, "D6")]


def test_an_input_on_a_sheet_of_results_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx", number("C7", 5, "Cost by year"))
    assert places(path, "I01") == [("Cost by year", "C7")]


def test_a_choice_beside_results_is_sound(tmp_path):
    def seed(book):
        number("C7", 5, "Cost by year")(book)
        choice = {"validate": "list", "source": "=GoalList", **GUARD}
        book["Cost by year"].data_validation("C7", choice)

    assert places(write(tmp_path / "budget.xlsx", seed), "I01") == []


@pytest.mark.parametrize(("cell", "lacks"), [("A6", "key"), ("C6", "unit"), ("D6", "source")])
def test_a_value_without_its_unit_or_source_is_found(tmp_path, cell, lacks):
    def seed(book):
        headers = ("Key", "Value", "Unit", "Source")
        rows = [["growth", 0.03, "share", "NCES 2025"], ["none", "", "", ""]]
        rows[0][ord(cell[0]) - 65] = ""
        table(book, "Summary", "A5:D7", "Rates", headers, rows)

    path = write(tmp_path / "budget.xlsx", seed)
    assert faults(path, "I01") == [("Summary", cell, f"An input lacks its {lacks}")]
