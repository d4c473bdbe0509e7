"""What a submission holds: its lines, its findings, and what it asks for in sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete

from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.bulk import insert_rows
from xlbudget.distribution.register.store.moment import storable
from xlbudget.distribution.register.submissions.line import Line, cents_of, line_row
from xlbudget.distribution.register.submissions.total import Key, totals_of
from xlbudget.errors import ShapeError
from xlbudget.model.finding import Finding

_TABLES = (tables.line, tables.finding, tables.submission_total)


@dataclass(frozen=True, slots=True)
class Contents:
    """Lines with their cents by fiscal year, findings, and totals in cents; checked."""

    lines: tuple[tuple[Line, dict[int, int]], ...]
    findings: tuple[Finding, ...]
    totals: dict[Key, int]


def contents_of(lines: Sequence[Line], findings: Sequence[Finding]) -> Contents:
    """Return what a submission holds.

    Raises:
        ShapeError: Two lines have one id, or an amount has parts of a cent.

    """
    counts = Counter(line.item.line_id for line in lines)
    if double := [line_id for line_id, count in counts.items() if count > 1]:
        raise ShapeError(
            saw=f"The line {double[0]} stands in the file {counts[double[0]]} times",
            wants="A line of a submission has an id of its own",
            fix="Reject the file, or leave the repeated lines out and say so in a finding",
        )
    with_cents = tuple((line, cents_of(line)) for line in lines)
    return Contents(with_cents, tuple(findings), totals_of(with_cents))


def keep(connection: Connection, submission_id: int, contents: Contents) -> None:
    """Write what a submission holds, within the transaction of the submission."""
    lines = [
        line_row(submission_id, position, line, cents)
        for position, (line, cents) in enumerate(contents.lines)
    ]
    findings = [
        _finding_row(submission_id, position, found)
        for position, found in enumerate(contents.findings)
    ]
    totals = [(submission_id, *key, cents) for key, cents in sorted(contents.totals.items())]
    insert_rows(connection, tables.line, lines)
    insert_rows(connection, tables.finding, findings)
    insert_rows(connection, tables.submission_total, totals)


def forget(connection: Connection, submission_id: int) -> None:
    """Delete what a submission holds, before it is judged anew."""
    for table in _TABLES:
        connection.execute(delete(table).where(table.c.submission_id == submission_id))


def _finding_row(submission_id: int, position: int, found: Finding) -> tuple[object, ...]:
    place = found.place
    where = (place.file, place.sheet, place.cell, place.column, place.record)
    return (
        submission_id,
        position,
        found.severity.value,
        found.code,
        *map(storable, where),
        place.row,
        *map(storable, (found.saw, found.wants, found.fix)),
    )
