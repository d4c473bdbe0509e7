"""A consolidation: what went into a district's workbook, and what it came to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, insert, select
from sqlalchemy.engine import RowMapping

from xlbudget.distribution.register.event import Event, add_event
from xlbudget.distribution.register.known import lock_campaign
from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.bulk import insert_rows
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.transaction import reading, write


@dataclass(frozen=True, slots=True, kw_only=True)
class Consolidation:
    """One time that the accepted submissions were put together."""

    digest: str  # of everything that went in
    totals: Mapping[str, object]  # plain as in JSON
    file: str  # the workbook's name
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptConsolidation:
    """A consolidation as the register keeps it."""

    consolidation_id: int
    consolidation: Consolidation


def record_consolidation(
    register: Register,
    campaign_id: str,
    consolidation: Consolidation,
    submission_ids: Collection[int],
) -> bool:
    """Record a consolidation; return False when the last one had the same digest and file.

    Args:
        register: The open register.
        campaign_id: The campaign, which is recorded already.
        consolidation: What it came to.
        submission_ids: The submissions that went in.

    Raises:
        UnknownChoiceError: The register has no such campaign.

    """
    return write(register, partial(_record, campaign_id, consolidation, submission_ids))


def consolidations_of(register: Register, campaign_id: str) -> tuple[KeptConsolidation, ...]:
    """Return the consolidations of a campaign, oldest first."""
    table = tables.consolidation
    query = select(table).where(table.c.campaign_id == campaign_id)
    with reading(register) as connection:
        rows = connection.execute(query.order_by(table.c.consolidation_id)).mappings()
        return tuple(_kept(row) for row in rows)


def submissions_in(register: Register, consolidation_id: int) -> frozenset[int]:
    """Return the ids of the submissions that went into a consolidation."""
    table = tables.consolidated_submission
    query = select(table.c.submission_id).where(table.c.consolidation_id == consolidation_id)
    with reading(register) as connection:
        return frozenset(connection.scalars(query))


def _record(
    campaign_id: str,
    consolidation: Consolidation,
    submission_ids: Collection[int],
    connection: Connection,
) -> bool:
    lock_campaign(connection, campaign_id)
    table = tables.consolidation
    query = select(table.c.digest, table.c.file).where(table.c.campaign_id == campaign_id)
    last = connection.execute(query.order_by(table.c.consolidation_id.desc()).limit(1)).first()
    if last is not None and tuple(last) == (consolidation.digest, consolidation.file):
        return False
    facts = {
        "campaign_id": campaign_id,
        "at": consolidation.at,
        "by": consolidation.by,
        "digest": consolidation.digest,
        "totals": dict(consolidation.totals),
        "file": consolidation.file,
    }
    key = connection.execute(insert(table).values(facts).returning(table.c[0])).scalar_one()
    rows = [(key, submission_id) for submission_id in sorted(set(submission_ids))]
    insert_rows(connection, tables.consolidated_submission, rows)
    details = {"file": consolidation.file, "submissions": len(rows), "digest": facts["digest"]}
    event = Event(
        at=consolidation.at,
        who=consolidation.by,
        what="consolidated",
        subject=campaign_id,
        details=details,
    )
    add_event(connection, campaign_id, event)
    return True


def _kept(row: RowMapping) -> KeptConsolidation:
    facts = {name: row[name] for name in ("digest", "totals", "file", "by", "at")}
    return KeptConsolidation(row["consolidation_id"], Consolidation(**facts))
