"""The rules of checks: each finds its fault where it was put."""

import pytest

from workbook.lint.books import MASTER, faults, places, rewrite, write


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
        ("C04", "Checks", "D12", formula("D12", "='Cost by year'!B7-'Cost by year'!$B$7", 0)),
        ("C04", "Checks", "D12", formula("D12", "='Cost by year'!B7*0", 0)),
        ("C04", "Checks", "D12", formula("D12", "=IF('Cost by year'!B7>0,0,0)", 0)),
        ("C04", "Checks", "F13", formula("F13", '=IF(ABS(D13)<=E13,"OK","OK")', "OK")),
        ("C04", "Checks", "B8", formula("B8", '=IF(D12=D12,"All 2 checks pass","")', MASTER)),
        ("C05", "Checks", "F13", formula("F13", "=D13", "look")),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, sheet, cell, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), code) == [(sheet, cell)]


def test_a_check_without_a_tolerance_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx", formula("E12", '=""', ""))
    assert places(path, "C01") == [("Checks", "E12")]


def test_a_value_that_cannot_pass_its_tolerance_is_no_check(tmp_path):
    path = write(tmp_path / "budget.xlsx", formula("D12", "=SIGN('Cost by year'!B7)*0.01", 0))
    assert places(path, "C04") == [("Checks", "D12")]


def test_a_check_that_can_fail_raises_no_alarm(tmp_path):
    path = write(tmp_path / "budget.xlsx", formula("D12", "=ROUND('Cost by year'!B7,2)-5", 0))
    assert places(path, "C04") == []


def test_a_master_check_without_words_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx", formula("B8", "=COUNTIF(Checks[Status],1)", 0))
    assert faults(path, "C02") == [("Checks", "", "The name MasterCheck leads to no words")]


def test_a_master_check_that_is_gone_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/workbook.xml", 'name="MasterCheck"', 'name="OtherCheck"')
    assert ("Checks", "", "The name MasterCheck leads to no words") in faults(path, "C02")


def test_a_sheet_that_shows_other_words_than_checks_is_found(tmp_path):
    def seed(book):
        book["Log"].write_formula("A3", "=MasterCheck", None, "All 1 checks pass")

    assert places(write(tmp_path / "budget.xlsx", seed), "C02") == [("Log", "A3")]
