"""selftest: a workbook that says in one cell whether the functions answer right."""

import re

import pytest

from hosts.libreoffice.routes import office_with_functions
from judges.pictures import render, text_of
from judges.validator import findings
from sheets.reading import column_of, table_of
from xlbudget.catalogue import FUNCTIONS
from xlbudget.sheets.layout import cells_of
from xlbudget.sheets.plan import Calculated
from xlbudget.sheets.selftest import MISSING, NOT_YET, SILENT, TITLE, passed, selftest_book, trials
from xlbudget.workbook.write import write_book

VERDICT = "A5"
OF_EXCEL_2010 = {
    "ABS", "COUNTIF", "ERROR.TYPE", "EXACT", "IF", "INDEX", "ISERROR", "ISNUMBER", "MATCH",
    "ROWS", "SUM", "TRUE",
}  # fmt: skip
ADDRESS = re.compile(r"[A-F]\d+")


@pytest.fixture(scope="module")
def book():
    return selftest_book()


@pytest.fixture(scope="module")
def path(book, tmp_path_factory):
    made = tmp_path_factory.mktemp("selftest") / "selftest.xlsx"
    write_book(book, made)
    return made


@pytest.fixture(scope="module")
def excel_like():
    """Return a LibreOffice that has the functions."""
    with office_with_functions() as office:
        yield office


def trials_on(book):
    return table_of(book.sheets[0], "Tests")


def row_of(name):
    """The row of a function's first test on the sheet."""
    return 9 + 1 + [trial.function for trial in trials()].index(name)


def test_every_function_is_tested(book):
    assert set(column_of(trials_on(book), "Function")) == set(FUNCTIONS)


def test_the_verdict_is_never_a_stored_one(book):
    assert book.sheets[0].judgements[0].value == NOT_YET
    assert set(column_of(trials_on(book), "Result")) == {"not yet"}


def test_the_stored_answers_are_the_expected_ones(book):
    table = trials_on(book)
    assert column_of(table, "Answer") == column_of(table, "Expected")


def test_it_needs_no_function_that_excel_2010_lacks(book):
    cells = [cell for sheet in book.sheets for cell in cells_of(sheet)]
    formulas = [cell.formula for cell in cells if isinstance(cell, Calculated)]
    formulas += [column.formula for column in trials_on(book).columns]
    used = set(
        re.findall(r"([A-Z][A-Z0-9_.]*)\(", " ".join(re.sub('"[^"]*"', "", f) for f in formulas))
    )
    assert used - set(FUNCTIONS) <= OF_EXCEL_2010


def test_the_file_is_what_the_standard_says(path):
    assert findings(path) == []


def test_without_the_add_in_it_says_so(path, libreoffice):
    assert libreoffice.recalculate(path).values[TITLE][VERDICT] == MISSING


def test_with_the_add_in_everything_passes(path, excel_like):
    told = excel_like.recalculate(path)
    assert told.values[TITLE][VERDICT] == passed(len(trials()))
    assert [(error.sheet, error.error) for error in told.errors] == [("Cells", "#DIV/0!")]


@pytest.mark.parametrize(
    ("wrong", "verdict"),
    [
        (["XLB_IRR"], "FAIL: XLB_IRR. See the rows that say FAIL."),
        (["XLB_ROI", "XLB_FISCAL_YEAR"], "FAIL: XLB_ROI and 1 more. See the rows that say FAIL."),
        (["XLB_WHY"], "FAIL: XLB_WHY. See the rows that say FAIL."),
    ],
)
def test_a_wrong_value_makes_it_fail_and_name_the_function(path, excel_like, wrong, verdict):
    handle = excel_like.open(path)
    for name in wrong:
        excel_like.set(handle, TITLE, f"D{row_of(name)}", 0.1234)
    assert excel_like.recalc(handle).values[TITLE][VERDICT] == verdict
    rows = excel_like.get_range(handle, TITLE, f"A10:F{9 + len(trials())}")
    assert [row[0] for row in rows if row[5] == "FAIL"] == wrong
    excel_like.close(handle)


@pytest.mark.parametrize("digit", [1e-6, -1e-6])
def test_a_difference_in_the_seventh_digit_is_a_failure(path, excel_like, digit):
    handle = excel_like.open(path)
    cell = f"D{row_of('XLB_NPV')}"
    (right,) = excel_like.get(handle, TITLE, cell)
    excel_like.set(handle, TITLE, cell, right * (1 + digit))
    assert excel_like.recalc(handle).values[TITLE][VERDICT].startswith("FAIL: XLB_NPV.")
    excel_like.close(handle)


def test_a_wrong_cell_of_an_array_is_found(path, excel_like):
    handle = excel_like.open(path)
    area = excel_like.get_range(handle, "Arrays", "A1:H400")
    row = next(i for i, cells in enumerate(area, 1) if cells[:2] == ["Expected", "Carts"])
    excel_like.set(handle, "Arrays", f"B{row}", "Crates")
    verdict = excel_like.recalc(handle).values[TITLE][VERDICT]
    assert verdict == "FAIL: XLB_UNALIGNED. See the rows that say FAIL."
    excel_like.close(handle)


def test_a_bridge_that_never_answers_is_told_apart_from_a_missing_add_in(path, excel_like):
    handle = excel_like.open(path)
    for row in range(10, 10 + len(trials())):
        excel_like.set(handle, TITLE, f"C{row}", '="#VALUE!"')
    assert excel_like.recalc(handle).values[TITLE][VERDICT] == SILENT
    excel_like.close(handle)


def test_on_paper_nothing_is_cut(path, excel_like, tmp_path):
    pages = render(path, tmp_path, excel_like)
    told = text_of(tmp_path / "selftest.pdf")
    assert "###" not in told
    assert len(pages) <= 12
    for name in FUNCTIONS:
        assert name in told
