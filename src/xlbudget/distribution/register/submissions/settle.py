"""Which of a school's submissions counts: the accepted one with the latest file time.

The answer does not depend on the order in which files were collected, nor on how many programs
collected them.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update
from sqlalchemy.engine import RowMapping

from xlbudget.distribution.register.event import Event, add_events
from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.submissions.roll_up import add_changes
from xlbudget.distribution.register.submissions.state import ACCEPTED, State


def settle(
    connection: Connection, campaign_id: str, school_id: str, *, by: str, at: datetime
) -> None:
    """Let one submission of a school count, and mark the others as superseded.

    Args:
        connection: A connection within a transaction that has locked the school.
        campaign_id: The campaign.
        school_id: The school.
        by: Who collects.
        at: Now, with a time zone.

    """
    rows = _accepted(connection, campaign_id, school_id)
    winner = rows[0]["submission_id"] if rows else None
    changes: dict[int, int] = {}
    events = []
    for row in rows:
        counts = row["submission_id"] == winner
        change = counts - State(row["state"]).counts
        if change:
            changes[row["submission_id"]] = change
        if change or (row["superseded_by"] != winner and not counts):
            _mark(connection, row, None if counts else winner)
        if change < 0:
            details = {"sha256": row["sha256"], "file": row["received_name"]}
            what = "submission superseded"
            events.append(Event(at=at, who=by, what=what, subject=school_id, details=details))
    add_changes(connection, campaign_id, changes)
    add_events(connection, campaign_id, events)


def _accepted(connection: Connection, campaign_id: str, school_id: str) -> list[RowMapping]:
    table = tables.submission
    names = ("submission_id", "sha256", "received_name", "judged", "state", "superseded_by")
    query = select(*(table.c[name] for name in names)).where(
        table.c.campaign_id == campaign_id,
        table.c.school_id == school_id,
        table.c.judged.in_(ACCEPTED),
    )
    latest = query.order_by(table.c.received_at.desc(), table.c.sha256.desc())
    return list(connection.execute(latest).mappings())


def _mark(connection: Connection, row: RowMapping, superseded_by: int | None) -> None:
    table = tables.submission
    state = row["judged"] if superseded_by is None else State.SUPERSEDED
    connection.execute(
        update(table)
        .where(table.c.submission_id == row["submission_id"])
        .values(state=state, superseded_by=superseded_by)
    )
