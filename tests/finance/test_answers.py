"""Answers beyond all numbers are refused, never shown as infinity."""

from math import inf, nan

import pytest

from xlbudget.errors import NoFiniteAnswerError
from xlbudget.finance._answers import finite, total


def test_a_finite_answer_passes():
    assert finite(0.1, "The worth") == 0.1


def test_a_sum_is_rounded_once():
    assert total([0.1] * 10, "The worth") == 1.0


@pytest.mark.parametrize("answer", [inf, -inf, nan])
def test_refuses_an_answer_that_is_no_number(answer):
    with pytest.raises(NoFiniteAnswerError, match="The worth grows too large"):
        finite(answer, "The worth")


@pytest.mark.parametrize("parts", [[1e308, 1e308], [inf, -inf], [inf, 1.0]])
def test_refuses_a_sum_beyond_all_numbers(parts):
    with pytest.raises(NoFiniteAnswerError):
        total(parts, "The worth")
