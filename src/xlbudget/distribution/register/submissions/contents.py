"""What a submission holds: its lines, its findings, and what it asks for in sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete

from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.bulk import Row, insert_rows
from xlbudget.distribution.register.store.moment import storable
from xlbudget.distribution.register.submissions.line import Line, cents_of, line_row
from xlbudget.distribution.register.submissions.total import totals_of
from xlbudget.errors import ShapeError
from xlbudget.model.finding import Finding

_TABLES = (tables.line, tables.finding, tables.submission_total)


@dataclass(frozen=True, slots=True)
class LineRows:
    """The lines of a submission and what they come to, as rows that lack only its number.

    They are plain values, so that they travel between processes for little.
    """

    lines: tuple[Row, ...] = ()
    totals: tuple[Row, ...] = ()


def line_rows(lines: Sequence[Line]) -> LineRows:
    """Return lines as rows.

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
    rows = (line_row(position, *one) for position, one in enumerate(with_cents))
    totals = sorted(totals_of(with_cents).items())
    return LineRows(tuple(rows), tuple((*key, cents) for key, cents in totals))


def keep(
    connection: Connection, submission_id: int, rows: LineRows, findings: Sequence[Finding]
) -> None:
    """Write what a submission holds, within the transaction of the submission."""
    told = (_finding_row(position, found) for position, found in enumerate(findings))
    insert_rows(connection, tables.line, [(submission_id, *row) for row in rows.lines])
    insert_rows(connection, tables.finding, [(submission_id, *row) for row in told])
    insert_rows(connection, tables.submission_total, [(submission_id, *row) for row in rows.totals])


def forget(connection: Connection, submission_id: int) -> None:
    """Delete what a submission holds, before it is judged anew."""
    for table in _TABLES:
        connection.execute(delete(table).where(table.c.submission_id == submission_id))


def _finding_row(position: int, found: Finding) -> Row:
    place = found.place
    where = (place.file, place.sheet, place.cell, place.column, place.record)
    return (
        position,
        found.severity.value,
        found.code,
        *map(storable, where),
        place.row,
        *map(storable, (found.saw, found.wants, found.fix)),
    )
