"""The one way from cells to an answer: it never raises, and an error goes before a refusal."""

from dataclasses import replace

import pytest

from xlbudget.catalogue import FUNCTIONS, OMITTED, CellError, call

ROI, NPV = FUNCTIONS["XLB_ROI"], FUNCTIONS["XLB_NPV"]


def _python(answer):
    """Return a function of two numbers that answers, or raises, what is given."""

    def roi(benefits: float, costs: float) -> object:  # noqa: ARG001 - as Python has them
        if isinstance(answer, Exception):
            raise answer
        return benefits if answer is None else answer

    return replace(ROI, python=roi, example=((1.0, 1.0), 1.0))


def test_a_refusal_has_its_error_its_code_and_its_words():
    refusal = call(ROI, (1.0, 0.0))
    assert (refusal.error, refusal.code) == ("#DIV/0!", "XLB-106")
    assert refusal.reason.startswith("The cost is 0.")


def test_too_many_arguments_are_refused_by_their_number():
    assert "XLB_ROI was given 3 arguments. It takes 2 at most" in call(ROI, (1.0, 2.0, 3.0)).reason


def test_what_is_left_out_beyond_the_last_argument_does_not_count():
    assert call(ROI, (2.0, 1.0, OMITTED, OMITTED)) == 1.0


def test_an_error_beyond_the_last_argument_comes_out():
    assert call(ROI, (2.0, 1.0, CellError("#N/A"))).error == "#N/A"


def test_the_first_error_comes_out():
    both = (CellError("#REF!"), CellError("#N/A"))
    assert call(ROI, both).error == "#REF!"
    assert call(NPV, (CellError("#NUM!"), both)).error == "#NUM!"


def test_the_reason_of_an_error_names_it():
    assert "shows #SPILL!" in call(ROI, (CellError("#SPILL!"), 1.0)).reason


@pytest.mark.parametrize("infinite", [float("inf"), float("-inf"), float("nan")])
def test_what_is_no_finite_number_never_reaches_a_cell(infinite):
    assert call(_python(infinite), (1.0, 1.0)).error == "#NUM!"


@pytest.mark.parametrize("whole", [3, True])
def test_a_whole_number_or_truth_value_is_shown_as_a_number(whole):
    found = call(_python(whole), (1.0, 1.0))
    assert found == whole
    assert type(found) is float


@pytest.mark.parametrize("fault", [ZeroDivisionError(), RecursionError(), KeyError("x")])
def test_a_fault_of_ours_is_said_to_be_ours(fault):
    answer = call(_python(fault), (1.0, 1.0))
    assert (answer.error, answer.code) == ("#VALUE!", "XLB-000")
    assert answer.reason.startswith("A fault of xlbudget, not of yours")


def test_an_error_in_a_cell_goes_before_a_fault_of_ours():
    assert call(_python(ZeroDivisionError()), (1.0, CellError("#N/A"))).error == "#N/A"


def test_a_host_may_bring_a_faster_function():
    assert call(ROI, (1.0, 1.0), faster={"XLB_ROI": lambda benefits, costs: 7.0}) == 7.0  # noqa: ARG005
    assert call(ROI, (3.0, 1.0), faster={"XLB_NPV": lambda: 7.0}) == 2.0


def test_an_argument_left_out_in_the_middle_lets_the_next_keep_its_place():
    upv = FUNCTIONS["XLB_UPV"]
    assert call(upv, (0.0, 5.0, OMITTED, 0.0)) == call(upv, (0.0, 5.0, 0.0, 0.0)) == 5.0
