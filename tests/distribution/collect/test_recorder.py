"""Recorder: a judgement as the register bears it out; recorded once, and anew when mended."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from distribution.collect.made import AT, BY, issued
from xlbudget.distribution.collect.judged import Judged, judged_by
from xlbudget.distribution.collect.recorder import Recorder
from xlbudget.distribution.inbox import Reply
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.issued import issued_workbooks
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.register.submissions.submission import findings_of
from xlbudget.model.finding import Finding, Place, Severity

REPLY = Reply(("S1.xlsx",), "ab" * 32, 5, datetime(2026, 3, 2, tzinfo=UTC))
FATAL = Finding(Severity.FATAL, "XLH-01", Place(file="S1.xlsx"), "It is damaged", "Whole", "Ask")


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    """A campaign of two schools, which were issued their workbooks twice."""
    root = tmp_path_factory.mktemp("recorder") / "fy27"
    made = issued(root)
    issued(root, again=True, reason="New prices")
    return made


@pytest.fixture
def recorder(campaign):
    """What records in its register."""
    with open_register(campaign.root, at=AT) as register:
        yield Recorder(register, campaign.folder.facts.campaign_id, AT, BY)


def ids(recorder, school_id):
    """The workbooks of a school, the oldest first."""
    known = issued_workbooks(recorder.register, recorder.campaign_id, school_id)
    first = next(one for one in known if one.supersedes is None)
    return [first.workbook_id, *(one.workbook_id for one in known if one is not first)]


def sound(school_id="S1", workbook_id=""):
    return replace(judged_by(()), school_id=school_id, workbook_id=workbook_id)


def said(judged):
    return judged.state, [(one.code, one.severity.value) for one in judged.findings]


def test_the_workbook_of_the_school_is_borne_out(recorder):
    for school_id in ("S1", "S2"):
        judged = sound(school_id, ids(recorder, school_id)[-1])
        assert recorder.confirmed(judged, "a.xlsx") is judged


def test_what_names_no_school_or_no_workbook_is_left_as_it_is(recorder):
    for judged in (sound("", "w"), sound("S1", "")):
        assert recorder.confirmed(judged, "a.xlsx") is judged


def test_a_workbook_that_the_register_lacks_was_not_issued(recorder):
    judged = recorder.confirmed(sound("S1", "no such"), "a.xlsx")
    assert said(judged) == (State.NOT_ISSUED, [("XLH-02", "fatal")])


def test_a_workbook_of_another_school_is_refused(recorder):
    judged = recorder.confirmed(sound("S1", ids(recorder, "S2")[0]), "a.xlsx")
    assert said(judged) == (State.REJECTED, [("XLH-11", "fatal")])
    assert "S1" in judged.findings[0].saw
    assert "S2" in judged.findings[0].saw


def test_an_earlier_workbook_of_the_school_is_told_as_such(recorder):
    judged = recorder.confirmed(sound("S2", ids(recorder, "S2")[0]), "a.xlsx")
    assert said(judged) == (State.WITH_WARNINGS, [("XLH-04", "warning")])


def put(recorder, judged, reply=REPLY):
    recorder.record(reply, judged, recorder.known(reply))
    return recorder.known(reply)


def test_what_was_wrong_is_judged_anew_and_what_was_taken_is_not(recorder):
    assert (recorder.known(REPLY), recorder.has_taken(REPLY)) == (None, False)
    refused = put(recorder, replace(judged_by((FATAL,)), school_id="S1"))
    assert (refused.state, recorder.has_taken(REPLY)) == (State.REJECTED, False)
    taken = put(recorder, sound())
    assert (taken.submission_id, taken.state) == (refused.submission_id, State.ACCEPTED)
    assert findings_of(recorder.register, taken.submission_id) == ()
    assert recorder.has_taken(REPLY)
    assert put(recorder, Judged(state=State.DUPLICATE, reason="The same")) == taken
