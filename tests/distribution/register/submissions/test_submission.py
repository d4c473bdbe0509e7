"""Submissions: every version kept, with its lines, its findings and the files that brought it."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from distribution.register.made import AT, ID, collect, finding, line, record, submission
from strategies import budgets
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.issued import issued_workbook
from xlbudget.distribution.register.submissions.line import Line
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.register.submissions.submission import (
    files_of,
    findings_of,
    lines_of,
    schools_with_several,
    submission_of,
    submissions_of,
)
from xlbudget.errors import UnknownChoiceError
from xlbudget.model.finding import Finding, Place, Severity


def test_a_submission_comes_back_as_it_was_recorded(register):
    facts = {"goals": [{"goal_id": "G1", "importance": 5}], "signed": "Ann"}
    given_one = submission(1, facts=facts, reason="Two cells were text")
    record(register, 1, facts=facts, reason="Two cells were text")
    (version,) = submissions_of(register, ID)
    assert version.submission == given_one
    assert (version.state, version.superseded_by) == (State.ACCEPTED, None)
    assert version.collected_at == AT
    assert submission_of(register, ID, given_one.sha256) == version
    assert submission_of(register, ID, "0" * 64) is None


def test_lines_and_findings_come_back_in_their_order(register):
    lines = (line(2), line(1, goal=""), line(10))
    notes = (
        finding(9),
        Finding(Severity.FATAL, "X1", Place(row=3, column="Goal"), "a", "b", "c"),
    )
    key = record(register, 1, lines=lines, findings=notes).submission_id
    assert lines_of(register, key) == lines
    assert findings_of(register, key) == notes


def test_every_version_of_a_school_is_kept_oldest_first(register):
    for number, later in ((3, 3), (1, 1), (2, 2)):
        record(register, number, later=later)
    record(register, 4, "0002")
    names = [one.submission.received_name for one in submissions_of(register, ID, "0001")]
    assert names == ["reply-1.xlsx", "reply-2.xlsx", "reply-3.xlsx"]
    assert len(list(submissions_of(register, ID))) == 4


def test_the_same_bytes_under_another_name_keep_both_names(register):
    key = record(register, 1).submission_id
    record(register, 1, received_name="copy.zip/reply.xlsx")
    assert [one.name for one in files_of(register, key)] == ["copy.zip/reply.xlsx", "reply-1.xlsx"]
    assert len(list(submissions_of(register, ID))) == 1


def test_a_name_that_no_database_can_hold_is_written_out(register):
    key = record(register, 1, received_name="bad\udcff\0.xlsx").submission_id
    assert files_of(register, key)[0].name == "bad\\udcff\\x00.xlsx"


def test_hostile_texts_of_a_file_harm_nothing(register):
    hostile = "\ud800\0'; DROP TABLE line; --"
    lines = [replace(line(1, goal=hostile, notes=hostile), sheet=hostile, action=hostile)]
    facts = {"workbook_id": hostile, "reason": hostile, "facts": {"said": "a\0b"}}
    key = record(register, 1, lines=lines, **facts).submission_id
    (kept,) = lines_of(register, key)
    assert kept.sheet == "\\ud800\\x00'; DROP TABLE line; --"
    assert issued_workbook(register, ID, hostile) is None
    assert submission_of(register, ID, hostile) is None
    assert list(submissions_of(register, ID, hostile)) == []
    with pytest.raises(UnknownChoiceError, match="no school"):
        record(register, 2, hostile)


# --- laws
@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def kept(request, tmp_path_factory):
    """One register for all budgets that are drawn."""
    if request.param == "sqlite":
        where = tmp_path_factory.mktemp("laws")
    else:
        where = request.getfixturevalue("postgresql").schema()
    with open_register(where, at=AT) as opened:
        collect(opened, 1)
        yield opened


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(budget=budgets(), number=st.integers(1000, 10**9))
def test_any_line_item_comes_back_equal(kept, budget, number):
    lines = tuple(
        Line(item=item, amounts=dict(item.payment), row=row, sheet="My lines")
        for row, item in enumerate(budget.lines)
    )
    key = record(kept, number, lines=lines, judged=State.REJECTED, again=True).submission_id
    assert lines_of(kept, key) == lines


def test_schools_are_told_of_which_several_files_could_be_read(register):
    for number, school_id in enumerate(("0001", "0001", "0002", "0003", "0003")):
        judged = State.REJECTED if school_id == "0003" else State.ACCEPTED
        record(register, number, school_id, judged=judged, later=number)
    assert schools_with_several(register, ID) == {"0001"}
    record(register, 9, "0002", judged=State.DUPLICATE)
    assert schools_with_several(register, ID) == {"0001", "0002"}
