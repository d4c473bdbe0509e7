"""A school of a campaign: whom to write to, and whether an answer is expected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, Update, bindparam, insert, select, update

from xlbudget.distribution.register.event import Event, add_events
from xlbudget.distribution.register.known import lock_campaign
from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.transaction import reading, write


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignSchool:
    """A school of a campaign."""

    school_id: str
    name: str
    contact_name: str = ""
    contact_email: str = ""
    expected: bool = True  # whether its answer is waited for


def record_schools(
    register: Register,
    campaign_id: str,
    schools: Iterable[CampaignSchool],
    *,
    by: str,
    at: datetime,
) -> int:
    """Record schools, or what has changed about them; return how many are new or changed.

    A school that is no longer among them stays: say ``expected=False`` when none is expected.

    Args:
        register: The open register.
        campaign_id: The campaign, which is recorded already.
        schools: The schools; the last of two with one id counts.
        by: Who does it.
        at: Now, with a time zone.

    Raises:
        UnknownChoiceError: The register has no such campaign.

    """
    wanted = {school.school_id: school for school in schools}
    return write(register, partial(_record, campaign_id, wanted, by, at))


def schools_of(register: Register, campaign_id: str) -> tuple[CampaignSchool, ...]:
    """Return the schools of a campaign in the order of their ids."""
    with reading(register) as connection:
        return tuple(known_schools(connection, campaign_id).values())


def _record(
    campaign_id: str,
    wanted: dict[str, CampaignSchool],
    by: str,
    at: datetime,
    connection: Connection,
) -> int:
    lock_campaign(connection, campaign_id)
    known = known_schools(connection, campaign_id)
    new = [school for key, school in sorted(wanted.items()) if key not in known]
    changed = [school for key, school in sorted(wanted.items()) if known.get(key, school) != school]
    if new:
        rows = [{"campaign_id": campaign_id, **asdict(school)} for school in new]
        connection.execute(insert(tables.school), rows)
    if changed:
        rows = [
            {f"new_{key}": value for key, value in asdict(school).items()} for school in changed
        ]
        connection.execute(_change(campaign_id), rows)
    add_events(
        connection,
        campaign_id,
        [
            Event(at=at, who=by, what=what, subject=school.school_id, details=asdict(school))
            for what, group in (("school recorded", new), ("school changed", changed))
            for school in group
        ],
    )
    return len(new) + len(changed)


def _change(campaign_id: str) -> Update:
    table = tables.school
    facts = ("name", "contact_name", "contact_email", "expected")
    return (
        update(table)
        .where(table.c.campaign_id == campaign_id, table.c.school_id == bindparam("new_school_id"))
        .values({name: bindparam(f"new_{name}") for name in facts})
    )


def known_schools(connection: Connection, campaign_id: str) -> dict[str, CampaignSchool]:
    """Return the schools of a campaign by id, in the order of their ids."""
    table = tables.school
    names = ("school_id", "name", "contact_name", "contact_email", "expected")
    query = select(*(table.c[name] for name in names))
    query = query.where(table.c.campaign_id == campaign_id).order_by(table.c.school_id)
    rows = connection.execute(query).mappings()
    return {row["school_id"]: CampaignSchool(**row) for row in rows}
