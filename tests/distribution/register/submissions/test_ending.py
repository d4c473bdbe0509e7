"""endings_of: how files stand now, many at a time."""

from distribution.register.made import ID, finding, record, submission
from xlbudget.distribution.register.submissions.ending import Ending, endings_of
from xlbudget.distribution.register.submissions.state import State


def digest(number):
    return submission(number).sha256


def test_files_are_told_with_state_reason_school_and_findings(register):
    record(register, 1, later=1, reason="First", findings=[finding(3), finding(2)])
    record(register, 2, later=2, reason="Second")
    record(register, 3, None, judged=State.NOT_ISSUED, reason="Whose?", findings=[finding(1)])
    assert endings_of(register, ID, [digest(1), digest(2), digest(3), "never"]) == {
        digest(1): Ending(State.SUPERSEDED, "First", "0001", (finding(3), finding(2))),
        digest(2): Ending(State.ACCEPTED, "Second", "0001", ()),
        digest(3): Ending(State.NOT_ISSUED, "Whose?", "", (finding(1),)),
    }
    assert endings_of(register, ID, []) == endings_of(register, "other", [digest(1)]) == {}
