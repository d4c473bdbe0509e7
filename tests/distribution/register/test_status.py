"""Who has answered and who has not."""

import pytest

from distribution.register.made import AT, BY, ID, finding, record
from xlbudget.distribution.register.issued import IssuedWorkbook, record_issued
from xlbudget.distribution.register.school import CampaignSchool, record_schools
from xlbudget.distribution.register.status import missing_schools, status_of
from xlbudget.distribution.register.submissions.state import State


def rows(register):
    return {one.school.school_id: one for one in status_of(register, ID).schools}


def test_a_school_that_sent_nothing_is_missing(register):
    assert {one.state for one in rows(register).values()} == {State.MISSING}
    assert status_of(register, ID).counts[State.MISSING] == 3


def test_each_school_is_counted_once(register):
    record(register, 1, "0001")
    record(register, 2, "0001", later=1)
    record(register, 3, "0002", judged=State.REJECTED, reason="No sheet “My lines”")
    counts = {state: count for state, count in status_of(register, ID).counts.items() if count}
    assert counts == {State.ACCEPTED: 1, State.REJECTED: 1, State.MISSING: 1}
    assert rows(register)["0001"].versions == 2
    assert rows(register)["0002"].reason == "No sheet “My lines”"


def test_the_submission_that_counts_is_shown_with_what_came_after_it(register):
    key = record(register, 1, judged=State.WITH_WARNINGS, findings=[finding(1), finding(2)])
    record(register, 2, later=1, judged=State.REJECTED)
    row = rows(register)["0001"]
    assert (row.state, row.newest) == (State.WITH_WARNINGS, State.REJECTED)
    assert (row.submission_id, row.received_name) == (key.submission_id, "reply-1.xlsx")
    assert (row.fatal, row.warnings) == (0, 2)


def test_a_school_that_is_not_expected_is_not_missing(register):
    record_schools(
        register,
        ID,
        [CampaignSchool(school_id="0003", name="Closed", expected=False)],
        by=BY,
        at=AT,
    )
    assert status_of(register, ID).counts[State.MISSING] == 2


def test_missing_schools_are_those_of_the_status(register):
    school = CampaignSchool(school_id="0003", name="Closed", expected=False)
    record_schools(register, ID, [school], by=BY, at=AT)
    record(register, 1, "0001", judged=State.REJECTED)
    record(register, 2, None, judged=State.NOT_ISSUED)
    missing = [row.school for row in rows(register).values() if row.state is State.MISSING]
    assert [one.school_id for one in missing] == ["0002", "0003"]
    assert missing_schools(register, ID) == tuple(one for one in missing if one.expected)


def test_files_of_no_school_are_counted_apart(register):
    record(register, 1, None, judged=State.NOT_ISSUED)
    record(register, 2, None, judged=State.REJECTED)
    assert status_of(register, ID).unknown == 2
    assert status_of(register, ID).counts[State.NOT_ISSUED] == 0


@pytest.mark.parametrize("hours", [(1, 2), (2, 1)])
def test_the_last_issue_is_told(register, hours):
    for hour in hours:
        one = IssuedWorkbook(
            workbook_id=f"w{hour}",
            school_id="0002",
            file_name="x",
            sha256=str(hour),
            template_version="v1.0",
            structure_digest="d",
            issued_at=AT.replace(hour=hour),
        )
        record_issued(register, ID, [one], by=BY)
    assert rows(register)["0002"].issued_at == AT.replace(hour=2)
    assert rows(register)["0001"].issued_at is None
