"""The lines that came home, chunk by chunk: where each stands, and what was decided about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from xlbudget.distribution.consolidate.home import Home, check_same, moved
from xlbudget.distribution.consolidate.verdicts import as_decided, decided
from xlbudget.distribution.register.decision import Decision, Verdict
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.submissions.accepted_lines import (
    AcceptedLine,
    accepted_lines,
)
from xlbudget.model.field import Years
from xlbudget.model.line_item import LineItem
from xlbudget.model.origin import Origin

CHUNK = 2_000
"""Lines held in memory at a time."""


@dataclass(frozen=True, slots=True)
class CountedLine:
    """A line that counts: as decided, where it came from, and what it cost when it came."""

    item: LineItem
    origin: Origin
    recorded: Years | None = None  # None for the district's own


@dataclass(frozen=True, slots=True)
class Answer:
    """A line that came home, and the decision that counts for it."""

    line: CountedLine  # as it came
    verdict: Decision | None

    @property
    def counts(self) -> bool:
        """Whether the line is in the budget: no decision rejects it."""
        return self.verdict is None or self.verdict.state is not Verdict.REJECTED

    @property
    def decided(self) -> CountedLine:
        """The line with what was decided about it."""
        if self.verdict is None:
            return self.line
        return replace(self.line, item=as_decided(self.line.item, self.verdict))


def answers(
    register: Register,
    campaign_id: str,
    home: Home,
    seen: Callable[[AcceptedLine], object] | None = None,
) -> Iterator[tuple[Answer, ...]]:
    """Yield the lines that came home in chunks; schools in the order of their ids.

    Args:
        register: The open register.
        campaign_id: The campaign.
        home: What came home.
        seen: Is shown each line as the register holds it.

    Raises:
        RegisterError: An answer was collected since ``home`` was read.

    """
    verdicts = decided(home.decisions)
    for lines in accepted_lines(register, campaign_id, chunk=CHUNK):
        for line in lines:
            version = home.versions.get(line.school_id)
            if version is None or version.submission_id != line.submission_id:
                raise moved(register)
            if seen is not None:
                seen(line)
        yield tuple(Answer(_counted(line, home), verdicts.of(line)) for line in lines)
    check_same(register, campaign_id, home)


def _counted(line: AcceptedLine, home: Home) -> CountedLine:
    submission, place, item = home.versions[line.school_id].submission, line.line, line.line.item
    origin = Origin(
        file=submission.received_name, sheet=place.sheet, row=place.row, sha256=submission.sha256
    )
    if item.school_id != line.school_id:
        item = replace(item, school_id=line.school_id)
    return CountedLine(item, origin, place.amounts)
