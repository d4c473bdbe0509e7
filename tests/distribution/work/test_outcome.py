"""Outcome: a result, or in words why there is none."""

import pickle

import pytest

import work_items
from xlbudget.distribution.work.outcome import Failure, Outcome, answer, answers, ended


def test_a_refusal_keeps_its_facts():
    assert answer(work_items.refuses, work_items.BAD) == (
        None,
        Failure("A line is blank", "It has words", "Write", "L-7", "XLB-205"),
    )


def test_a_fault_of_the_program_says_where_for_its_makers_only():
    _, failure = answer(work_items.fails, work_items.BAD)
    assert "raise ValueError" in failure.trace
    assert "raise" not in f"{failure.saw}{failure.wants}{failure.fix}"


def test_a_chunk_has_an_answer_for_each_item():
    found = answers(work_items.fails, [6, 7, 8])
    assert [(result, failure is None) for result, failure in found] == [
        (12, True),
        (None, False),
        (16, True),
    ]


def test_outcomes_travel_between_processes():
    outcome = Outcome(3, "a", *answer(work_items.refuses, work_items.BAD))
    assert pickle.loads(pickle.dumps(outcome)) == outcome  # noqa: S301 - made one line above


@pytest.mark.parametrize(("seconds", "said"), [(None, "ended the program"), (2.5, "2.5 seconds")])
def test_an_end_is_told_apart_from_a_delay(seconds, said):
    assert said in ended(seconds).saw
