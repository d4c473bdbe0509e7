"""The rules of checks: each finds its fault where it was put."""

import pytest

from workbook.lint.books import places, write


def formula(cell, text, value):
    return lambda book: book["Checks"].write_formula(cell, text, None, value)


@pytest.mark.parametrize(
    ("code", "sheet", "cell", "seed"),
    [
        ("C01", "Checks", "B12", lambda book: book["Checks"].write_string("B12", "hope")),
        ("C02", "Log", "A3", lambda book: book["Log"].write_string("A3", "All 2 checks pass")),
        ("C03", "Checks", "F12", formula("F12", "=D12", "look")),
        ("C04", "Checks", "D12", lambda book: book["Checks"].write_number("D12", 0)),
        ("C04", "Checks", "F13", formula("F13", '="OK"', "OK")),
        ("C05", "Checks", "F13", formula("F13", "=D13", "look")),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, sheet, cell, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), code) == [(sheet, cell)]


def test_a_check_without_a_tolerance_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx", formula("E12", '=""', ""))
    assert places(path, "C01") == [("Checks", "E12")]
