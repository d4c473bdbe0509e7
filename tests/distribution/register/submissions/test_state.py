"""How a file ends."""

import pytest

from xlbudget.distribution.register.submissions.state import JUDGED, State


@pytest.mark.parametrize("state", State)
def test_only_accepted_files_count(state):
    assert state.counts == state.value.startswith("accepted")


def test_collecting_never_says_what_follows_from_other_files():
    assert frozenset(State) - {"superseded", "missing"} == JUDGED
