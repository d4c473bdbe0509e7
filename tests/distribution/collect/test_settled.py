"""settled: a file is recorded in its turn, and told as it stands when all are recorded."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from distribution.collect.made import AT, BY, issued
from xlbudget.distribution.collect.desk import desk_of
from xlbudget.distribution.collect.judged import KNOWN, judged_by
from xlbudget.distribution.collect.judged_file import Task
from xlbudget.distribution.collect.recorder import Recorder
from xlbudget.distribution.collect.settled import as_recorded, settled
from xlbudget.distribution.inbox import InboxCode, Reply
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.work import Failure, Outcome

DAY = datetime(2026, 3, 2, tzinfo=UTC)
SOUND = replace(judged_by(()), school_id="S1")


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    """A campaign that was issued."""
    return issued(tmp_path_factory.mktemp("settled") / "fy27")


@pytest.fixture
def recorder(campaign):
    """What records in its register."""
    with open_register(campaign.root, at=AT) as register:
        yield Recorder(register, campaign.folder.facts.campaign_id, AT, BY)


def outcome(campaign, number, result=SOUND, *, days=0, findings=(), failure=None):
    digest = f"{number:064}"
    when = DAY + timedelta(days=days)
    reply = Reply((f"{number}.xlsx",), digest, 5, when, findings=findings)
    return Outcome(0, Task(reply, desk_of(campaign.folder, None)), result, failure)


def test_an_earlier_file_is_told_as_superseded_in_the_end(campaign, recorder):
    files = [
        settled(recorder, outcome(campaign, number, days=number), dry_run=False)
        for number in (1, 2)
    ]
    assert [one.state for one in files] == [State.ACCEPTED, State.ACCEPTED]
    told = list(as_recorded(recorder, files, dry_run=False))
    assert [one.state for one in told] == [State.SUPERSEDED, State.ACCEPTED]
    assert told[0].reason == "A later file of the school counts in its place"
    assert [one.is_new for one in told] == [True, True]


def test_a_dry_run_records_nothing_and_tells_what_is_known(campaign, recorder):
    settled(recorder, outcome(campaign, 3), dry_run=False)
    new = settled(recorder, outcome(campaign, 4), dry_run=True)
    again = settled(recorder, outcome(campaign, 3, KNOWN), dry_run=True)
    told = list(as_recorded(recorder, [new, again], dry_run=True))
    assert [(one.is_new, one.school_id) for one in told] == [(True, "S1"), (False, "S1")]
    assert told[1].reason != KNOWN.reason


def test_a_file_that_is_still_copied_is_left_for_the_next_run(campaign, recorder):
    copying = InboxCode.COPYING.at("5.xlsx", "It is copied", "It is whole", "Wait")
    late = outcome(campaign, 5, judged_by((copying,)), findings=(copying,))
    assert settled(recorder, late, dry_run=False).state is State.REJECTED
    assert recorder.known(late.item.reply) is None


def test_a_file_that_could_not_be_judged_is_rejected_in_words(campaign, recorder):
    failure = Failure("Looking into it ended the program", "It does not", "Save it anew")
    file = settled(recorder, outcome(campaign, 6, None, failure=failure), dry_run=False)
    assert (file.state, file.findings[0].code) == (State.REJECTED, "XLH-01")
    assert file.reason == failure.saw
