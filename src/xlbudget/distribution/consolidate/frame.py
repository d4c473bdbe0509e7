"""The consolidated lines of a campaign as a DataFrame, for analysts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from xlbudget.analysis.line_parts import cents_of
from xlbudget.distribution.campaign import open_campaign
from xlbudget.distribution.consolidate.answers import CountedLine, answers
from xlbudget.distribution.consolidate.ground import Missing, ground_of
from xlbudget.distribution.consolidate.home import home_of
from xlbudget.distribution.consolidate.line_table import (
    NUMBERS,
    WHOLE,
    FlatLine,
    amount_header,
    flat_lines,
    line_headers,
    line_rows,
)
from xlbudget.distribution.consolidate.merged import merge
from xlbudget.distribution.register import open_register
from xlbudget.distribution.register.store.handle import Register
from xlbudget.errors import UnreadableFileError
from xlbudget.model.budget import Budget
from xlbudget.model.origin import Origin
from xlbudget.model.split import ZERO

if TYPE_CHECKING:
    import pandas as pd

_DISTRICT = Origin(file="the district's data")


def consolidated_frame(
    campaign: str | Path,
    district: Budget | None = None,
    *,
    missing: str = Missing.LEAVE_OUT,
    register: str = "",
) -> pd.DataFrame:
    """Return the lines of a campaign that count, and with a district's budget all of its lines.

    A row is a line: the columns of line_items.csv, the way back to it (file, sheet, row, sha256),
    and ``amount_2027`` and so on in dollars.  Lines that a decision rejects are not in it.

    Args:
        campaign: The campaign's folder.
        district: The district's budget, for its own lines; without it only schools' lines.
        missing: ``leave-out`` or ``last-year``: what becomes of a school without an answer.
        register: Address of a shared register; else the one that the campaign names.

    Raises:
        MissingFileError: There is no campaign in the folder.
        UnreadableFileError: Its file campaign.toml cannot be read.
        RegisterError: The register does not answer.

    """
    folder, findings = open_campaign(Path(campaign))
    if folder is None:
        raise UnreadableFileError(
            saw="; ".join(finding.saw for finding in findings),
            wants="A campaign's facts can be read",
            fix="Mend campaign.toml",
            place=str(campaign),
        )
    campaign_id = folder.facts.campaign_id
    with open_register(register or folder.register, at=datetime.now(UTC)) as opened:
        if district is None:
            lines = _counting(opened, campaign_id)
            years = tuple(sorted({year for line in lines for year in line.recorded or {}}))
            return _frame(tuple(_recorded(lines, years)), years)
        ground = ground_of(opened, campaign_id, district, _DISTRICT, missing=Missing(missing))
        merged = merge(opened, ground)
    return _frame(tuple(flat_lines(merged)), district.district.years)


def _counting(register: Register, campaign_id: str) -> tuple[CountedLine, ...]:
    """Return the lines of the answers that count, as decided, without those that are rejected."""
    chunks = answers(register, campaign_id, home_of(register, campaign_id))
    return tuple(answer.decided for chunk in chunks for answer in chunk if answer.counts)


def _recorded(lines: Iterable[CountedLine], years: Sequence[int]) -> Iterator[FlatLine]:
    for line in lines:
        amounts = [(line.recorded or {}).get(year, ZERO) for year in years]
        yield FlatLine(line.item, line.origin, cents_of(amounts))


def _frame(lines: tuple[FlatLine, ...], years: tuple[int, ...]) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - who asks for no frame does not wait for pandas

    amounts = tuple(map(amount_header, years))
    frame = pd.DataFrame(line_rows(lines), columns=line_headers(years))
    frame[list(amounts)] = frame[list(amounts)].astype("int64") / 100
    numbers = dict.fromkeys(NUMBERS, "float64")
    return frame.astype({**numbers, **dict.fromkeys(WHOLE, "Int64")})
