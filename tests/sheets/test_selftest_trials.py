"""selftest_trials: what is tried, and what it must give."""

import pytest

from xlbudget.catalogue import FUNCTIONS, Unit
from xlbudget.errors import UnknownChoiceError
from xlbudget.sheets.plan import Form
from xlbudget.sheets.selftest_trials import (
    TYPES,
    answer_of,
    conversions,
    examples,
    form_of,
    refusals,
)


def test_every_function_of_one_cell_is_tried_with_its_example():
    told = {trial.function: trial for trial in examples()}
    assert list(told) == [name for name, function in FUNCTIONS.items() if not function.spills]
    assert told["XLB_NPV"].expected == pytest.approx(2_835.62, abs=0.005)
    assert told["XLB_NPV"].formula == "=XLB_NPV(9%,{-16000,2000,4000,5000,5000,5000,5000})"


def test_every_error_that_functions_give_is_tried():
    assert {trial.expected for trial in refusals()} == set(TYPES.values())


def test_a_refusal_says_in_words_the_number_that_it_expects():
    for trial in refusals():
        assert trial.says.endswith(f" is {trial.expected:.0f}")


def test_cells_of_every_sort_are_tried():
    told = [trial.says for trial in conversions()]
    for word in ("column", "row", "currency", "percent", "date cell", "truth value", "whole"):
        assert any(word in says for says in told)


def test_a_year_has_no_comma_and_a_text_is_wrapped():
    assert form_of(Unit.FISCAL_YEAR) is Form.PLAIN
    assert form_of(Unit.WORD) is Form.WRAPPED


def test_a_test_that_has_no_single_answer_is_refused():
    with pytest.raises(UnknownChoiceError, match="XLB_ROI"):
        answer_of(FUNCTIONS["XLB_ROI"], 1.0, 0.0)
