"""How files ended that came home, many at a time, with what was found in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.transaction import reading
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.register.submissions.submission import finding_of
from xlbudget.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Ending:
    """How a file stands now.

    Attributes:
        state: How it stands.
        reason: Why it was judged so.
        school_id: Its school; "" when none is known.
        findings: What was found in it.

    """

    state: State
    reason: str
    school_id: str
    findings: tuple[Finding, ...]


def endings_of(register: Register, campaign_id: str, digests: Collection[str]) -> dict[str, Ending]:
    """Return how files stand, by the SHA-256 of their bytes; those that never came are left out.

    Args:
        register: The open register.
        campaign_id: The campaign.
        digests: Of the files; a few hundred at most.

    """
    table = tables.submission
    names = ("submission_id", "sha256", "state", "reason", "school_id")
    query = select(*(table.c[name] for name in names)).where(
        table.c.campaign_id == campaign_id, table.c.sha256.in_(digests)
    )
    with reading(register) as connection:
        rows = connection.execute(query).all()
        findings = _findings(connection, [row.submission_id for row in rows])
    return {
        row.sha256: Ending(
            State(row.state), row.reason, row.school_id or "", tuple(findings[row.submission_id])
        )
        for row in rows
    }


def _findings(connection: Connection, keys: Collection[int]) -> dict[int, list[Finding]]:
    table = tables.finding
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    query = select(table).where(table.c.submission_id.in_(keys))
    ordered = query.order_by(table.c.submission_id, table.c.position)
    for row in connection.execute(ordered).mappings():
        found[row["submission_id"]].append(finding_of(row))
    return found
