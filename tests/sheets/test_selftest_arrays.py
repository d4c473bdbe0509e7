"""selftest_arrays: each answer of several cells over exactly its cells."""

import pytest

from xlbudget.catalogue import FUNCTIONS
from xlbudget.sheets.plan import Calculated, Spilled
from xlbudget.sheets.selftest_arrays import array_trials, arrays_sheet

SPILLING = {name: function for name, function in FUNCTIONS.items() if function.spills}
BLOCKS = {table.heading: table for table in arrays_sheet().tables}


def rows_of(name, label):
    return [row.cells[1:] for row in BLOCKS[name].rows if row.cells[0] == label]


def test_every_function_that_spills_has_a_block():
    assert list(BLOCKS) == list(SPILLING)


@pytest.mark.parametrize("name", SPILLING)
def test_the_array_formula_covers_the_cells_of_the_answer(name):
    first = rows_of(name, "Answer")[0][0]
    result = SPILLING[name].example[1]
    assert isinstance(first, Spilled)
    assert (first.rows, first.columns) == (len(result), len(result[0]))


@pytest.mark.parametrize("name", SPILLING)
def test_the_expected_cells_are_those_of_the_example(name):
    for held, told in zip(rows_of(name, "Expected"), SPILLING[name].example[1], strict=True):
        assert list(held) == [
            pytest.approx(v, abs=0.006) if isinstance(v, float) else v for v in told
        ]


def test_each_cell_is_compared():
    right = rows_of("XLB_IRR_ALL", "Right")
    assert [type(cell) for row in right for cell in row] == [Calculated] * 2
    assert "{Array_XLB_IRR_ALL|answer 2|1}" in right[1][0].formula


def test_a_test_counts_the_cells_that_agree():
    told = {trial.function: trial for trial in array_trials()}
    assert told["XLB_TCO_YEARS"].expected == 7.0
    assert told["XLB_TCO_BY_YEAR"].formula == "=SUM({Array_XLB_TCO_BY_YEAR|right 1..right 2|1..3})"
