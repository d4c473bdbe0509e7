"""How a campaign stands: counts in words, days, what is left to do."""

from dataclasses import replace
from datetime import date

import pytest

from distribution.played import ANSWER, AT, BY, CONTACTS, FAULT, ID, TODAY, send
from xlbudget.distribution.register.school import record_schools
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.status import Todo, campaign_status, due_in_words, school_versions
from xlbudget.errors import UnknownChoiceError


def todos(register):
    return [report.todo for report in campaign_status(register, ID, TODAY).schools]


def test_every_school_is_told_with_what_is_left_to_do(played):
    assert todos(played) == [Todo.NOTHING, Todo.LOOK, Todo.MEND, Todo.SEND]


def test_counts_are_told_in_words(played):
    send(played, None, (), days=5, judged=State.NOT_ISSUED)
    status = campaign_status(played, ID, TODAY)
    assert status.in_words == (
        "3 of 4 schools have answered: 1 accepted, 1 accepted with warnings, 1 rejected,"
        " 1 missing. 1 file came from no school of this campaign."
    )
    assert status.due_in_words == "Due on April 15, 2026: 34 days are left."


def test_what_is_wrong_in_the_newest_file_is_told_with_its_cells(played):
    reports = campaign_status(played, ID, TODAY).schools
    assert [len(report.findings) for report in reports] == [0, 1, 1, 0]
    assert reports[2].findings == (FAULT,)
    assert reports[2].newest.submission.reason == "One line lacks its goal"


def test_a_rejected_file_after_an_accepted_one_is_to_be_mended(played):
    send(played, "S1", (), days=3, judged=State.REJECTED, findings=[FAULT])
    report = campaign_status(played, ID, TODAY).schools[0]
    assert (report.todo, report.status.state, report.findings) == (
        Todo.MEND,
        State.ACCEPTED,
        (FAULT,),
    )


def test_a_copy_or_a_superseded_file_says_nothing_of_its_own(played):
    send(played, "S1", ANSWER, days=4)
    send(played, "S1", (), days=5, judged=State.DUPLICATE)
    report = campaign_status(played, ID, TODAY).schools[0]
    assert report.newest.submission.received_name == "mail/S1-4.xlsx"
    assert report.todo is Todo.NOTHING


def test_a_school_that_is_not_waited_for_has_nothing_to_do(played):
    record_schools(played, ID, [replace(CONTACTS["S4"], expected=False)], by=BY, at=AT)
    assert todos(played)[3] is Todo.NOTHING


def test_a_school_without_a_workbook_is_the_offices_to_do(played):
    new = replace(CONTACTS["S4"], school_id="S5", name="New School")
    record_schools(played, ID, [new], by=BY, at=AT)
    assert todos(played)[4] is Todo.ISSUE


def test_every_version_of_a_school_is_told_oldest_first(played):
    send(played, "S3", (), days=9, judged=State.REJECTED, reason="Still no goal")
    versions = school_versions(played, ID, "S3")
    assert [one.version.submission.reason for one in versions] == [
        "One line lacks its goal",
        "Still no goal",
    ]
    assert [one.findings for one in versions] == [(FAULT,), ()]


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (None, "No due date is set."),
        (date(2026, 3, 12), "Due today, March 12, 2026."),
        (date(2026, 3, 13), "Due on March 13, 2026: 1 day is left."),
        (date(2026, 3, 11), "Was due on March 11, 2026: 1 day is over."),
        (date(2025, 3, 12), "Was due on March 12, 2025: 365 days are over."),
    ],
)
def test_the_days_to_the_due_date_are_told(due, words):
    assert due_in_words(due, TODAY) == words


def test_a_campaign_that_the_register_does_not_have_is_refused(played):
    with pytest.raises(UnknownChoiceError):
        campaign_status(played, "fy99", TODAY)
