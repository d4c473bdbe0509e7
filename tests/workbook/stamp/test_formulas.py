"""Formulas by place are what a dictionary holds, whatever the order in which they are put."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlbudget.workbook.stamp.formulas import Formulas

PLACES = st.tuples(st.integers(1, 12), st.integers(1, 3))


@given(st.dictionaries(PLACES, st.sampled_from(["=A1", "=B1"])))
def test_it_is_the_dictionary_of_what_was_put(known):
    found = Formulas()
    for (row, column), formula in known.items():
        found.put(row, column, formula)
    assert dict(found) == known
    assert len(found) == len(known)
    assert all(found.get((row, 2)) == known.get((row, 2)) for row in range(14))


def test_a_place_without_a_formula_is_none():
    with pytest.raises(KeyError):
        Formulas()[1, 1]
