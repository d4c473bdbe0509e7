"""What a formula is made of."""

import pytest

from xlbudget.workbook.lint.anatomy import LONGEST, anatomy, relative


@pytest.mark.parametrize(
    ("formula", "cells"),
    [
        ("SUM(B7:E7)", (("", "B7:E7"),)),
        ("'Cost by year'!$B$7+A1", (("Cost by year", "$B$7"), ("", "A1"))),
        ("LOG10(A1)", (("", "A1"),)),
        ('"A1"&B2', (("", "B2"),)),
        ("SUM(LineItems[Year 1])", ()),
    ],
)
def test_the_cells_of_a_formula(formula, cells):
    assert anatomy(formula).cells == cells


def test_calls_numbers_and_depth():
    parts = anatomy("IF(A1>0,IF(B1>0,ROUND(C1*1.05,2),0),_xlfn.XLOOKUP(A1,B:B,C:C))")
    assert parts.calls == ("IF", "IF", "ROUND", "XLOOKUP")
    assert [number.text for number in parts.numbers] == ["0", "0", "1.05", "2", "0"]
    assert [(one.call, one.argument) for one in parts.numbers][3] == ("ROUND", 1)
    assert parts.if_depth == 2
    assert parts.wide == ("B:B", "C:C")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("B7*2", 8, 2), ("C7*2", 8, 3)),
        (("$A$1+B7", 8, 2), ("$A$1+C7", 8, 3)),
        (("SUM(B$1:B7)", 8, 2), ("SUM(C$1:C7)", 8, 3)),
    ],
)
def test_a_formula_filled_across_is_the_same(one, other):
    assert relative(*one) == relative(*other)


def test_a_formula_that_was_changed_is_not_the_same():
    assert relative("B7*2", 8, 2) != relative("C7*3", 8, 3)
    assert relative("B7*2", 8, 2) != relative("B7*2", 8, 3)


def test_another_workbook_is_seen():
    assert anatomy("[1]Sheet!A1").has_file
    assert anatomy("'[prices.xlsx]List 2026'!A1").has_file
    assert not anatomy("LineItems[[#This Row],[Year 1]]").has_file


def test_of_a_formula_longer_than_excel_takes_only_the_beginning_is_looked_at():
    found = anatomy("A1+" * 100_000 + "B2")
    assert len(found.cells) <= LONGEST
    assert ("", "B2") not in found.cells
