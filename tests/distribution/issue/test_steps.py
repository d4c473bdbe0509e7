"""What is to be done for a school, by what was issued and by the file that stands there."""

from dataclasses import replace

import pytest

from distribution.issue.made import AT
from distribution.issue.test_manifest import OAK
from xlbudget.distribution.issue.steps import Step, in_order
from xlbudget.distribution.issue.workbook import Issue, workbook_id_of
from xlbudget.model import School

SCHOOL = School(school_id="014", name="Oak")
AGAIN = Issue("fy27", 2, AT.date(), "New prices")


def step(issued=(OAK,), standing=OAK.sha256, issue=None):
    return Step(SCHOOL, issued, OAK.file_name, standing, issue)


@pytest.mark.parametrize(
    ("given", "kept", "edited"),
    [
        pytest.param(step(), True, False, id="as issued"),
        pytest.param(step(standing="other"), False, True, id="edited"),
        pytest.param(step(standing=""), False, False, id="gone"),
        pytest.param(step(issue=AGAIN), False, False, id="to be issued again"),
        pytest.param(step((), "", AGAIN), False, False, id="never issued"),
        pytest.param(step((), "other", AGAIN), False, False, id="a stranger in its place"),
    ],
)
def test_a_workbook_is_kept_or_edited_by_its_bytes(given, kept, edited):
    assert (given.is_kept, given.is_edited) == (kept, edited)


def test_issues_are_in_the_order_of_their_numbers_whatever_the_clock_said():
    ids = [workbook_id_of("fy27", "014", number) for number in (1, 2, 3)]
    issued = [replace(OAK, workbook_id=key) for key in ids]
    assert [it.workbook_id for it in in_order(issued[::-1], "fy27")] == ids
    assert in_order((), "fy27") == ()
