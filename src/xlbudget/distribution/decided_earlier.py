"""Decisions that were taken on an earlier version of a school's answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from xlbudget.distribution.consolidate.verdicts import Decided, decided
from xlbudget.distribution.register.decision import Decision, standing_decisions
from xlbudget.distribution.register.store.handle import Register
from xlbudget.distribution.register.submissions.accepted_lines import AcceptedLine
from xlbudget.distribution.register.submissions.line import Line
from xlbudget.distribution.register.submissions.submission import (
    Version,
    lines_of,
    submissions_of,
)

_Lines = Mapping[str, AcceptedLine]


@dataclass(frozen=True, slots=True)
class DecidedEarlier:
    """A line that is no longer as it was when it was decided.

    Attributes:
        school_id: Its school.
        line_id: The line.
        decision: What was decided.
        was: What it cost then over the plan, in dollars; None when it was not there.
        costs: What it costs now; None when it is not there any more.

    """

    school_id: str
    line_id: str
    decision: Decision
    was: Decimal | None
    costs: Decimal | None

    def __str__(self) -> str:
        """Return it in words."""
        if self.was is None:
            return "it came with a later version"
        if self.costs is None:
            return f"it cost ${self.was:,.2f}, and a later version does not have it"
        if self.was == self.costs:
            return "a later version states it otherwise, at the same cost"
        return f"it cost ${self.was:,.2f}, and costs ${self.costs:,.2f} in a later version"


def decided_earlier(register: Register, campaign_id: str) -> tuple[DecidedEarlier, ...]:
    """Return the lines that changed after a decision that stands, by school and line.

    Args:
        register: The open register.
        campaign_id: The campaign.

    """
    decisions = standing_decisions(register, campaign_id)
    counting = decided(decisions)
    if not decisions:
        return ()
    versions = _by_school(submissions_of(register, campaign_id))
    found = [
        one
        for school_id in sorted(versions)
        for one in _of_school(register, school_id, versions[school_id], counting)
    ]
    return tuple(sorted(found, key=lambda one: (one.school_id, one.line_id)))


def _of_school(
    register: Register, school_id: str, versions: list[Version], counting: Decided
) -> Iterable[DecidedEarlier]:
    now = next((one for one in versions if one.state.counts), None)
    if now is None:
        return
    read: dict[int, _Lines] = {}
    for decision in (*counting.by_line.values(), *counting.by_rule):
        then = _counted_at(versions, decision.at)
        if decision.school_id not in ("", school_id) or then is None or then is now:
            continue
        for one in (then, now):
            if one.submission_id not in read:
                read[one.submission_id] = _lines(register, school_id, one)
        before, after = read[then.submission_id], read[now.submission_id]
        for line_id in {**before, **after}:
            was, line = before.get(line_id), after.get(line_id)
            if not _alike(was, line) and _is_about(counting, decision, was, line):
                yield DecidedEarlier(school_id, line_id, decision, _cost(was), _cost(line))


def _is_about(counting: Decided, decision: Decision, *lines: AcceptedLine | None) -> bool:
    """Return whether a decision is the one that counts for a line, as it was or as it is."""
    return any(line is not None and counting.of(line) is decision for line in lines)


def _alike(one: AcceptedLine | None, other: AcceptedLine | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.line.item, one.line.amounts) == (other.line.item, other.line.amounts)


def _cost(line: AcceptedLine | None) -> Decimal | None:
    return None if line is None else sum(line.line.amounts.values(), Decimal(0))


def _lines(register: Register, school_id: str, version: Version) -> _Lines:
    name, key = version.submission.received_name, version.submission_id
    lines: tuple[Line, ...] = lines_of(register, key)
    return {line.item.line_id: AcceptedLine(school_id, key, name, line) for line in lines}


def _counted_at(versions: list[Version], at: datetime) -> Version | None:
    """Return the version that counted at a time, given versions with the oldest first."""
    there = [one for one in versions if one.submission.judged.counts and one.collected_at <= at]
    return there[-1] if there else None


def _by_school(versions: Iterable[Version]) -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = defaultdict(list)
    for version in versions:
        if version.submission.school_id is not None:
            found[version.submission.school_id].append(version)
    return found
