"""How a large campaign is told: what needs somebody, the rest counted."""

from dataclasses import replace

import pytest

from distribution.played import AT, ID, TODAY, on_disk
from xlbudget.distribution.decided_earlier import DecidedEarlier
from xlbudget.distribution.register.decision import Decision, Verdict
from xlbudget.distribution.register.event import Event
from xlbudget.distribution.status import campaign_status
from xlbudget.hosts.status_shown import put_earlier, put_status, put_trail


@pytest.fixture(scope="module")
def status(tmp_path_factory):
    with on_disk(tmp_path_factory.mktemp("played")).register() as register:
        return campaign_status(register, ID, TODAY)


def test_of_many_schools_those_that_need_nothing_are_counted(status, capsys):
    good, _, bad, _ = status.schools
    put_status(replace(status, schools=(*[good] * 60, *[bad] * 45)), ())
    told = capsys.readouterr().out
    assert "Oak School" not in told
    assert "5 more schools have things to do; --json tells all." in told
    assert "Of 60 schools nothing is needed; --json tells all." in told
    assert "35 more schools have findings; --json tells all." in told


def test_of_many_findings_the_gravest_are_told(status, capsys):
    report = status.schools[1]
    warning = report.findings[0]
    fatal = status.schools[2].findings[0]
    many = replace(report, findings=(*[warning] * 6, fatal))
    put_status(replace(status, schools=(many,)), ())
    lines = capsys.readouterr().out.splitlines()
    found = [line.split(":")[0].strip() for line in lines if "K12" in line]
    assert found == ["fatal", *["warning"] * 4]
    assert "   2 more findings; --json tells all." in lines


def test_lines_that_changed_after_their_decision_are_told(capsys):
    decision = Decision(state=Verdict.APPROVED, reason="x", by="y", at=AT, rule="cost>0")
    put_earlier([DecidedEarlier("S1", "L1", decision, None, None)])
    told = capsys.readouterr().out
    assert "Decided on an earlier version (1)" in told
    assert "it came with a later version" in told


def test_earlier_events_are_counted(capsys):
    put_trail([Event(at=AT, who="Kim", what="line approved", subject="S1")], left_out=1)
    told = capsys.readouterr().out
    assert "2026-03-01 12:30  Kim  line approved  S1" in told
    assert "1 more earlier event; --json tells all." in told
