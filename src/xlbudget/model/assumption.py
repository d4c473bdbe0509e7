"""An assumption: a rate or constant, stated once, with source and date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlbudget.model.field import Kind, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """A rate or constant, stated once."""

    key: str = column(Kind.ID, "Name by which it is used.", required=True)
    value: Decimal | None = column(Kind.NUMBER, "Its value.", required=True)
    unit: str = column(Kind.TEXT, "Unit.")
    basis: str = column(Kind.TEXT, "What it is based on.")
    source: str = column(Kind.TEXT, "Where it can be read.")
    published: date | None = column(Kind.DATE, "Day of publication.")
    valid_until: date | None = column(Kind.DATE, "Day until which it holds.")
