"""A submission: one version of a school's answer, and how it ended.  Every version is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.engine import RowMapping

from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.transaction import reading
from xlbudget.distribution.register.submissions.line import Line, line_of
from xlbudget.distribution.register.submissions.state import ACCEPTED, State
from xlbudget.model.finding import Finding, Place, Severity

_CHUNK = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What collecting learned of one file."""

    sha256: str  # of the file's bytes: its identity
    size: int  # bytes
    received_name: str  # within the inbox: "reply.zip/North/budget.xlsx"
    received_at: datetime  # the file's own time; the later one of two accepted files counts
    judged: State  # one of ``JUDGED``
    school_id: str | None = None  # None when no school of the campaign is known
    workbook_id: str = ""  # as the stamp says it, ours or not
    template_version: str = ""
    reason: str = ""  # in words: why it was rejected, or what was remarkable
    facts: Mapping[str, object] = field(default_factory=dict)  # the rest, plain as in JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A submission as the register keeps it."""

    submission_id: int
    submission: Submission
    state: State  # how it stands now: ``judged``, or superseded
    collected_at: datetime
    superseded_by: int | None


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file that brought a submission; the same bytes may come more than once."""

    name: str
    received_at: datetime
    collected_at: datetime


def submissions_of(
    register: Register, campaign_id: str, school_id: str | None = None
) -> Iterator[Version]:
    """Give every version that came home, of a campaign or of one school, oldest first."""
    table = tables.submission
    query = select(table).where(table.c.campaign_id == campaign_id)
    if school_id is not None:
        query = query.where(table.c.school_id == school_id)
    query = query.order_by(table.c.received_at, table.c.sha256)
    with reading(register) as connection:
        for row in connection.execution_options(yield_per=_CHUNK).execute(query).mappings():
            yield version_of(row)


def submission_of(register: Register, campaign_id: str, sha256: str) -> Version | None:
    """Return the submission that a file's bytes are; None when they never came home."""
    table = tables.submission
    query = select(table).where(table.c.campaign_id == campaign_id, table.c.sha256 == sha256)
    with reading(register) as connection:
        row = connection.execute(query).mappings().first()
    return None if row is None else version_of(row)


def files_of(register: Register, submission_id: int) -> tuple[ReceivedFile, ...]:
    """Return every file that brought a submission, the first one first."""
    table = tables.received_file
    query = select(table.c.name, table.c.received_at, table.c.collected_at)
    query = query.where(table.c.submission_id == submission_id)
    query = query.order_by(table.c.collected_at, table.c.name)
    with reading(register) as connection:
        return tuple(ReceivedFile(*row) for row in connection.execute(query))


def schools_with_several(register: Register, campaign_id: str) -> set[str]:
    """Return the schools of which several files could be read, so that they may say the same."""
    table = tables.submission
    query = select(table.c.school_id).where(
        table.c.campaign_id == campaign_id, table.c.judged.in_({*ACCEPTED, State.DUPLICATE})
    )
    query = query.group_by(table.c.school_id).having(func.count() > 1)
    with reading(register) as connection:
        return set(connection.scalars(query))


def lines_of(register: Register, submission_id: int) -> tuple[Line, ...]:
    """Return the lines of one submission in the order of its file, whatever its state."""
    table = tables.line
    query = select(table).where(table.c.submission_id == submission_id)
    with reading(register) as connection:
        rows = connection.execute(query.order_by(table.c.position)).mappings()
        return tuple(line_of(row) for row in rows)


def findings_of(register: Register, submission_id: int) -> tuple[Finding, ...]:
    """Return the findings of one submission in the order in which they were made."""
    table = tables.finding
    query = select(table).where(table.c.submission_id == submission_id)
    with reading(register) as connection:
        rows = connection.execute(query.order_by(table.c.position)).mappings()
        return tuple(finding_of(row) for row in rows)


def version_of(row: RowMapping) -> Version:
    """Return the submission that a row of its table holds."""
    facts = {item.name: row[item.name] for item in fields(Submission)}
    facts["judged"] = State(row["judged"])
    return Version(
        submission_id=row["submission_id"],
        submission=Submission(**facts),
        state=State(row["state"]),
        collected_at=row["collected_at"],
        superseded_by=row["superseded_by"],
    )


def finding_of(row: RowMapping) -> Finding:
    """Return the finding that a row of its table holds."""
    place = Place(**{item.name: row[item.name] for item in fields(Place)})
    words = {name: row[name] for name in ("code", "saw", "wants", "fix")}
    return Finding(severity=Severity(row["severity"]), place=place, **words)
