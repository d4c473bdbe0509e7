"""The lines that count, of every school of a campaign: in chunks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.engine import RowMapping

from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.transaction import reading
from xlbudget.distribution.register.submissions.line import Line, line_of
from xlbudget.distribution.register.submissions.state import ACCEPTED

CHUNK = 5_000
"""Lines held in memory at a time."""


@dataclass(frozen=True, slots=True)
class AcceptedLine:
    """A line that counts, and the way back to it: school, submission, sheet, row."""

    school_id: str
    submission_id: int
    received_name: str
    line: Line


def accepted_lines(
    register: Register, campaign_id: str, *, chunk: int = CHUNK
) -> Iterator[tuple[AcceptedLine, ...]]:
    """Give the lines that count, in chunks; schools in the order of their ids.

    All chunks show the register as it stood at the first one.

    Args:
        register: The open register.
        campaign_id: The campaign.
        chunk: Lines given at a time.

    """
    with reading(register) as connection:
        found = connection.execution_options(yield_per=chunk).execute(_query(campaign_id))
        for rows in found.mappings().partitions():
            yield tuple(_accepted(row) for row in rows)


def _query(campaign_id: str) -> Select[Any]:
    line, submission = tables.line, tables.submission
    return (
        select(submission.c.school_id, submission.c.received_name, line)
        .join(line, line.c.submission_id == submission.c.submission_id)
        .where(submission.c.campaign_id == campaign_id, submission.c.state.in_(ACCEPTED))
        .order_by(submission.c.school_id, line.c.position)
    )


def _accepted(row: RowMapping) -> AcceptedLine:
    return AcceptedLine(row["school_id"], row["submission_id"], row["received_name"], line_of(row))
