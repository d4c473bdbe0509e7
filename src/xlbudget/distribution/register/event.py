"""The audit trail: who did what, when, on what.  It only grows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, insert, select

from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.transaction import reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that was done."""

    at: datetime
    who: str
    what: str  # in a few words: "submission recorded"
    subject: str  # on what: a school's id, a workbook's id, a file's digest
    details: Mapping[str, object] = field(default_factory=dict)  # plain values, as in JSON


def add_event(connection: Connection, campaign_id: str, event: Event) -> None:
    """Write an event within the transaction of what it tells of."""
    add_events(connection, campaign_id, [event])


def add_events(connection: Connection, campaign_id: str, events: list[Event]) -> None:
    """Write events within the transaction of what they tell of."""
    rows = [
        {
            "campaign_id": campaign_id,
            "at": event.at,
            "who": event.who,
            "what": event.what,
            "subject": event.subject,
            "details": dict(event.details),
        }
        for event in events
    ]
    if rows:
        connection.execute(insert(tables.event), rows)


def events_of(register: Register, campaign_id: str, subject: str | None = None) -> Iterator[Event]:
    """Give the audit trail of a campaign, oldest first.

    Args:
        register: The open register.
        campaign_id: The campaign.
        subject: Only what was done on this: a school's id, a workbook's id, a file's digest.

    """
    table = tables.event
    query = select(table.c.at, table.c.who, table.c.what, table.c.subject, table.c.details)
    query = query.where(table.c.campaign_id == campaign_id).order_by(table.c.event_id)
    if subject is not None:
        query = query.where(table.c.subject == subject)
    with reading(register) as connection:
        for row in connection.execution_options(yield_per=1000).execute(query):
            yield Event(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it
