"""Collected: counts in words, and which files are bad."""

import pytest

from xlbudget.distribution.collect.result import Collected, FileResult
from xlbudget.distribution.register.submissions.state import State


def one(state):
    return FileResult(name="a.xlsx", sha256="a", state=state, reason="so")


def test_counts_are_told_in_words():
    done = Collected(files=[one(State.ACCEPTED), one(State.ACCEPTED), one(State.REJECTED)])
    assert done.in_words == "3 files: 2 accepted, 1 rejected"
    assert Collected().in_words == "No file has come back yet"


@pytest.mark.parametrize("state", [State.REJECTED, State.NOT_ISSUED])
def test_what_was_not_taken_is_bad(state):
    assert Collected(files=[one(state)]).bad == 1


@pytest.mark.parametrize(
    "state", [State.ACCEPTED, State.WITH_WARNINGS, State.DUPLICATE, State.SUPERSEDED]
)
def test_what_was_taken_or_said_before_is_not_bad(state):
    assert Collected(files=[one(state)]).bad == 0
