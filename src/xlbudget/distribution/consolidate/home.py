"""What came home, as the register tells it at one time: states, goals, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlbudget.distribution.register.decision import Decision, standing_decisions
from xlbudget.distribution.register.status import SchoolStatus, status_of
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.submissions.submission import Version, submissions_of
from xlbudget.errors import RegisterError

_TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What came home; ``versions`` are the submissions that count, by school.

    Their lines are very many, and are read when they are needed: ``answers`` gives them.
    """

    schools: tuple[SchoolStatus, ...]
    versions: Mapping[str, Version]
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
    raise moved(register)


def check_same(register: Register, campaign_id: str, home: Home) -> None:
    """Refuse what was read when other submissions count by now.

    Raises:
        RegisterError: An answer was collected meanwhile.

    """
    if _counted(register, campaign_id) != home.versions:
        raise moved(register)


def moved(register: Register) -> RegisterError:
    """Return the refusal of a register that changes while it is read."""
    return RegisterError(
        saw="Answers are being collected while the register is read",
        wants="A consolidation takes the register as it stands at one time",
        fix="Wait until the collecting has ended, and run it again",
        place=register.place,
    )


def _read(register: Register, campaign_id: str, versions: Mapping[str, Version]) -> Home:
    decisions = standing_decisions(register, campaign_id)
    schools = status_of(register, campaign_id).schools
    return Home(schools=schools, versions=versions, decisions=decisions)


def _counted(register: Register, campaign_id: str) -> dict[str, Version]:
    return {
        version.submission.school_id or "": version
        for version in submissions_of(register, campaign_id)
        if version.state.counts
    }
