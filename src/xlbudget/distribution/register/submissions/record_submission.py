"""Record what came home: a submission with its lines and findings, each file's bytes once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Select, select, update
from sqlalchemy.engine import RowMapping

from xlbudget.distribution.register.event import Event, add_event
from xlbudget.distribution.register.known import check_campaign, lock_schools
from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.moment import storable
from xlbudget.distribution.register.store.once import insert_once
from xlbudget.distribution.register.store.transaction import write
from xlbudget.distribution.register.submissions.contents import LineRows, forget, keep, line_rows
from xlbudget.distribution.register.submissions.line import Line
from xlbudget.distribution.register.submissions.roll_up import add_changes
from xlbudget.distribution.register.submissions.settle import settle
from xlbudget.distribution.register.submissions.state import ACCEPTED, JUDGED, State
from xlbudget.distribution.register.submissions.submission import Submission
from xlbudget.errors import UnknownChoiceError
from xlbudget.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a file."""

    submission_id: int
    state: State  # how the submission stands now
    is_new: bool  # False when the same bytes had come home before


@dataclass(frozen=True, slots=True)
class _Act:
    campaign_id: str
    by: str
    at: datetime
    again: bool
    rows: LineRows
    findings: Sequence[Finding]


def record_submission(
    register: Register,
    campaign_id: str,
    submission: Submission,
    *,
    lines: Sequence[Line] | LineRows = (),
    findings: Sequence[Finding] = (),
    by: str,
    at: datetime,
    again: bool = False,
) -> Recorded:
    """Record one file that came home, whole or not at all.

    The same bytes twice are one submission: the second time only the file's other name is
    kept.  Of a school's accepted submissions the one with the latest file time counts, in
    whatever order they are recorded; the others become superseded.

    Args:
        register: The open register.
        campaign_id: The campaign, which is recorded already.
        submission: What was learned of the file.
        lines: Its lines; ids are unique.  Or what ``line_rows`` made of them.
        findings: What was found in it.
        by: Who collects.
        at: Now, with a time zone.
        again: Whether bytes that are known are judged anew, for instance since their school
            was not in the campaign before.

    Raises:
        UnknownChoiceError: The register has no such campaign or school, or the file is said to
            be superseded or missing, or accepted without a school.
        ShapeError: Two lines have one id, or an amount has parts of a cent.

    """
    _check_judged(submission)
    rows = lines if isinstance(lines, LineRows) else line_rows(lines)
    act = _Act(campaign_id, by, at, again, rows, findings)
    return write(register, partial(_record, act, submission))


def _record(act: _Act, submission: Submission, connection: Connection) -> Recorded:
    query = _by_digest(act.campaign_id, submission.sha256)
    known = connection.execute(query).mappings().first()
    if known is not None and not act.again:
        return _known(connection, known, submission, act.at)
    before = known["school_id"] if known else None
    schools = {school for school in (submission.school_id, before) if school is not None}
    check_campaign(connection, act.campaign_id)
    lock_schools(connection, act.campaign_id, schools)
    is_new = _insert(connection, act, submission)
    row = connection.execute(query).mappings().one()
    if not is_new and not act.again:  # another run has just recorded it
        return _known(connection, row, submission, act.at)
    if not is_new:
        _take_back(connection, act, submission, row)
    key = row["submission_id"]
    keep(connection, key, act.rows, act.findings)
    for school_id in sorted(schools):
        settle(connection, act.campaign_id, school_id, by=act.by, at=act.at)
    add_event(connection, act.campaign_id, _event(act, submission, is_new=is_new))
    _add_file(connection, key, submission, act.at)
    return Recorded(key, _state(connection, key), is_new)


def _known(
    connection: Connection, row: RowMapping, submission: Submission, at: datetime
) -> Recorded:
    """Keep the other name under which known bytes came home."""
    _add_file(connection, row["submission_id"], submission, at)
    return Recorded(row["submission_id"], State(row["state"]), is_new=False)


def _insert(connection: Connection, act: _Act, submission: Submission) -> bool:
    """Insert a submission, unless its bytes are known; return whether it is new."""
    facts = {"campaign_id": act.campaign_id, "collected_at": act.at, **_facts(submission)}
    return insert_once(connection, tables.submission, facts)


def _facts(submission: Submission) -> dict[str, object]:
    """Return the columns of a submission; an accepted one counts once it is settled."""
    facts = {item.name: getattr(submission, item.name) for item in fields(submission)}
    counts = submission.judged.counts
    state = State.SUPERSEDED if counts else submission.judged
    return {**facts, "facts": dict(submission.facts), "state": state, "superseded_by": None}


def _take_back(connection: Connection, act: _Act, submission: Submission, row: RowMapping) -> None:
    """Undo what was recorded of a submission, and put its new facts in their place."""
    key = row["submission_id"]
    if State(row["state"]).counts:
        add_changes(connection, act.campaign_id, {key: -1})
    forget(connection, key)
    table = tables.submission
    same = table.c.submission_id == key
    connection.execute(update(table).where(same).values(_facts(submission)))


def _add_file(connection: Connection, key: int, submission: Submission, at: datetime) -> None:
    facts = {
        "submission_id": key,
        "name": submission.received_name,
        "received_at": submission.received_at,
        "collected_at": at,
    }
    insert_once(connection, tables.received_file, facts)


def _by_digest(campaign_id: str, sha256: str) -> Select[Any]:
    table = tables.submission
    names = ("submission_id", "school_id", "state")
    query = select(*(table.c[name] for name in names))
    return query.where(table.c.campaign_id == campaign_id, table.c.sha256 == sha256)


def _state(connection: Connection, key: int) -> State:
    table = tables.submission
    query = select(table.c.state).where(table.c.submission_id == key)
    return State(connection.execute(query).scalar_one())


def _event(act: _Act, submission: Submission, *, is_new: bool) -> Event:
    return Event(
        at=act.at,
        who=act.by,
        what="submission recorded" if is_new else "submission judged again",
        subject=submission.school_id or submission.sha256,
        details={
            "sha256": submission.sha256,
            "file": storable(submission.received_name),
            "judged": submission.judged.value,
            "reason": storable(submission.reason),
        },
    )


def _check_judged(submission: Submission) -> None:
    if submission.judged not in JUDGED:
        raise UnknownChoiceError(
            saw=f"The file is said to be {submission.judged}",
            wants="A file that was read is " + ", ".join(sorted(JUDGED)),
            fix="Superseded and missing follow from other files; the register tells them",
            place=submission.received_name,
        )
    if submission.judged in ACCEPTED and submission.school_id is None:
        raise UnknownChoiceError(
            saw=f"The file is {submission.judged}, but no school is named",
            wants="An accepted file is a school's",
            fix="Find the school by the file's stamp, or reject the file",
            place=submission.received_name,
        )
