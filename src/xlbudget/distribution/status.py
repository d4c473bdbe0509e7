"""How a campaign stands: who has answered, what is wrong, what is left to do, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from xlbudget.distribution.register.campaign import Campaign, campaign_of
from xlbudget.distribution.register.status import SchoolStatus, status_of
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.submissions.state import State
from xlbudget.distribution.register.submissions.submission import (
    Version,
    findings_of,
    submissions_of,
)
from xlbudget.model.finding import Finding, Severity

_PASSED_OVER = frozenset({State.DUPLICATE, State.SUPERSEDED})


class Todo(StrEnum):
    """What is left to do with a school; the words are what people read."""

    NOTHING = "nothing"
    ISSUE = "issue its workbook"
    SEND = "send its workbook"
    MEND = "mend its workbook and send it again"
    LOOK = "look at the warnings"


@dataclass(frozen=True, slots=True)
class SchoolReport:
    """How it stands with one school, with what is wrong in its newest answer."""

    status: SchoolStatus
    newest: Version | None  # the newest file that says something of its own
    findings: tuple[Finding, ...]

    @property
    def todo(self) -> Todo:
        """What is left to do; a school that is not waited for has nothing to do."""
        if self.newest is None:
            return self._todo_of_missing()
        if not self.newest.state.counts:
            return Todo.MEND
        return Todo.LOOK if self.newest.state is State.WITH_WARNINGS else Todo.NOTHING

    def _todo_of_missing(self) -> Todo:
        if not self.status.school.expected:
            return Todo.NOTHING
        return Todo.ISSUE if self.status.issued_at is None else Todo.SEND


@dataclass(frozen=True, slots=True)
class CampaignStatus:
    """How a campaign stands on a day."""

    campaign: Campaign
    today: date
    schools: tuple[SchoolReport, ...]
    counts: Mapping[State, int]
    unknown: int  # files that name no school of the campaign

    @property
    def in_words(self) -> str:
        """Return how many schools have answered, and how that ended."""
        asked = sum(self.counts.values())
        here = asked - self.counts[State.MISSING]
        ends = [f"{count} {state}" for state, count in self.counts.items() if count]
        noun = "school has" if asked == 1 else "schools have"
        words = f"{here} of {asked} {noun} answered: {', '.join(ends) or 'none is waited for'}."
        if self.unknown:
            more = "file came" if self.unknown == 1 else "files came"
            words += f" {self.unknown} {more} from no school of this campaign."
        return words

    @property
    def due_in_words(self) -> str:
        """Return the due date, and how far off it is."""
        return due_in_words(self.campaign.due_date, self.today)


@dataclass(frozen=True, slots=True)
class SchoolVersion:
    """One version of a school's answer, and what was found in it."""

    version: Version
    findings: tuple[Finding, ...]


def campaign_status(register: Register, campaign_id: str, today: date) -> CampaignStatus:
    """Return how a campaign stands.

    Args:
        register: The open register.
        campaign_id: The campaign.
        today: The day, for the days that are left.

    Raises:
        UnknownChoiceError: The register has no such campaign.

    """
    campaign = campaign_of(register, campaign_id)
    status = status_of(register, campaign_id)
    newest = _newest(register, campaign_id)
    schools = tuple(
        SchoolReport(row, version, _findings(register, row, version))
        for row in status.schools
        for version in (newest.get(row.school.school_id),)
    )
    return CampaignStatus(campaign, today, schools, status.counts, status.unknown)


def school_versions(
    register: Register, campaign_id: str, school_id: str
) -> tuple[SchoolVersion, ...]:
    """Return every version of a school's answer, the oldest first, each with its findings."""
    return tuple(
        SchoolVersion(version, findings_of(register, version.submission_id))
        for version in submissions_of(register, campaign_id, school_id)
    )


def due_in_words(due: date | None, today: date) -> str:
    """Return a due date in words.

    Example:
        >>> due_in_words(date(2026, 4, 15), date(2026, 4, 12))
        'Due on April 15, 2026: 3 days are left.'

    """
    if due is None:
        return "No due date is set."
    days = (due - today).days
    if days == 0:
        return f"Due today, {day_in_words(due)}."
    if days > 0:
        return f"Due on {day_in_words(due)}: {_days(days)} left."
    return f"Was due on {day_in_words(due)}: {_days(-days)} over."


def day_in_words(day: date) -> str:
    """Return a day as a letter writes it."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def _days(days: int) -> str:
    return "1 day is" if days == 1 else f"{days} days are"


def _newest(register: Register, campaign_id: str) -> dict[str, Version]:
    """Return the newest version of each school that is neither a copy nor superseded."""
    return {
        version.submission.school_id: version
        for version in submissions_of(register, campaign_id)
        if version.submission.school_id is not None and version.state not in _PASSED_OVER
    }


def _findings(register: Register, row: SchoolStatus, newest: Version | None) -> tuple[Finding, ...]:
    is_shown = newest is not None and newest.submission_id == row.submission_id
    if newest is None or (is_shown and not row.fatal and not row.warnings):
        return ()
    found = findings_of(register, newest.submission_id)
    return tuple(one for one in found if one.severity is not Severity.INFORMATION)


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
