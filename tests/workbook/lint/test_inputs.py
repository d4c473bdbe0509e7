"""The rules of inputs: each finds its fault where it was put."""

import pytest

from workbook.lint.books import GUARD, places, rewrite, write
from xlbudget.workbook.lint import Profile

LINES = "Line items"


def text(cell, words, sheet=LINES):
    return lambda book: book[sheet].write_string(cell, words, book.input)


def number(cell, value, sheet=LINES):
    return lambda book: book[sheet].write_number(cell, value, book.input)


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "seed"),
    [
        ("I01", LINES, "B14", text("B14", "270 more")),
        ("I02", LINES, "G7", lambda book: book[LINES].write_formula("G7", "=1", book.input, 1)),
        (
            "I02",
            LINES,
            "E7",
            lambda book: book[LINES].write_number("E7", 4, book.shape(locked=False)),
        ),
        ("I03", "Summary", "A1", lambda book: book["Summary"].protect("secret")),
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
        ("I08", LINES, "E7", text("E7", "1,200")),
        ("I09", LINES, "A8", text("A8", "l1")),
        ("I09", LINES, "A8", text("A8", " ")),
        ("I10", LINES, "C8", text("C8", "we need it")),
        ("I11", LINES, "F8", number("F8", -1000)),
        ("I12", LINES, "B8", text("B8", "=cmd|' /C calc'!A0")),
        ("I12", LINES, "B8", text("B8", "@SUM(A1)")),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, sheet, cell, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), code) == [(sheet, cell)]


def test_a_sheet_without_protection_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(
        path, "xl/worksheets/sheet5.xml", '<sheetProtection sheet="1"', '<sheetProtection sheet="0"'
    )
    assert places(path, "I03") == [("Summary", "A1")]


def test_a_school_protects_its_inputs_too(tmp_path):
    found = places(write(tmp_path / "budget.xlsx"), "I03", Profile.SCHOOL)
    assert found == [("Assumptions", "A1"), (LINES, "A1")]


def test_a_structure_that_is_not_locked_is_found_in_a_school(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    assert places(path, "I04", Profile.SCHOOL) == []
    rewrite(path, "xl/workbook.xml", '<workbookProtection lockStructure="1"/>', "")
    assert places(path, "I04", Profile.SCHOOL) == [("", "")]
    assert places(path, "I04") == []


def test_an_input_that_takes_anything_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/worksheets/sheet3.xml", 'sqref="E6:F9"', 'sqref="F6:F9"')
    assert places(path, "I05") == [(LINES, "E6")]


def test_a_goal_without_a_drop_down_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/worksheets/sheet3.xml", 'type="list"', 'type="custom"')
    assert places(path, "I07") == [(LINES, "D6")]


def test_a_long_typed_list_is_found(tmp_path):
    words = ",".join(f"choice {i}" for i in range(40))
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/worksheets/sheet3.xml", "<formula1>GoalList<", f'<formula1>"{words}"<')
    assert places(path, "I06") == [(LINES, "D6")]


def test_an_id_with_leading_zeros_stays_text(tmp_path):
    assert places(write(tmp_path / "budget.xlsx", text("E7", "0042")), "I08") == []
