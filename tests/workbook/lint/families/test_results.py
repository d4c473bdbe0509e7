"""Results and names: circles, errors, results that are missing or out of date, broken names."""

import pytest

from workbook.lint.books import faults, places, rewrite, write
from xlbudget.workbook.lint import Profile, lint
from xlbudget.workbook.lint.stored import unlike
from xlbudget.workbook.lint.subject import subject_of

YEARS = "Cost by year"


def put(cell, formula, value=1, sheet=YEARS):
    return lambda book: book[sheet].write_formula(cell, formula, book.number, value)


def both(*seeds):
    return lambda book: [seed(book) for seed in seeds]


@pytest.mark.parametrize(
    ("code", "cell", "seed"),
    [
        ("F13", "A20", both(put("A20", "=A21+1"), put("A21", "=A22"), put("A22", "=SUM(A20:A20)"))),
        ("F13", "A20", put("A20", "=A20+1")),
        ("F15", "A20", put("A20", "=B7/0", "#DIV/0!")),
        ("F15", "A20", put("A20", "=SUM(#REF!)", 0)),
        ("F19", "B10", put("B10", "=SUM(B7:B8)", 22000)),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, cell, seed):
    assert places(write(tmp_path / "budget.xlsx", seed), code) == [(YEARS, cell)]


def test_a_running_sum_is_no_circle(tmp_path):
    assert places(write(tmp_path / "budget.xlsx", put("A20", "=A19+1")), "F13") == []


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


def test_a_name_that_nobody_explains_is_found(tmp_path):
    path = write(tmp_path / "budget.xlsx", lambda book: book.file.define_name("Odd", "=Lists!$A$6"))
    assert [saw for *_, saw in faults(path, "F20")] == [
        "The table Names does not say what the name Odd is for"
    ]
    assert faults(path, "F20", Profile.ANY) == []


def test_a_result_unlike_that_of_another_program_is_found(tmp_path, libreoffice):
    path = write(tmp_path / "budget.xlsx", put("A20", "=B7*2", 15_000))
    anew = tmp_path / "anew.xlsx"
    handle = libreoffice.open(path)
    libreoffice.save_as(handle, anew)
    libreoffice.close(handle)
    (found,) = [one for one in lint(path, recalculated=anew) if one.code == "F19"]
    assert (found.place.sheet, found.place.cell) == (YEARS, "A20")
    assert found.saw == "15,000.00 is stored; calculated anew it is 15,200.00"


def test_half_a_cent_is_no_difference(tmp_path):
    path = write(tmp_path / "budget.xlsx", put("A20", "=B7*2", 15_200.004))
    anew = write(tmp_path / "anew.xlsx", put("A20", "=B7*2", 15_200))
    subject = subject_of(path, Profile.DISTRICT, recalculated=anew)
    assert list(unlike(subject)) == []
    wrong = write(tmp_path / "wrong.xlsx", put("A20", "=B7*2", "15200"))
    assert len(list(unlike(subject_of(path, None, recalculated=wrong)))) == 1
