"""Workbooks that are not put in their places: each is said with the file and what to do."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from distribution.issue.made import AT
from distribution.issue.test_manifest import OAK
from distribution.issue.test_steps import AGAIN, step
from xlbudget.distribution.issue.left import failed, left, standing, wrong
from xlbudget.distribution.issue.put import digest_of
from xlbudget.distribution.issue.result import State
from xlbudget.distribution.issue.workbook import Issue, Made
from xlbudget.distribution.work import Failure

FIRST = Issue("fy27", 1, AT.date())


@pytest.fixture
def bench(tmp_path):
    """A bench of which only the folder is asked."""
    (tmp_path / "out").mkdir()
    return SimpleNamespace(folder=SimpleNamespace(path=lambda name: tmp_path / name))


def made(issue=FIRST, sha256=OAK.sha256):
    return Made(issue, "w1", b"oak", sha256)


def test_a_workbook_that_stands_is_kept_with_its_size(bench):
    bench.folder.path("out/Oak_014.xlsx").write_bytes(b"oak")
    school, why = standing(bench, step())
    assert (school.state, school.size, school.sha256, why) == (State.KEPT, 3, OAK.sha256, None)


def test_what_may_go_to_its_place_is_not_wrong(bench):
    assert wrong(bench, step(standing=""), made()) is None
    bench.folder.path("out/Oak_014.xlsx").write_bytes(b"oak")
    assert wrong(bench, step(standing=""), made(AGAIN, "new")) is None


def test_a_file_that_cannot_be_made_as_it_was_is_said(bench):
    why = wrong(bench, step(standing=""), made(sha256="other"))
    assert (why.code, why.place.record) == ("XLO-04", "014")
    assert "--again --school 014" in why.fix


def test_a_stranger_in_the_place_is_not_replaced(bench):
    path = bench.folder.path("out/Oak_014.xlsx")
    path.write_bytes(b"edited meanwhile")
    why = wrong(bench, step(standing=""), made())
    school, told = left(step(standing=digest_of(path)), why)
    assert (school.state, told.code, told.place.file) == (State.LEFT, "XLO-05", "out/Oak_014.xlsx")


def test_one_that_could_not_be_made_says_why():
    school, why = failed(step((), "", AGAIN), Failure("Too long", "Short", "Cut it"))
    assert (school.state, school.number, why.code) == (State.FAILED, 0, "XLO-09")
    assert (why.saw, why.wants, why.fix) == ("Too long", "Short", "Cut it")


def test_an_edited_one_is_told_by_the_name_of_its_newest_issue(bench):
    renamed = replace(step(standing="other"), file="New_014.xlsx")
    school, why = standing(bench, renamed)
    assert (school.state, why.place.file) == (State.LEFT, "out/Oak_014.xlsx")
