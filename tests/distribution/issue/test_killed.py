"""A run that is killed goes on when it is started again, and ends as an undisturbed one does.

The moments are drawn at random, once: before a file is opened, moved or removed, or before a
statement of the register.
"""

import pytest

from distribution.issue.made import budget_of, go, issue_counted, issue_killed, whole
from distribution.moments import KILLED, drawn
from distribution.register.processes import together
from xlbudget.hosts.sample import sample_folder

TIMES = 6


@pytest.fixture(scope="module")
def data():
    """The sample's folder."""
    return str(sample_folder())


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, data):
    """The folder of a run that nothing disturbed, all it holds, and how many moments it had."""
    root = tmp_path_factory.mktemp("alone") / "fy27"
    codes, (moments,) = together(issue_counted, str(root), data)
    assert codes == [0]
    return whole(root), moments


def test_a_run_killed_at_any_moment_ends_as_an_undisturbed_one(tmp_path, data, undisturbed):
    expected, moments = undisturbed
    budget = budget_of(data)
    for moment in drawn(moments, TIMES):
        root = tmp_path / str(moment)
        codes, _ = together(issue_killed, str(root), data, moment)
        assert codes == KILLED
        go(root, budget)
        assert whole(root) == expected


def test_a_run_killed_again_and_again_ends_as_an_undisturbed_one(tmp_path, data, undisturbed):
    expected, moments = undisturbed
    root = tmp_path / "fy27"
    for part in range(1, 5):
        codes, _ = together(issue_killed, str(root), data, moments * part // 8)
        assert codes == KILLED
    go(root, budget_of(data))
    assert whole(root) == expected
