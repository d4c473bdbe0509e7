"""The lines that count, of every school of a campaign: in chunks, or as a DataFrame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select
from sqlalchemy.engine import RowMapping

from xlbudget.distribution.register.store import tables
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.store.tables import LINE_FIELDS
from xlbudget.distribution.register.store.transaction import reading
from xlbudget.distribution.register.submissions.line import Line, line_of
from xlbudget.distribution.register.submissions.state import ACCEPTED
from xlbudget.model.field import field_named
from xlbudget.model.line_item import LineItem

if TYPE_CHECKING:
    import pandas as pd

CHUNK = 5_000
"""Lines held in memory at a time."""


_LEADING = (
    "school_id",
    "submission_id",
    "received_name",
    "sheet",
    "row",
    "line_id",
    "action",
)


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


def accepted_frame(register: Register, campaign_id: str) -> pd.DataFrame:
    """Return the lines that count as a DataFrame, for analysts: floats, NaN for a blank number.

    Its columns are the way back to the line, the main fields of a line item, and
    ``amount_2027`` and so on, in dollars.
    """
    import pandas as pd  # noqa: PLC0415 - who asks for no frame does not wait for pandas

    with reading(register) as connection:
        rows = [_flat(row) for row in connection.execute(_query(campaign_id)).mappings()]
    amounts = sorted({name for row in rows for name in row if name.startswith("amount_")})
    frame = pd.DataFrame(rows, columns=[*_LEADING, *LINE_FIELDS, *amounts])
    years = {name: "Int64" for name in LINE_FIELDS if name.endswith("fiscal_year")}
    floats = dict.fromkeys(("quantity", "unit_price", *amounts), "float64")
    return frame.astype({**years, **floats, "submission_id": "int64", "row": "Int64"})


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


def _flat(row: RowMapping) -> dict[str, object]:
    facts = {name: row[name] for name in (*_LEADING, *LINE_FIELDS)}
    for name in LINE_FIELDS:
        if isinstance(facts[name], str) and field_named(LineItem, name).is_number:
            facts[name] = float(facts[name])
    return facts | {f"amount_{year}": cents / 100 for year, cents in row["amounts"].items()}
