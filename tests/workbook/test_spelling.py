"""spelled: programs write one formula in many ways, and two formulas never alike."""

import pytest

from xlbudget.workbook.spelling import same_formula, sheet_word, spelled


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("=SUM(A1:A2)", "sum( a1 : a2 )", id="spaces and capitals"),
        pytest.param("$A$1+A$1", "A1+A1", id="dollar signs"),
        pytest.param("IF(A1,TRUE,FALSE)", "IF(A1,TRUE(),FALSE())", id="LibreOffice's truth"),
        pytest.param("'Checks'!B2", "Checks!B2", id="quotes that need not be"),
        pytest.param("_xlfn.STDEV.S(A1)", "STDEV.S(A1)", id="prefix of a newer function"),
        pytest.param("_xlfn._xlws.SORT(A1)", "SORT(A1)", id="two prefixes"),
        pytest.param("A1*0.50", "A1*.5", id="zeros of a fraction"),
        pytest.param("A1+1E-3", "A1+0.001", id="powers of ten"),
        pytest.param("A1+1.0000000000000001E-5", "A1+0.00001", id="binary noise of Excel"),
        pytest.param("T[[#This Row],[Unit price]]", "t[[#this row], [unit price]]", id="columns"),
    ],
)
def test_one_formula_has_one_spelling(one, other):
    assert same_formula(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A1+B1", "A1-B1"),
        ("A1", "A11"),
        ('IF(A1,"yes","no")', 'IF(A1,"Yes","no")'),
        ('"a b"', '"ab"'),
        ('"TRUE()"', '"TRUE"'),
        ('"$1"', '"1"'),
        ("T[Cost 1.50]", "T[Cost 1.5]"),
        ("A1*0.5", "A1*0.05"),
        ("'Cost by year'!A1", "'Cost by area'!A1"),
        ("SUM(A1:A2)", "SUM(A1,A2)"),
    ],
)
def test_other_formulas_have_other_spellings(one, other):
    assert not same_formula(one, other)


def test_quotation_marks_inside_a_text_are_its_own():
    assert spelled('A1&" say ""Hi there"" "&B1') == 'A1&" say ""Hi there"" "&B1'


@pytest.mark.parametrize("title", ["Line items", "Goals", "Dept. of O'Neil", "2027 plan", "A-B"])
def test_a_sheet_is_called_as_formulas_call_it(title):
    quoted = "'" + title.replace("'", "''") + "'"
    assert spelled(f"{quoted}!A1") == sheet_word(title) + "A1"
