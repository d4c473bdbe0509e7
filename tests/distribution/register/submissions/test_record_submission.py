"""Recording what came home: once, whole, and the latest accepted version counts."""

from dataclasses import replace

import pytest

from distribution.register.made import (
    AT,
    BY,
    CAMPAIGN,
    ID,
    collect,
    everything,
    finding,
    line,
    submission,
)
from distribution.register.made import record as record_one
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.campaign import record_campaign
from xlbudget.distribution.register.event import events_of
from xlbudget.distribution.register.school import CampaignSchool, record_schools
from xlbudget.distribution.register.submissions.record_submission import record_submission
from xlbudget.distribution.register.submissions.roll_up import rescan, roll_up
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.register.submissions.submission import (
    findings_of,
    lines_of,
    submissions_of,
)
from xlbudget.errors import ShapeError, UnknownChoiceError


def states(register):
    """Number of each file, and how it stands now."""
    return {
        int(one.submission.received_name[6:-5]): one.state for one in submissions_of(register, ID)
    }


def asked(register):
    """Dollars that the campaign's totals come to; kept ones and summed ones must agree."""
    assert roll_up(register, ID) == rescan(register, ID)
    return float(sum(total.amount for total in roll_up(register, ID)))


# --- once
def test_the_same_bytes_are_one_submission_and_change_nothing(register):
    first = record_one(register, 1, lines=[line(1)], findings=[finding(1)])
    before = everything(register)
    second = record_one(register, 1, lines=[line(1)], findings=[finding(1)])
    assert (first.is_new, second.is_new) == (True, False)
    assert first.submission_id == second.submission_id
    assert second.state == State.ACCEPTED
    assert everything(register) == before


def test_collecting_again_changes_nothing(register):
    collect(register, 3, versions=3)
    before = everything(register)
    collect(register, 3, versions=3)
    assert everything(register) == before


def test_the_same_bytes_may_come_home_in_another_campaign(register):
    record_one(register, 1, None, judged=State.REJECTED)
    record_campaign(register, replace(CAMPAIGN, campaign_id="fy28"), by=BY)
    stranger = submission(1, None, judged=State.NOT_ISSUED)
    assert record_submission(register, "fy28", stranger, by=BY, at=AT).is_new
    assert states(register) == {1: State.REJECTED}


# --- which version counts
@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2)])
def test_the_latest_file_counts_in_whatever_order_files_are_collected(register, order):
    for number in order:
        record_one(register, number, later=number, lines=[line(1, amount=f"{number}.00")])
    assert states(register) == {1: "superseded", 2: "superseded", 3: "accepted"}
    winner = list(submissions_of(register, ID))[-1].submission_id
    assert {one.superseded_by for one in submissions_of(register, ID)} == {winner, None}
    assert asked(register) == 6.00  # 3 dollars in each of two years


def test_a_rejected_file_takes_nobodys_place(register):
    record_one(register, 1, lines=[line(1)])
    record_one(register, 2, later=5, judged=State.REJECTED, lines=[line(2)])
    assert states(register) == {1: State.ACCEPTED, 2: State.REJECTED}
    assert asked(register) == 2401.00


def test_schools_do_not_touch_one_another(register):
    record_one(register, 1, "0001")
    record_one(register, 2, "0002", judged=State.WITH_WARNINGS)
    assert states(register) == {1: State.ACCEPTED, 2: State.WITH_WARNINGS}


def test_being_superseded_stands_in_the_audit_trail(register):
    record_one(register, 1)
    record_one(register, 2, later=1)
    told = [one for one in events_of(register, ID, "0001") if one.what.startswith("submission")]
    assert [one.what for one in told] == [
        "submission recorded",
        "submission superseded",
        "submission recorded",
    ]
    assert told[1].details["file"] == "reply-1.xlsx"


# --- judged anew
def test_a_file_of_an_unknown_school_is_judged_anew_once_the_school_is_known(register):
    record_one(register, 1, None, judged=State.NOT_ISSUED, findings=[finding(1)])
    record_schools(register, ID, [CampaignSchool(school_id="0009", name="New")], by=BY, at=AT)
    again = record_one(register, 1, "0009", lines=[line(1)], again=True)
    assert (again.is_new, again.state) == (False, State.ACCEPTED)
    assert lines_of(register, again.submission_id) == (line(1),)
    assert findings_of(register, again.submission_id) == ()
    assert asked(register) == 2401.00


def test_without_being_asked_nothing_is_judged_anew(register):
    record_one(register, 1, None, judged=State.NOT_ISSUED)
    assert record_one(register, 1, "0001").state == State.NOT_ISSUED


def test_a_submission_that_is_rejected_on_second_thought_gives_its_place_back(register):
    record_one(register, 1, lines=[line(1, amount="1.00")])
    record_one(register, 2, later=1, lines=[line(1, amount="2.00")])
    record_one(register, 2, later=1, judged=State.REJECTED, again=True)
    assert states(register) == {1: State.ACCEPTED, 2: State.REJECTED}
    assert asked(register) == 2.00


# --- refusals
@pytest.mark.parametrize("judged", [State.MISSING, State.SUPERSEDED])
def test_states_that_follow_from_other_files_are_refused(register, judged):
    with pytest.raises(UnknownChoiceError, match=f"said to be {judged}"):
        record_one(register, 1, judged=judged)


def test_an_accepted_file_without_a_school_is_refused(register):
    with pytest.raises(UnknownChoiceError, match="no school is named"):
        record_one(register, 1, None)


def test_a_school_that_is_not_in_the_campaign_is_refused(register):
    with pytest.raises(UnknownChoiceError, match="no school 9999"):
        record_one(register, 1, "9999")
    assert states(register) == {}


def test_repeated_line_ids_are_refused_and_nothing_is_recorded(register):
    with pytest.raises(ShapeError, match="L001 stands in the file 2 times"):
        record_one(register, 1, lines=[line(1), line(1)])
    assert states(register) == {}


def test_a_campaign_that_is_not_there_is_refused(where):
    with (
        open_register(where, at=AT) as register,
        pytest.raises(UnknownChoiceError, match="no campaign"),
    ):
        record_one(register, 1, None, judged=State.REJECTED)
