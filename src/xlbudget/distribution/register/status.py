"""Who has answered and who has not: one row per school, and counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from xlbudget.distribution.register.school import CampaignSchool, known_schools
from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.transaction import reading
from xlbudget.distribution.register.submissions.state import State
from xlbudget.model.finding import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolStatus:
    """How it stands with one school.

    ``state`` is that of the submission that counts; when none counts, that of the newest one,
    and missing when nothing came home.  ``newest`` is the state of the newest file: a school
    whose answer counts may have sent another one that was rejected.
    """

    school: CampaignSchool
    issued_at: datetime | None  # the last time; None when nothing was issued
    state: State
    newest: State
    versions: int
    submission_id: int | None = None
    received_name: str = ""
    received_at: datetime | None = None
    reason: str = ""
    fatal: int = 0  # findings of the submission
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class Status:
    """Who has answered, and how that ended."""

    schools: tuple[SchoolStatus, ...]  # in the order of their ids
    counts: Mapping[State, int]  # schools by state; a school that is not expected is never missing
    unknown: int  # files that name no school of the campaign


class _Found(NamedTuple):
    submission_id: int
    school_id: str
    state: State
    received_name: str
    received_at: datetime
    reason: str


def status_of(register: Register, campaign_id: str) -> Status:
    """Return who has answered and who has not."""
    with reading(register) as connection:
        schools = known_schools(connection, campaign_id).values()
        issued = _issued(connection, campaign_id)
        found = _submissions(connection, campaign_id)
        counts = _findings(connection, campaign_id)
    rows = tuple(
        _row(school, issued.get(school.school_id), found.get(school.school_id, []), counts)
        for school in schools
    )
    asked = [row for row in rows if row.school.expected or row.versions]
    by_state = Counter(row.state for row in asked)
    return Status(rows, {state: by_state[state] for state in State}, len(found.get("", ())))


def missing_schools(register: Register, campaign_id: str) -> tuple[CampaignSchool, ...]:
    """Return the schools that are asked and of which nothing came home, in the order of ids."""
    school, submission = tables.school, tables.submission
    came = select(submission.c.school_id).where(
        submission.c.campaign_id == campaign_id, submission.c.school_id == school.c.school_id
    )
    query = select(*(school.c[item.name] for item in fields(CampaignSchool))).where(
        school.c.campaign_id == campaign_id, school.c.expected, ~came.exists()
    )
    with reading(register) as connection:
        rows = connection.execute(query.order_by(school.c.school_id)).mappings()
        return tuple(CampaignSchool(**row) for row in rows)


def _row(
    school: CampaignSchool,
    issued_at: datetime | None,
    found: list[_Found],
    counts: Mapping[tuple[int, str], int],
) -> SchoolStatus:
    """Return how it stands with a school, given its submissions, the oldest first."""
    newest = State.MISSING if not found else found[-1].state
    shown = next((one for one in reversed(found) if one.state.counts), None)
    shown = shown or (found[-1] if found else None)
    facts: dict[str, Any] = {}
    if shown is not None:
        facts = {
            "submission_id": shown.submission_id,
            "received_name": shown.received_name,
            "received_at": shown.received_at,
            "reason": shown.reason,
            "fatal": counts.get((shown.submission_id, Severity.FATAL), 0),
            "warnings": counts.get((shown.submission_id, Severity.WARNING), 0),
        }
    return SchoolStatus(
        school=school,
        issued_at=issued_at,
        state=shown.state if shown else State.MISSING,
        newest=newest,
        versions=len(found),
        **facts,
    )


def _issued(connection: Connection, campaign_id: str) -> dict[str, datetime]:
    table = tables.issued_workbook
    query = select(table.c.school_id, func.max(table.c.issued_at)).group_by(table.c.school_id)
    rows = connection.execute(query.where(table.c.campaign_id == campaign_id))
    return {school_id: at for school_id, at in rows}  # noqa: C416 - rows are no pairs to mypy


def _submissions(connection: Connection, campaign_id: str) -> dict[str, list[_Found]]:
    """Return the submissions by school, the oldest first; those of no school under ``""``."""
    table = tables.submission
    query = select(*(table.c[name] for name in _Found._fields))
    query = query.where(table.c.campaign_id == campaign_id)
    found: dict[str, list[_Found]] = defaultdict(list)
    for row in connection.execute(query.order_by(table.c.received_at, table.c.sha256)):
        one = _Found(*row)
        found[one.school_id or ""].append(one._replace(state=State(one.state)))
    return found


def _findings(connection: Connection, campaign_id: str) -> dict[tuple[int, str], int]:
    """Return how many findings of each severity a submission has."""
    finding, submission = tables.finding, tables.submission
    keys = (finding.c.submission_id, finding.c.severity)
    query = (
        select(*keys, func.count())
        .join(submission, submission.c.submission_id == finding.c.submission_id)
        .where(submission.c.campaign_id == campaign_id)
        .group_by(*keys)
    )
    return {(key, severity): count for key, severity, count in connection.execute(query)}
