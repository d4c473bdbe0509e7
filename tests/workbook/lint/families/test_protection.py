"""Protection: what is mixed up, missing or too strict is found."""

import pytest

from workbook.lint.books import faults, places, rewrite, write
from xlbudget.workbook.lint import Profile

LINES = "Line items"


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "seed"),
    [
        ("I02", LINES, "G7", lambda book: book[LINES].write_formula("G7", "=1", book.input, 1)),
        (
            "I02",
            LINES,
            "E7",
            lambda book: book[LINES].write_number("E7", 4, book.shape(locked=False)),
        ),
        ("I03", "Summary", "A1", lambda book: book["Summary"].protect("secret")),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, sheet, cell, seed):
    path = write(tmp_path / "budget.xlsx", seed)
    assert (sheet, cell) in places(path, code)


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ('formatColumns="1"', "changing the width of columns"),
        ('autoFilter="1"', "filtering"),
        ('formatColumns="0" selectUnlockedCells="1"', "selecting cells"),
        ('formatColumns="0" selectLockedCells="1"', "selecting locked cells"),
    ],
)
def test_a_protection_that_is_too_strict_is_found(tmp_path, fact, words):
    path = write(tmp_path / "budget.xlsx")
    name = fact.split("=")[0]
    rewrite(path, "xl/worksheets/sheet5.xml", f'{name}="0"', fact)
    assert faults(path, "I03") == [("Summary", "A1", f"The protection forbids {words}")]


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
