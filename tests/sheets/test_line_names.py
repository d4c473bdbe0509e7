"""line_names: ids that a line names, and how far its shares reach."""

from decimal import Decimal

import pytest

from analysis.budgets import line
from sheets.reading import first_line


@pytest.mark.parametrize("noun", ["Goal", "Source"])
def test_shares_are_reached_step_by_step_and_a_blank_first_takes_the_rest(noun):
    key = noun.lower()
    made = line(**{f"{key}_share_2": 0.3, f"{key}_share_3": 0.2})
    found = [first_line(f"{noun} reach {slot}", made) for slot in (1, 2, 3)]
    assert found == [Decimal("0.5"), Decimal("0.8"), 1]


def test_shares_that_leave_something_out_do_not_reach_1():
    made = line(goal_share_1=0.5, goal_share_2=0.25)
    assert first_line("Goal reach 3", made) == Decimal("0.75")


def test_ids_are_read_back_from_what_the_line_names():
    made = line(program_id="P", school_id="S", goal_2="G", source_3="F", successor="F")
    names = ("Program", "School", "Goal 1", "Goal 2", "Source 3", "Successor")
    found = [first_line(f"{name} id", made) for name in names]
    assert found == ["P", "S", "", "G", "F", "F"]
