"""The audit trail: in order, and nobody can change it."""

import pytest
from sqlalchemy import delete, update

from distribution.register.made import AT, BY, ID, record
from xlbudget.distribution.register.event import events_of
from xlbudget.distribution.register.store.tables import event
from xlbudget.distribution.register.store.transaction import write
from xlbudget.distribution.register.submissions.state import State
from xlbudget.errors import RegisterError


def test_events_come_in_the_order_in_which_things_were_done(register):
    record(register, 1, None, judged=State.REJECTED)
    trail = list(events_of(register, ID))
    assert [one.what for one in trail] == [
        "campaign recorded",
        *["school recorded"] * 3,
        "submission recorded",
    ]
    assert {(one.at, one.who) for one in trail} == {(AT, BY)}
    assert trail[-1].subject == trail[-1].details["sha256"]


@pytest.mark.parametrize(
    "change", [update(event).values(who="nobody"), delete(event)], ids=["change", "delete"]
)
def test_the_database_refuses_to_change_the_trail(register, change):
    before = list(events_of(register, ID))
    with pytest.raises(RegisterError, match="audit trail is never changed"):
        write(register, lambda connection: connection.execute(change))
    assert list(events_of(register, ID)) == before
