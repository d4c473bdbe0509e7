"""What goes to LibreOffice and comes from it, without LibreOffice."""

from math import isfinite

import pytest

from xlbudget.catalogue import FUNCTIONS, CellError
from xlbudget.hosts.libreoffice.answers import answer, methods, shown
from xlbudget.hosts.libreoffice.calc_errors import error_of, nan_of
from xlbudget.hosts.libreoffice.names import method

FLOWS = ((-16_000.0, 2_000.0, 4_000.0, 5_000.0, 5_000.0, 5_000.0, 5_000.0),)
NPV = FUNCTIONS["XLB_NPV"]


def call(name, *given):
    """Call a method as LibreOffice does."""
    return methods()[method(FUNCTIONS[name])](object(), *given)


# --- published figures


def test_npv_of_the_textbook():
    assert call("XLB_NPV", 0.09, FLOWS, None) == pytest.approx(2_835.62, abs=0.005)


def test_none_is_left_out_and_not_blank():
    assert call("XLB_NPV", 0.09, FLOWS, 1.0) == pytest.approx(2_601.49, abs=0.005)


# --- laws


def test_there_is_a_method_for_every_function():
    assert set(methods()) == {method(function) for function in FUNCTIONS.values()}


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=lambda function: function.name)
def test_no_argument_at_all_is_an_error_and_no_exception(function):
    given = [() if function.takes_any_number else None] * len(function.parameters)
    told = call(function.name, *given[:-1], given[-1])
    number = told[0][0] if function.spills else told
    assert not isfinite(number)
    assert error_of(number) == "#VALUE!"


def test_a_spilling_function_gives_rows_of_plain_tuples():
    told = call("XLB_TRIANGULAR", 240_000.0, 250_000.0, 300_000.0)
    assert [type(row) for row in told] == [tuple, tuple]
    assert told[0][0] == "Mean"


# --- errors that come in


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#REF!", "#NUM!"])
def test_an_error_in_a_calculated_array_comes_out_as_itself(error):
    assert error_of(call("XLB_NPV", 0.09, ((1.0, nan_of(error), "text"),), None)) == error


def test_an_error_among_words_comes_out_as_itself():
    told = call("XLB_ALIGNED_SHARE", (("G1", nan_of("#N/A")),), ((1.0, 2.0),))
    assert error_of(told) == "#N/A"


def test_why_names_an_error_among_its_arguments():
    told = call("XLB_WHY", "XLB_NPV", (0.09, ((1.0, nan_of("#N/A")),)))
    assert "shows #N/A" in told


def test_why_takes_what_is_left_out():
    assert '"rate" is left out' in call("XLB_WHY", "XLB_NPV", (None, FLOWS))


# --- refusals


def test_a_refusal_has_its_own_error():
    assert error_of(call("XLB_ROI", 1.0, 0.0)) == "#DIV/0!"
    assert error_of(call("XLB_ERATE_DISCOUNT", 80.0, "lunar", 1.0)) == "#N/A"


def test_a_blank_in_a_range_is_refused():
    assert answer(NPV, (0.09, ((1.0, "", 2.0),), None)).error == "#VALUE!"


def test_an_error_of_a_spilling_function_is_one_cell():
    assert shown(FUNCTIONS["XLB_IRR_ALL"], CellError("#NUM!"))[0][0] != 0
    assert error_of(shown(FUNCTIONS["XLB_IRR_ALL"], CellError("#NUM!"))[0][0]) == "#NUM!"
