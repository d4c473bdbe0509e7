"""Results and names: circles, errors, results that are missing or out of date, broken names."""

import pytest

from workbook.lint.books import faults, places, rewrite, write


def put(cell, formula, value, sheet):
    return lambda book: book[sheet].write_formula(cell, formula, book.number, value)


def test_a_circle_through_a_table_is_found(tmp_path):
    seed = put("F6", "=LineItems[[#This Row],[Year 1]]+1", 5, "Line items")
    path = write(tmp_path / "budget.xlsx", seed)
    assert [(sheet, cell) for sheet, cell in places(path, "F13")] == [("Line items", "F6")]


def test_calculation_in_rounds_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/workbook.xml", "<calcPr ", '<calcPr iterate="1" ')
    assert len(faults(path, "F13")) == 1


def test_formulas_without_a_result_are_counted(tmp_path):
    path = write(tmp_path / "budget.xlsx")
    rewrite(path, "xl/worksheets/sheet4.xml", "<f>SUM(B7:B8)</f><v>22800</v>", "<f>SUM(B7:B8)</f>")
    assert places(path, "F19") == [("Cost by year", "B10")]


@pytest.mark.parametrize(
    ("name", "refers"), [("Gone", "=#REF!$A$1"), ("Lists!Local", "=Lists!$A$6")]
)
def test_a_name_that_is_broken_or_local_is_found(tmp_path, name, refers):
    path = write(tmp_path / "budget.xlsx", lambda book: book.file.define_name(name, refers))
    assert [name.rpartition("!")[2] in saw for _, _, saw in faults(path, "F20")] == [True]
