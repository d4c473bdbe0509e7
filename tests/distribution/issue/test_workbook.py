"""One school's workbook: the same task gives the same bytes, each issue its own id."""

from datetime import date
from hashlib import sha256

import pytest

from xlbudget.distribution.issue.school_template import write_template
from xlbudget.distribution.issue.workbook import Issue, Task, make_workbook, workbook_id_of
from xlbudget.distribution.packs import packs_of
from xlbudget.errors import UnreadableFileError
from xlbudget.sheets.school import Sizes

FIRST = Issue("fy27", 1, date(2026, 1, 5))
SECOND = Issue("fy27", 2, date(2026, 2, 5), "New prices")


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "template.xlsx"
    write_template(path, Sizes(lines=20, spare_lines=2, items=21), 5)
    return str(path), sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def pack(district):
    return packs_of(district).of("ZZS02")


def test_the_same_task_gives_the_same_bytes(template, pack):
    one, other = (make_workbook(Task(template, pack, FIRST)) for _ in range(2))
    assert one == other
    assert one.sha256 == sha256(one.data).hexdigest()


def test_a_workbook_that_is_as_expected_is_not_issued_anew(template, pack):
    first = make_workbook(Task(template, pack, FIRST))
    same = make_workbook(Task(template, pack, FIRST, first.sha256, SECOND))
    other = make_workbook(Task(template, pack, FIRST, "other", SECOND))
    assert (same.issue, other.issue) == (FIRST, SECOND)
    assert other.workbook_id == workbook_id_of("fy27", "ZZS02", 2)


def test_no_two_issues_have_one_id():
    told = {workbook_id_of(c, s, n) for c in ("a", "b") for s in ("1", "2") for n in (1, 2)}
    assert len(told) == 8
    assert workbook_id_of("a", "1", 1) == "258de98b-e857-58b1-8a33-b9529818e307"


def test_another_template_in_its_place_is_refused(template, pack):
    with pytest.raises(UnreadableFileError, match="not the one any more"):
        make_workbook(Task((template[0], "0" * 64), pack, FIRST))
