"""What came of collecting: every file with its state, and the schools that are missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from xlbudget.distribution.register.school import CampaignSchool
from xlbudget.distribution.register.submissions.state import State
from xlbudget.model.finding import Finding

GOOD = frozenset({State.ACCEPTED, State.WITH_WARNINGS, State.DUPLICATE, State.SUPERSEDED})
"""The states of files with which nothing is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """What came of one file.

    Attributes:
        name: As it lies in the inbox.
        sha256: Of its bytes; "" when they were not read.
        state: How it stands now.
        reason: Why, in one sentence.
        school_id: Its school; "" when none is known.
        is_new: Whether its bytes were seen for the first time.
        findings: Everything that was found in it.

    """

    name: str
    sha256: str
    state: State
    reason: str
    school_id: str = ""
    is_new: bool = True
    findings: tuple[Finding, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether nothing has to be done about it."""
        return self.state in GOOD


@dataclass(frozen=True, kw_only=True)
class Collected:
    """What came of collecting.

    Attributes:
        files: Every file, in the order of folders and names; many of them are on the disk.
        missing: The schools of which no file has come, in this run or before.
        passed_over: How many files of systems and programs were not looked into.
        written: Whether the register was written: a dry run writes nothing.

    """

    files: Collection[FileResult] = ()
    missing: Sequence[CampaignSchool] = ()
    passed_over: int = 0
    written: bool = False

    @cached_property
    def counts(self) -> Mapping[State, int]:
        """How many files ended in each state."""
        return Counter(one.state for one in self.files)

    @property
    def bad(self) -> int:
        """How many files something has to be done about."""
        return sum(count for state, count in self.counts.items() if state not in GOOD)

    @property
    def in_words(self) -> str:
        """How many files ended in which state: ``3 files: 2 accepted, 1 rejected``."""
        counts = self.counts
        told = ", ".join(f"{counts[state]:,} {state}" for state in State if counts[state])
        noun = "1 file" if len(self.files) == 1 else f"{len(self.files):,} files"
        return f"{noun}: {told}" if told else "No file has come back yet"
