"""An issued workbook: which file went to which school, and what it looked like."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from xlbudget.distribution.register.event import Event, add_events
from xlbudget.distribution.register.known import lock_schools
from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.transaction import reading, write
from xlbudget.errors import ExistingFileError

_STEP = 500  # ids asked for at once; databases limit how many a question may name


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedWorkbook:
    """A workbook that went out to a school."""

    workbook_id: str  # the uuid that its stamp says
    school_id: str
    file_name: str
    sha256: str  # of the file's bytes
    template_version: str
    structure_digest: str
    issued_at: datetime
    reason: str = ""  # why it was issued again
    supersedes: str | None = None  # the workbook that it takes the place of


def record_issued(
    register: Register, campaign_id: str, workbooks: Iterable[IssuedWorkbook], *, by: str
) -> int:
    """Record issued workbooks in one transaction; return how many are new.

    A workbook that is recorded already, with the same bytes, is passed over, so that an issue
    that was interrupted may begin again.

    Args:
        register: The open register.
        campaign_id: The campaign, which is recorded already.
        workbooks: What was issued.
        by: Who does it.

    Raises:
        UnknownChoiceError: A school is not in the campaign.
        ExistingFileError: A workbook id stands for other bytes already.

    """
    return write(register, partial(_record, campaign_id, tuple(workbooks), by))


def issued_workbooks(
    register: Register, campaign_id: str, school_id: str | None = None
) -> tuple[IssuedWorkbook, ...]:
    """Return what was issued in a campaign, or to one school, oldest first."""
    table = tables.issued_workbook
    query = _workbooks().where(table.c.campaign_id == campaign_id)
    if school_id is not None:
        query = query.where(table.c.school_id == school_id)
    query = query.order_by(table.c.issued_at, table.c.workbook_id)
    with reading(register) as connection:
        return tuple(IssuedWorkbook(**row) for row in connection.execute(query).mappings())


def issued_workbook(
    register: Register, campaign_id: str, workbook_id: str
) -> IssuedWorkbook | None:
    """Return the workbook of an id; None when this campaign never issued it."""
    with reading(register) as connection:
        return _known(connection, campaign_id, [workbook_id]).get(workbook_id)


def _record(
    campaign_id: str, workbooks: Sequence[IssuedWorkbook], by: str, connection: Connection
) -> int:
    lock_schools(connection, campaign_id, {workbook.school_id for workbook in workbooks})
    known = _known(connection, campaign_id, [workbook.workbook_id for workbook in workbooks])
    for workbook in workbooks:
        _check_same(workbook, known.get(workbook.workbook_id, workbook))
    new = {one.workbook_id: one for one in workbooks if one.workbook_id not in known}
    if new:
        rows = [{"campaign_id": campaign_id, **asdict(workbook)} for workbook in new.values()]
        connection.execute(insert(tables.issued_workbook), rows)
    add_events(connection, campaign_id, [_event(workbook, by) for workbook in new.values()])
    return len(new)


def _event(workbook: IssuedWorkbook, by: str) -> Event:
    return Event(
        at=workbook.issued_at,
        who=by,
        what="workbook issued again" if workbook.supersedes else "workbook issued",
        subject=workbook.school_id,
        details={
            "workbook_id": workbook.workbook_id,
            "file": workbook.file_name,
            "reason": workbook.reason,
        },
    )


def _check_same(workbook: IssuedWorkbook, known: IssuedWorkbook) -> None:
    if (workbook.sha256, workbook.school_id) != (known.sha256, known.school_id):
        raise ExistingFileError(
            saw=f"The workbook {known.workbook_id} was issued to {known.school_id} with "
            "other contents",
            wants="An issued workbook is never replaced in silence",
            fix="Issue it again under a new id, and say why",
            place=workbook.file_name,
        )


def _known(
    connection: Connection, campaign_id: str, ids: Sequence[str]
) -> dict[str, IssuedWorkbook]:
    table = tables.issued_workbook
    found: dict[str, IssuedWorkbook] = {}
    for start in range(0, len(ids), _STEP):
        query = _workbooks().where(
            table.c.campaign_id == campaign_id, table.c.workbook_id.in_(ids[start : start + _STEP])
        )
        rows = connection.execute(query).mappings()
        found |= {row["workbook_id"]: IssuedWorkbook(**row) for row in rows}
    return found


def _workbooks() -> Select[Any]:
    return select(*(tables.issued_workbook.c[item.name] for item in fields(IssuedWorkbook)))
