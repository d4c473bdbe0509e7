"""A batch of calls as text: answers in order, whole numbers stay numbers, blanks are told apart."""

import json

import pytest

from xlbudget.catalogue import FUNCTIONS, call
from xlbudget.hosts.officejs.answers import answer


def answers(*calls):
    return json.loads(answer(json.dumps(calls)))


def test_answers_come_in_the_order_of_the_calls():
    told = answers(["XLB_SPV", 0.03, 0], ["XLB_ROI", 3840, 0], ["XLB_ESCALATE", [[100]], [[1.5]]])
    refused = call(FUNCTIONS["XLB_ROI"], (3_840.0, 0.0))
    assert told == [1.0, {"error": "#DIV/0!", "reason": refused.reason}, [[150.0]]]


def test_a_whole_number_is_no_error_of_automation():
    assert answers(["XLB_NET_BENEFIT", -2146826246, 0]) == [-2146826246.0]


def test_what_is_left_out_has_its_default_and_a_blank_is_refused():
    left_out, blank = answers(
        ["XLB_NPV", 0.0, [[1, 2]], None], ["XLB_NPV", 0.0, [[1, 2]], [[None]]]
    )
    assert left_out == 3.0
    assert blank["error"] == "#VALUE!"


def test_a_lone_half_of_a_character_comes_through():
    (told,) = answers(["XLB_UNALIGNED", [["\ud800"]], [[""]]])
    assert told[1] == ["\ud800"]


def test_an_unknown_function_is_a_fault_of_ours():
    with pytest.raises(KeyError):
        answers(["XLB_NOTHING"])
