"""What came of issuing workbooks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xlbudget.distribution.campaign import CampaignFolder
from xlbudget.model.finding import Finding


class State(StrEnum):
    """What became of a school's workbook; the words are what people read."""

    MADE = "made"
    AGAIN = "issued again"
    RESTORED = "put back"
    KEPT = "there already"
    LEFT = "left as it is"
    FAILED = "not made"

    @property
    def is_well(self) -> bool:
        """Whether the school has the workbook that it is to have."""
        return self not in {State.LEFT, State.FAILED}


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolIssue:
    """What became of a school's workbook.

    Attributes:
        school_id: The school.
        name: Its name.
        file: The name of its file in the folder out.
        state: What became of it.
        number: Which issue it is; 0 when there is none.
        workbook_id: What tells the workbook from all others.
        sha256: Of the file's bytes.
        size: The file's size in bytes; 0 when it is not known.

    """

    school_id: str
    name: str
    file: str
    state: State
    number: int = 0
    workbook_id: str = ""
    sha256: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of issuing.

    Attributes:
        folder: The campaign; None when it cannot be read.
        is_new: Whether the campaign was made by this.
        schools: What became of each school's workbook; none when a finding is fatal.
        findings: What was found on the way.
        written: Whether anything may have been written: a dry run writes nothing.

    """

    folder: CampaignFolder | None = None
    is_new: bool = False
    schools: tuple[SchoolIssue, ...] = ()
    findings: tuple[Finding, ...] = ()
    written: bool = False

    def count(self, state: State) -> int:
        """Return how many schools' workbooks are in a state."""
        return sum(school.state is state for school in self.schools)
