"""Lines that changed after they were decided."""

from dataclasses import replace
from decimal import Decimal

import pytest

from distribution.played import ANSWER, AT, BY, ID, LATER, SECOND, line_item, reject, send
from xlbudget.distribution.decided_earlier import decided_earlier
from xlbudget.distribution.register.decision import Decision, Verdict, decide

CHANGED = (
    replace(ANSWER[0], quantity=Decimal(20)),
    *(replace(line, justification="It helps readers") for line in ANSWER[1:2]),
    *ANSWER[3:],
    line_item("S1-N09", "S1"),
)


def told(register):
    return {one.line_id: str(one) for one in decided_earlier(register, ID)}


def approve_all(register):
    facts = {"state": Verdict.APPROVED, "reason": "good", "by": BY, "at": LATER}
    decide(register, ID, Decision(rule="cost>0", **facts))


def test_nothing_is_told_while_nothing_is_decided_or_nothing_came_after(played):
    assert told(played) == {}
    reject(played)
    assert told(played) == {}


def test_a_line_that_a_later_version_changed_or_lacks_is_named(played):
    reject(played, "S1-L1", "S1")
    reject(played, "S1-N02", "S1")
    reject(played, "S1-N03", "S1")
    send(played, "S1", CHANGED, days=20)
    # 12 and 20 licenses at 100.00 over five years, prices growing by 4 %
    assert told(played) == {
        "S1-L1": "it cost $6,499.59, and costs $10,832.65 in a later version",
        "S1-N02": "it cost $5,000.00, and a later version does not have it",
    }


def test_what_a_rule_was_not_shown_is_named(played):
    approve_all(played)
    send(played, "S1", CHANGED, days=20)
    words = told(played)
    assert words["S1-N09"] == "it came with a later version"
    assert words["S1-N01"] == "a later version states it otherwise, at the same cost"
    assert words.keys() == {"S1-L1", "S1-N01", "S1-N02", "S1-N09"}


def test_only_the_decision_that_counts_is_told(played):
    reject(played, "S2-L1", at=AT.replace(month=4))
    approve_all(played)
    send(played, "S2", (replace(SECOND[0], quantity=Decimal(1)), SECOND[1]), days=40)
    (one,) = decided_earlier(played, ID)
    assert (one.line_id, one.decision.state) == ("S2-L1", Verdict.REJECTED)


def test_a_decision_on_the_new_version_settles_it(played):
    reject(played, "S2-L1")
    send(played, "S2", (replace(SECOND[0], quantity=Decimal(1)),), days=20)
    assert told(played).keys() == {"S2-L1"}
    reject(played, "S2-L1", at=LATER.replace(month=4))
    assert told(played).keys() == {"S2-L1"}  # the same words again are no new decision
    facts = {"state": Verdict.APPROVED, "reason": "fewer", "by": BY, "at": LATER.replace(month=4)}
    decide(played, ID, Decision(school_id="S2", line_id="S2-L1", **facts))
    assert told(played) == {}


@pytest.mark.parametrize("hours", [-1, 0])
def test_a_decision_before_anything_came_home_is_about_no_version(played, hours):
    reject(played, "S1-L1", "S1", at=AT.replace(hour=12 + hours))
    assert told(played) == {}
