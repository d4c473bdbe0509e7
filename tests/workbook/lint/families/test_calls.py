"""Functions that jump, hide or that others lack: each is found where it was put."""

import pytest

from workbook.lint.books import places, write

YEARS = "Cost by year"


def put(cell, formula, value=1, sheet=YEARS):
    return lambda book: book[sheet].write_formula(cell, formula, book.number, value)


@pytest.mark.parametrize(
    ("code", "cell", "seed"),
    [
        ("F07", "A20", put("A20", "=SUM(OFFSET(B7,0,0,1,4))")),
        ("F07", "A20", put("A20", "=YEAR(TODAY())")),
        ("F08", "A20", put("A20", "=NPV(B7,C7:E7)")),
        ("F08", "A20", put("A20", "=IRR(B7:E7)")),
        ("F09", "A20", put("A20", "=CHOOSE(B7,C7,D7)")),
        ("F10", "A20", put("A20", "=_xlfn.XLOOKUP(B7,B7:E7,B8:E8)")),
        ("F10", "A20", put("A20", "=XLB_NPV(B7,C7:E7)")),
        ("F10", "A20", lambda book: book[YEARS].write_array_formula("A20:A21", "{=B7:B8*2}")),
        ("F16", "A20", put("A20", "=IFERROR(B7/C7,0)")),
        ("F17", "A20", put("A20", "=ROUND(SUM(B7:E7),-3)")),
        ("F17", "A20", put("A20", "=ROUND(SUM(B7:E7),0)")),
        ("F10", "A20", put("A20", "=MyTax(B7)")),
        ("F10", "A20", put("A20", "=_xlfn.LET(B7,C7)")),
    ],
)
def test_a_fault_is_found_with_its_cell(tmp_path, code, cell, seed):
    assert set(places(write(tmp_path / "budget.xlsx", seed), code)) == {(YEARS, cell)}


@pytest.mark.parametrize(
    ("code", "formula"),
    [
        ("F07", '="OFFSET(1)"&A7'),
        ("F16", "=IFERROR(MATCH(A7,A7:A8,0),0)"),
        ("F17", "=ROUND(SUM(B7:E7),2)"),
        ("F17", '=ROUND(SUM(B7:E7),0)&" dollars"'),
        ("F08", '=IF(COUNTIF(B7:E7,"<0")>0,IRR(B7:E7),0)'),
        ("F10", "=_xlfn.STDEV.S(B7:E7)"),
        ("F10", "=COUNTIFS(B7:E7,0)"),
    ],
)
def test_a_sound_formula_raises_no_alarm(tmp_path, code, formula):
    assert places(write(tmp_path / "budget.xlsx", put("A20", formula)), code) == []


def test_a_rate_of_return_is_sound_beside_a_count_of_signs(tmp_path):
    def seed(book):
        put("A20", "=IRR(B7:E7)")(book)
        put("B20", '=COUNTIF(B7:E7,"<0")')(book)

    assert places(write(tmp_path / "budget.xlsx", seed), "F08") == []
