"""Lines: ids, choices and reasons, in the district's workbook and in a school's."""

import pytest

from workbook.lint.books import places, rewrite, table, write
from xlbudget.sheets.school.my_lines import COST
from xlbudget.workbook.lint import Profile

LINES = "Line items"


def text(cell, words, sheet=LINES):
    return lambda book: book[sheet].write_string(cell, words, book.input)


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "seed"),
    [
        ("I09", LINES, "A8", text("A8", "l1")),
        ("I09", LINES, "A8", text("A8", " ")),
        ("I10", LINES, "C8", text("C8", "we need it")),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, sheet, cell, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), code) == [(sheet, cell)]


def test_a_goal_without_a_drop_down_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/worksheets/sheet3.xml", 'type="list"', 'type="custom"')
    assert places(path, "I07") == [(LINES, "D6")]


HEADERS = ("Line", "Description", COST, "Goal", "Why")
MINE = [
    ("S1-01", "Chromebooks", 3000, "G1", "Each pupil reads on a device"),
    ("s1-01", "Access points", 0, "G2", ""),
    ("", "Coaching", 0, "G1", ""),
    ("S1-03", "Hotspots", 600, "G2", "needed"),
]


@pytest.mark.parametrize(
    ("code", "cells"), [("I07", ["D31"]), ("I09", ["A32", "A33"]), ("I10", ["E34"])]
)
def test_a_school_has_the_same_rules_in_its_own_table(tmp_path, code, cells):
    path = write(
        tmp_path / "budget.xlsx",
        lambda book: table(book, LINES, "A30:E34", "MyLines", HEADERS, MINE),
    )
    assert places(path, code, Profile.SCHOOL) == [(LINES, cell) for cell in cells]
