"""XLB_WHY: the reason of a refusal, as a finance officer reads it."""

import pytest

from xlbudget.catalogue import FUNCTIONS, CellError, call

WHY = FUNCTIONS["XLB_WHY"]


def _why(*cells):
    return call(WHY, cells)


@pytest.mark.parametrize("name", ["XLB_ROI", "xlb_roi", "ROI", " roi "])
def test_the_name_may_be_written_in_small_letters_and_without_its_head(name):
    assert _why(name, 2.0, 1.0).startswith("Nothing is wrong")


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=list(FUNCTIONS))
def test_the_reason_is_that_of_the_function_itself(function):
    refused = call(function, ("n/a",))
    if function is WHY:
        assert isinstance(refused, CellError)
    else:
        assert _why(function.name, "n/a") == refused.reason


def test_a_name_of_any_length_is_quoted_in_short():
    refusal = _why("x" * 100_000)
    assert refusal.error == "#N/A"
    assert len(refusal.reason) < 300


def test_it_does_not_explain_itself():
    assert _why("XLB_WHY", "XLB_ROI").error == "#N/A"
