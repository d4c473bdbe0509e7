"""A collection that is killed at any moment goes on, and two at once do no harm."""

import shutil
from pathlib import Path

import pytest

from distribution.collect.made import (
    AT,
    STATES,
    Issued,
    bytes_of,
    collect_counted,
    collect_killed,
    fill_inbox,
    issued,
)
from distribution.moments import KILLED, drawn
from distribution.register.made import everything
from distribution.register.processes import together
from xlbudget.distribution.register import open_register

TIMES = 6


@pytest.fixture(scope="module")
def begun(tmp_path_factory, answer):
    """A campaign whose mixed inbox is not collected yet."""
    campaign = issued(tmp_path_factory.mktemp("killed") / "fy27")
    fill_inbox(campaign.inbox, campaign.out, answer)
    return campaign


@pytest.fixture(scope="module")
def undisturbed(begun, tmp_path_factory):
    """All that an undisturbed run leaves, and how many moments it had."""
    root = tmp_path_factory.mktemp("alone") / "fy27"
    shutil.copytree(begun.root, root)
    codes, (moments,) = together(collect_counted, str(root))
    assert codes == [0]
    return whole(root), moments


def test_a_run_killed_at_any_moment_ends_as_an_undisturbed_one(tmp_path, begun, undisturbed):
    expected, moments = undisturbed
    for moment in drawn(moments, TIMES):
        root = tmp_path / str(moment)
        shutil.copytree(begun.root, root)
        codes, _ = together(collect_killed, str(root), moment)
        assert codes == KILLED
        Issued(root).collect()
        assert whole(root) == expected


def test_two_collectors_at_once_end_as_one(tmp_path, begun, undisturbed):
    root = tmp_path / "fy27"
    shutil.copytree(begun.root, root)
    codes, _ = together(collect_counted, str(root), times=2)
    assert codes == [0, 0]
    assert whole(root) == undisturbed[0]


def whole(root):
    """What a campaign holds but the words of the audit trail that tell of its runs."""
    with open_register(root, at=AT) as register:
        held = everything(register)
    files = {name: data for name, (data, _) in bytes_of(Path(root)).items() if "sqlite" not in name}
    return files, held


def test_two_collectors_at_once_on_postgresql_end_as_one(tmp_path, answer, postgresql):
    url = postgresql.schema()
    campaign = issued(tmp_path / "fy27", register=url)
    fill_inbox(campaign.inbox, campaign.out, answer)
    codes, _ = together(collect_counted, str(campaign.root), url, times=2)
    assert codes == [0, 0]
    files = campaign.collect(where=url).files
    assert {one.name: one.state.value for one in files} == STATES
