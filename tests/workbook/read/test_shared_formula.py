"""A shared formula moves as openpyxl's translator, and as copying a cell, moves it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator

from xlbudget.workbook.read.address import letters_of
from xlbudget.workbook.read.shared_formula import SharedFormula

REFERENCES = st.builds(
    lambda *parts: "".join(parts),
    st.sampled_from(["", "$"]),
    st.sampled_from(["J", "Z", "AA", "XY"]),
    st.sampled_from(["", "$"]),
    st.integers(10, 99_999).map(str),
)
PIECES = st.one_of(
    REFERENCES,
    st.builds("{}:{}".format, REFERENCES, REFERENCES),
    st.builds("SUM({},2.5E3,{})".format, REFERENCES, REFERENCES),
    st.builds("'A1 & B2'!{}".format, REFERENCES),
    st.sampled_from(['"A1"', "Rate", "LineItems[[#This Row],[J10]]", "$J:K", "10:$20", "LOG10(7)"]),
)


@given(st.lists(PIECES, min_size=1, max_size=6), st.integers(-9, 900), st.integers(-9, 90))
def test_moves_as_another_translator_does(pieces, down, right):
    formula = "&".join(pieces)
    at = f"{letters_of(30 + right)}{40 + down}"
    theirs = Translator(f"={formula}", origin="AD40").translate_formula(at)
    assert "=" + SharedFormula(formula, 40, 30).at(40 + down, 30 + right) == theirs


def test_moves_down_a_column_cell_by_cell():
    formula = SharedFormula("A1*$B$1+A2%", 1, 3)
    assert formula.below("D", ["2", "3"]) == ["B2*$B$1+B3%", "B3*$B$1+B4%"]
    assert SharedFormula("A1&B1", 1, 3).below("C", ["7"]) == ["A7&B7"]


@pytest.mark.parametrize(("row", "column"), [(1, 5), (5, 1), (1_048_576, 5), (5, 16_384)])
def test_what_leaves_the_sheet_is_gone(row, column):
    assert "#REF!" in SharedFormula("B2+H9", 5, 5).at(row, column)
