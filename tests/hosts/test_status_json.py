"""The values of records as JSON has them."""

import json
from datetime import date

from distribution.played import AT, BY
from xlbudget.distribution.decided_earlier import DecidedEarlier
from xlbudget.distribution.register.decision import Decision, Verdict
from xlbudget.hosts.status_json import decision_json, earlier_json, moment, plain

DECISION = Decision(
    state=Verdict.CONDITIONAL,
    reason="Pilot",
    by=BY,
    at=AT,
    school_id="S1",
    line_id="L1",
    condition="Scores rise",
    due_date=date(2027, 2, 1),
)


def test_a_decision_is_plain():
    facts = json.loads(json.dumps(decision_json(DECISION)))
    assert facts["state"] == "conditional"
    assert (facts["at"], facts["due_date"]) == ("2026-03-01T12:30:00+00:00", "2027-02-01")


def test_a_line_that_is_gone_has_no_cost():
    facts = earlier_json(DecidedEarlier("S1", "L1", DECISION, None, None))
    assert (facts["was"], facts["costs"]) == (None, None)
    assert facts["in_words"] == "it came with a later version"


def test_what_there_is_not_is_null():
    assert (moment(None), plain(None), plain("x")) == (None, None, "x")
