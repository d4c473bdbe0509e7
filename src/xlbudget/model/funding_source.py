"""A source of money: what it is, how long it lasts, how much it gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlbudget.model.choices import Area, SourceKind, SourceStatus, Stream
from xlbudget.model.field import Kind, Years, column


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingSource:
    """Where money comes from, how long, and how much a year."""

    source_id: str = column(Kind.ID, "Id of the source.", required=True)
    name: str = column(Kind.TEXT, "Name of the source.", required=True)
    stream: str = column(
        Kind.CHOICE,
        "Recurring, renewable (applied for each year), or one-time.",
        choices=Stream,
        required=True,
    )
    kind: str = column(Kind.CHOICE, "What the source is.", choices=SourceKind)
    fund: str = column(Kind.ID, "Fund code.")
    department: str = column(Kind.TEXT, "Department that holds the money.")
    first_fiscal_year: int | None = column(Kind.YEAR, "First year in which it pays.")
    last_fiscal_year: int | None = column(
        Kind.YEAR, "Last year in which it pays; blank when it goes on."
    )
    obligation_date: date | None = column(
        Kind.DATE, "Last day on which the money may be committed."
    )
    amount: Years = column(
        Kind.MONEY, "Money of the source for technology in the year.", yearly=True, low=0, unit="$"
    )
    allowed_areas: tuple[str, ...] = column(
        Kind.TAGS, "Areas it may pay for, separated by semicolons; blank for all.", choices=Area
    )
    limit_share: Decimal | None = column(
        Kind.SHARE,
        "Greatest share of the limit's base that the limited areas may take.",
        low=0,
        high=1,
    )
    limit_areas: tuple[str, ...] = column(
        Kind.TAGS, "Areas that the limit is about, separated by semicolons.", choices=Area
    )
    status: str = column(
        Kind.CHOICE,
        "Secured counts, expected is shown apart, applied counts nothing.",
        choices=SourceStatus,
        required=True,
    )
    successor_note: str = column(Kind.TEXT, "What takes over when it ends.")
