"""What came home, as the register tells it at one time: lines, states, goals, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlbudget.distribution.register.decision import Decision, standing_decisions
from xlbudget.distribution.register.status import SchoolStatus, status_of
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.submissions.accepted_lines import (
    AcceptedLine,
    accepted_lines,
)
from xlbudget.distribution.register.submissions.submission import Version, submissions_of
from xlbudget.errors import RegisterError

_TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What came home; ``versions`` are the submissions that count, by school."""

    schools: tuple[SchoolStatus, ...]
    versions: Mapping[str, Version]
    lines: tuple[AcceptedLine, ...]
    decisions: tuple[Decision, ...]

    @property
    def submission_ids(self) -> tuple[int, ...]:
        """The submissions that count."""
        return tuple(sorted(version.submission_id for version in self.versions.values()))


def home_of(register: Register, campaign_id: str) -> Home:
    """Return what a campaign's register holds.

    Args:
        register: The open register.
        campaign_id: The campaign, which is recorded.

    Raises:
        RegisterError: Collectors change it all the time while it is read.

    """
    counted = _counted(register, campaign_id)
    for _ in range(_TRIES):
        home = _read(register, campaign_id, counted)
        counted = _counted(register, campaign_id)
        if home.versions == counted:
            return home
    raise RegisterError(
        saw="Answers are being collected while the register is read",
        wants="A consolidation takes the register as it stands at one time",
        fix="Wait until the collecting has ended, and run it again",
        place=register.place,
    )


def _read(register: Register, campaign_id: str, versions: Mapping[str, Version]) -> Home:
    lines = tuple(line for chunk in accepted_lines(register, campaign_id) for line in chunk)
    decisions = standing_decisions(register, campaign_id)
    schools = status_of(register, campaign_id).schools
    return Home(schools=schools, versions=versions, lines=lines, decisions=decisions)


def _counted(register: Register, campaign_id: str) -> dict[str, Version]:
    return {
        version.submission.school_id or "": version
        for version in submissions_of(register, campaign_id)
        if version.state.counts
    }
