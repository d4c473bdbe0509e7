"""The scripts in Node: the whole table of cases, batches, cancellation, and what goes wrong."""

import pytest

from catalogue.agreement import agrees
from catalogue.cases import TABLE
from hosts.officejs.routes import answered, with_zeros
from xlbudget.catalogue import FUNCTIONS, CellError, call

MOST_BATCHES = 10
NAMES = [case.name for case in TABLE]
AS_NUMBER = {"XLB_NET_BENEFIT: a date for a number": 46_104.0}
"""A date comes as its serial number, so that it cannot be refused; as in VBA and LibreOffice."""

DESKTOP = [case for case in TABLE if "whole column" not in case.name]


@pytest.fixture(scope="module")
def on_the_web(told):
    return dict(zip(NAMES, told["web"], strict=True))


@pytest.mark.parametrize("case", TABLE, ids=NAMES)
def test_excel_on_the_web_shows_what_python_answers(case, on_the_web):
    function = FUNCTIONS[case.function]
    expected = AS_NUMBER.get(case.name, call(function, case.cells))
    found = answered(on_the_web[case.name])
    assert agrees(found, expected), found


def test_excel_on_the_desktop_differs_by_its_zeros_alone(told):
    answers = zip(DESKTOP, told["desktop"], strict=True)
    wrong = [case.name for case, shown in answers if not _as_with_zeros(case, shown)]
    assert wrong == []


def _as_with_zeros(case, shown):
    function = FUNCTIONS[case.function]
    expected = AS_NUMBER.get(case.name, call(function, with_zeros(case.cells)))
    return agrees(answered(shown), expected)


def test_a_refusal_carries_its_reason(on_the_web):
    expected = call(FUNCTIONS["XLB_ROI"], (3_840.0, 0.0))
    assert on_the_web["XLB_ROI: no cost"]["reason"] == expected.reason
    assert isinstance(expected, CellError)


def test_every_function_is_declared_and_tied(told):
    assert told["associated"] == told["declared"] == list(FUNCTIONS)


def test_ten_thousand_calls_are_few_calls_of_python(told):
    assert 1 < told["recalculation"]["batches"] <= MOST_BATCHES
    assert told["recalculation"]["last"] == pytest.approx(
        call(FUNCTIONS["XLB_NPV"], (0.05, (-1_000.0, 400.0, 500.0, 9_999.0))), rel=1e-12
    )


def test_a_canceled_call_is_dropped_and_the_others_are_answered(told):
    assert [at for at, _value in told["heard"]] == [0, 2]


def test_a_batch_that_python_cannot_answer_is_told_and_the_next_one_is_answered(told):
    assert told["lost"]["error"] == "#VALUE!"
    assert "report it" in told["lost"]["reason"]
    assert told["after"] == {"value": 1}


def test_when_python_is_gone_each_cell_says_what_to_do(told):
    assert told["failed"]["error"] == "#N/A"
    assert "the thread ended" in told["failed"]["reason"]
    assert "open it again" in told["failed"]["reason"]
