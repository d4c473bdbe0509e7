"""A consolidation that is killed at any moment is completed by the next, as if nothing had been."""

import shutil

import pytest

from distribution.consolidate.made import campaign
from distribution.consolidate.processes import (
    consolidate_counted,
    consolidate_killed,
    consolidate_now,
    whole,
)
from distribution.moments import KILLED, drawn
from distribution.register.processes import together

TIMES = 4


@pytest.fixture(scope="module")
def answered(tmp_path_factory):
    """A campaign that has its answers and is not consolidated, and the district's data."""
    place = tmp_path_factory.mktemp("answered")
    return campaign(place, schools=3, lines=3, missing=1).folder.root, str(place / "millbrook")


@pytest.fixture(scope="module")
def undisturbed(answered, tmp_path_factory):
    """All that an undisturbed run leaves, and how many moments it had."""
    root, data = tmp_path_factory.mktemp("alone") / "campaign", answered[1]
    shutil.copytree(answered[0], root)
    codes, (moments,) = together(consolidate_counted, str(root), data)
    assert codes == [0]
    return whole(root), moments


def test_a_run_killed_at_any_moment_ends_as_an_undisturbed_one(tmp_path, answered, undisturbed):
    (begun, data), (expected, moments) = answered, undisturbed
    for moment in drawn(moments, TIMES):
        root = tmp_path / str(moment)
        shutil.copytree(begun, root)
        codes, _ = together(consolidate_killed, str(root), data, moment)
        assert codes == KILLED
        assert consolidate_now(root, data)[0] == 0
        assert whole(root) == expected


def test_two_at_once_end_as_one(tmp_path, answered, undisturbed):
    root = tmp_path / "campaign"
    shutil.copytree(answered[0], root)
    codes, told = together(consolidate_now, str(root), answered[1], times=2)
    assert codes == [0, 0]
    assert [code for code, _ in told] == [0, 0]
    assert whole(root) == undisturbed[0]
