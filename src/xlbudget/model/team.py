"""The cross-functional team and its calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from xlbudget.model.field import Kind, column


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember:
    """A member of the cross-functional team."""

    role: str = column(Kind.TEXT, "Role in the team.", required=True)
    name: str = column(Kind.TEXT, "Name.")
    represents: str = column(Kind.TEXT, "Whom the member speaks for.")
    responsibility: str = column(Kind.TEXT, "What the member answers for.")
    signed_off: date | None = column(Kind.DATE, "Day of the sign-off.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A date of the budget calendar."""

    day: date | None = column(Kind.DATE, "Day.", header="Date", required=True)
    event: str = column(Kind.TEXT, "What happens.", required=True)
