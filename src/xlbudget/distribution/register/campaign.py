"""A campaign: one round of asking every school for its budget."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import partial

from sqlalchemy import Connection, insert, select, update

from xlbudget.distribution.register.event import Event, add_event
from xlbudget.distribution.register.known import no_campaign
from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.transaction import reading, write


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """One round of asking every school for its budget."""

    campaign_id: str
    title: str
    district: str  # its name
    base_fiscal_year: int  # 2027 for FY 2026-27
    due_date: date | None
    template_id: str
    template_version: str  # in the form v1.0
    template_digest: str  # SHA-256 of the template that was sent
    created_at: datetime


def record_campaign(register: Register, campaign: Campaign, *, by: str) -> bool:
    """Record a campaign, or what has changed in it; return whether anything has.

    Args:
        register: The open register.
        campaign: Its facts; ``created_at`` of the first time is kept.
        by: Who does it.

    """
    return write(register, partial(_record, campaign, by))


def campaign_of(register: Register, campaign_id: str) -> Campaign:
    """Return a campaign.

    Raises:
        UnknownChoiceError: The register has none of that id.

    """
    with reading(register) as connection:
        found = _found(connection, campaign_id)
    if found is None:
        raise no_campaign(campaign_id)
    return found


def _record(campaign: Campaign, by: str, connection: Connection) -> bool:
    known = _found(connection, campaign.campaign_id, lock=True)
    facts = asdict(campaign)
    if known is None:
        connection.execute(insert(tables.campaign), facts)
        changed = {"title": campaign.title}
    else:
        changed = {key: facts[key] for key, old in asdict(known).items() if facts[key] != old}
        changed.pop("created_at", None)
        if not changed:
            return False
        table = tables.campaign
        same = table.c.campaign_id == campaign.campaign_id
        connection.execute(update(table).where(same).values(changed))
    event = Event(
        at=campaign.created_at,
        who=by,
        what="campaign recorded" if known is None else "campaign changed",
        subject=campaign.campaign_id,
        details={key: str(value) for key, value in changed.items()},
    )
    add_event(connection, campaign.campaign_id, event)
    return True


def _found(connection: Connection, campaign_id: str, *, lock: bool = False) -> Campaign | None:
    query = select(tables.campaign).where(tables.campaign.c.campaign_id == campaign_id)
    if lock:
        query = query.with_for_update(key_share=True)
    row = connection.execute(query).mappings().first()
    return None if row is None else Campaign(**row)
