"""A school: its headcount, the money it may plan with, and whom to write to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from xlbudget.model.choices import Level, Locale
from xlbudget.model.field import Kind, Years, column


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A school of the district."""

    school_id: str = column(Kind.ID, "Id of the school.", required=True)
    name: str = column(Kind.TEXT, "Name of the school.", required=True)
    level: str = column(Kind.CHOICE, "Grades that the school has.", choices=Level)
    locale: str = column(Kind.CHOICE, "Urban or rural, for E-rate.", choices=Locale)
    nslp_percent: Decimal | None = column(
        Kind.NUMBER,
        "Percent of students eligible for school lunch support (NSLP), 0 to 100.",
        header="NSLP percent",
        low=0,
        high=100,
        unit="%",
    )
    enrollment: Years = column(
        Kind.WHOLE, "Official fall headcount of the year.", yearly=True, low=0, unit="students"
    )
    allocation: Years = column(
        Kind.MONEY, "Money that the school may plan with in the year.", yearly=True, low=0, unit="$"
    )
    contact_name: str = column(Kind.TEXT, "Whom reminders go to; not shown to other schools.")
    contact_email: str = column(Kind.TEXT, "Work address for reminders; never a private one.")
