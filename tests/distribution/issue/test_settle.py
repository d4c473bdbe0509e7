"""Workbooks that were made are recorded, put and told of; one that failed holds none of them."""

from dataclasses import replace
from hashlib import sha256
from types import SimpleNamespace

import pytest

from distribution.issue.made import AT, BY
from distribution.issue.test_left import FIRST
from distribution.issue.test_steps import AGAIN, step
from xlbudget.distribution.issue.result import State
from xlbudget.distribution.issue.settle import settled
from xlbudget.distribution.issue.workbook import Made
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.campaign import Campaign, record_campaign
from xlbudget.distribution.register.issued import issued_workbooks
from xlbudget.distribution.register.school import CampaignSchool, record_schools
from xlbudget.distribution.work import Failure, Outcome

CAMPAIGN = Campaign(
    campaign_id="fy27",
    title="Budgets",
    district="Riverbend",
    base_fiscal_year=2027,
    due_date=None,
    template_id="t",
    template_version="v1.0",
    template_digest="d",
    created_at=AT,
)
NEW = step((), "", FIRST)
STANDING = sha256(b"oak").hexdigest()
OAK = Made(FIRST, "w1", b"oak", "digest")
FAILED = (replace(NEW, file="Elm_013.xlsx"), Outcome(0, None, None, Failure("s", "w", "f")))


@pytest.fixture
def bench(tmp_path):
    """A bench with a folder and a register in which Oak is expected."""
    (tmp_path / "out").mkdir()
    folder = SimpleNamespace(
        path=lambda name: tmp_path / name, facts=SimpleNamespace(campaign_id="fy27")
    )
    stamp = SimpleNamespace(version="v1.0", digest="d")
    with open_register(tmp_path, at=AT) as register:
        record_campaign(register, CAMPAIGN, by=BY)
        schools = [CampaignSchool(school_id="014", name="Oak")]
        record_schools(register, "fy27", schools, by=BY, at=AT)
        yield SimpleNamespace(folder=folder, register=register, stamp=stamp, at=AT, by=BY)


def test_one_that_failed_is_said_and_the_others_are_in_their_places(bench):
    found = list(settled(bench, [FAILED, (NEW, Outcome(1, None, OAK))]))
    assert [(school.state, school.file) for school, _ in found] == [
        (State.FAILED, "Elm_013.xlsx"),
        (State.MADE, "Oak_014.xlsx"),
    ]
    assert bench.folder.path("out/Oak_014.xlsx").read_bytes() == b"oak"
    (recorded,) = issued_workbooks(bench.register, "fy27")
    assert (recorded.workbook_id, recorded.sha256) == ("w1", "digest")


def test_a_dry_run_tells_the_same_and_writes_nothing(bench):
    register, bench.register = bench.register, None
    ((school, why),) = settled(bench, [(NEW, Outcome(0, None, OAK))])
    assert (school.state, school.number, school.size, why) == (State.MADE, 1, 3, None)
    assert list(bench.folder.path("out").iterdir()) == []
    assert issued_workbooks(register, "fy27") == ()


def test_a_new_issue_sets_the_earlier_one_aside(bench):
    list(settled(bench, [(NEW, Outcome(0, None, replace(OAK, sha256=STANDING)))]))
    earlier = issued_workbooks(bench.register, "fy27")
    made = Made(AGAIN, "w2", b"newer", "other")
    ((school, _),) = settled(bench, [(step(earlier, STANDING, AGAIN), Outcome(0, None, made))])
    assert (school.state, school.number) == (State.AGAIN, 2)
    assert bench.folder.path("out/Oak_014.xlsx").read_bytes() == b"newer"
    assert bench.folder.path("out/earlier/Oak_014.1.xlsx").read_bytes() == b"oak"
