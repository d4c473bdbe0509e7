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
        ("F07", "A20", put("A20", "=SUM(OFFSET(B7,0,0,1,4))")),
        ("F07", "A20", put("A20", "=YEAR(TODAY())")),
        ("F08", "A20", put("A20", "=NPV(B7,C7:E7)")),
        ("F08", "A20", put("A20", "=IRR(B7:E7)")),
        ("F09", "A20", put("A20", "=CHOOSE(B7,C7,D7)")),
        ("F10", "A20", put("A20", "=_xlfn.XLOOKUP(B7,B7:E7,B8:E8)")),
        ("F10", "A20", put("A20", "=XLB_NPV(B7,C7:E7)")),
        ("F10", "A20", lambda book: book[YEARS].write_array_formula("A20:A21", "{=B7:B8*2}")),
        ("F11", "A20", put("A20", "=Summary!A5", 22800)),
        ("F12", "A21", both(put("A20", "=MAX($B$7:$E$7)"), put("A21", "=MAX($B$7:$E$7)"))),
        ("F13", "A20", both(put("A20", "=A21+1"), put("A21", "=A22"), put("A22", "=SUM(A20:A20)"))),
        ("F13", "A20", put("A20", "=A20+1")),
        ("F14", "A20", put("A20", "=SUM(C:C)")),
        ("F14", "A20", put("A20", "=SUM(7:7)")),
        ("F15", "A20", put("A20", "=B7/0", "#DIV/0!")),
        ("F15", "A20", put("A20", "=SUM(#REF!)", 0)),
        ("F16", "A20", put("A20", "=IFERROR(B7/C7,0)")),
        ("F17", "A20", put("A20", "=ROUND(SUM(B7:E7),-3)")),
        ("F17", "A20", put("A20", "=ROUND(SUM(B7:E7),0)")),
        ("F18", "A20", put("A20", "=Summary!A5-Assumptions!B6")),
        ("F19", "B10", put("B10", "=SUM(B7:B8)", 22000)),
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
        ("F07", '="OFFSET(1)"&A7'),
        ("F14", '="A:A"&A7'),
        ("F13", "=A19+1"),
        ("F16", "=IFERROR(MATCH(A7,A7:A8,0),0)"),
        ("F17", "=ROUND(SUM(B7:E7),2)"),
        ("F17", '=ROUND(SUM(B7:E7),0)&" dollars"'),
        ("F18", "=Summary!A5"),
    ],
)
def test_a_sound_formula_raises_no_alarm(tmp_path, code, formula):
    assert places(write(tmp_path / "budget.xlsx", put("A20", formula)), code) == []
