"""The rules of formulas: each finds its fault where it was put."""

import pytest

from workbook.lint.books import places, write
from xlbudget.workbook.lint import Profile

YEARS = "Cost by year"


def put(cell, formula, value=1, sheet=YEARS):
    return lambda book: book[sheet].write_formula(cell, formula, book.number, value)


def both(*seeds):
    return lambda book: [seed(book) for seed in seeds]


@pytest.mark.parametrize(
    ("code", "cell", "seed"),
    [
        ("F01", "C8", put("C8", "=C7*4")),
        ("F02", "D8", lambda book: book[YEARS].write_number("D8", 15000, book.number)),
        ("F03", "A20", put("A20", "=B7*1.05")),
        ("F03", "A20", put("A20", "=B7+3500")),
        ("F04", "A20", put("A20", "=B7+C7+D7+E7+B8+C8+D8+E8")),
        ("F05", "A20", put("A20", "=B7+\nC7")),
        ("F06", "A20", put("A20", "=IF(B7>0,IF(C7>0,IF(D7>0,1,0),0),0)")),
        ("F14", "A20", put("A20", "=SUM(C:C)")),
        ("F14", "A20", put("A20", "=SUM(7:7)")),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, cell, seed):
    profile = Profile.ANY if code == "F04" else Profile.DISTRICT
    path = write(tmp_path / "budget.xlsx", seed)
    found = {place for place in places(path, code, profile) if place[0] == YEARS}
    assert found == {(YEARS, cell)}


@pytest.mark.parametrize(
    ("code", "formula"),
    [
        ("F03", "=ROUND(B7/12,2)*100"),
        ("F03", '=INDEX(B7:E7,3)&LEFT("word",3)'),
        ("F03", "=VLOOKUP(A7,A7:E8,4,0)"),
        ("F06", "=IF(B7>0,IF(C7>0,1,0),0)"),
        ("F14", '="A:A"&A7'),
    ],
)
def test_a_sound_formula_raises_no_alarm(tmp_path, code, formula):
    assert places(write(tmp_path / "budget.xlsx", put("A20", formula)), code) == []


def test_a_long_formula_of_a_person_is_told_and_ours_is_not(tmp_path):
    def seed(book):
        long = "=B7+C7+D7+E7+B8+C8+D8+E8"
        put("A20", long)(book)
        book["Line items"].write_formula("E6", long, book.input, 1)

    path = write(tmp_path / "budget.xlsx", seed)
    assert places(path, "F04") == [("Line items", "E6")]
    assert len(places(path, "F04", Profile.ANY)) == 2
