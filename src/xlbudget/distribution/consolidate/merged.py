"""The district's budget with what came home in place of the schools' lines of last year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from xlbudget.distribution.consolidate.building_goals import stated_goals, with_building_goals
from xlbudget.distribution.consolidate.home import Home
from xlbudget.distribution.consolidate.verdicts import (
    as_decided,
    decided,
    with_conditions,
)
from xlbudget.distribution.register.decision import Decision, Verdict
from xlbudget.distribution.register.submissions.accepted_lines import AcceptedLine
from xlbudget.model.budget import Budget
from xlbudget.model.choices import LineStatus
from xlbudget.model.cost import LineCost, line_costs
from xlbudget.model.field import Years
from xlbudget.model.line_item import LineItem
from xlbudget.model.origin import Origin
from xlbudget.model.school_answer import BuildingGoal


class Missing(StrEnum):
    """What becomes of a school whose answer does not count yet."""

    LEAVE_OUT = "leave-out"
    LAST_YEAR = "last-year"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line that a decision keeps out of the budget, with what it would cost."""

    cost: LineCost
    decision: Decision
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A district's budget, and where each of its lines came from.

    Attributes:
        budget: The budget.
        origins: Where each line came from, in the order of the budget's lines.
        recorded: What each line cost when it was collected; None for the district's own.
        costs: What each line costs.
        rejected: The lines that decisions keep out.
        last_year: Schools whose lines of last year stand in for their answer.
        out: Schools of the campaign that have no line in it, for their answer does not count.
        home: What came home.

    """

    budget: Budget
    origins: Sequence[Origin]
    recorded: Sequence[Years | None]
    costs: Sequence[LineCost]
    rejected: Sequence[Rejected]
    last_year: frozenset[str]
    out: frozenset[str]
    home: Home


@dataclass(frozen=True, slots=True)
class CountedLine:
    """A line that counts: as decided, and where it came from."""

    item: LineItem
    origin: Origin
    recorded: Years | None = None


_Judged = tuple[CountedLine, Decision | None]


def merge(budget: Budget, home: Home, data: Origin, *, missing: Missing) -> Merged:
    """Return the district's budget with the lines and goals of the answers that count.

    Lines of the district's own stay: those without a school, and those of schools that are not
    in the campaign.  Nothing is refused; ``findings_of_merged`` tells what is wrong.

    Args:
        budget: The district's budget, which the campaign was issued from.
        home: What came home.
        data: Where the district's budget stands.
        missing: What becomes of a school whose answer does not count.

    """
    asked = {status.school.school_id for status in home.schools}
    lacking = frozenset(asked - home.versions.keys())
    stand_in = lacking if missing is Missing.LAST_YEAR else frozenset()
    central = [CountedLine(line, data) for line in _own(budget, asked, stand_in)]
    judged = _judged(home)
    answered = [(line, verdict) for line, verdict in judged if _counts(verdict)]
    counted = [*central, *(_as_decided(line, verdict) for line, verdict in answered)]
    lines = tuple(line.item for line in counted)
    merged = replace(
        budget,
        lines=lines,
        goals=with_building_goals(budget, _stated(home), lines),
        programs=with_conditions(budget.programs, _conditional(answered)),
    )
    return Merged(
        budget=merged,
        origins=tuple(line.origin for line in counted),
        recorded=tuple(line.recorded for line in counted),
        costs=line_costs(merged),
        rejected=_rejected(merged, judged),
        last_year=stand_in,
        out=lacking - stand_in,
        home=home,
    )


def accepted(home: Home) -> Iterator[CountedLine]:
    """Yield the lines of the answers that count, as decided, without those that are rejected."""
    for line, verdict in _judged(home):
        if _counts(verdict):
            yield _as_decided(line, verdict)


def _judged(home: Home) -> list[_Judged]:
    verdicts = decided(home.decisions)
    return [(_answered(line, home), verdicts.of(line)) for line in home.lines]


def _own(budget: Budget, asked: set[str], stand_in: frozenset[str]) -> Iterator[LineItem]:
    """Yield the district's own lines, and those of last year that stand in for an answer."""
    for line in budget.lines:
        stands_in = line.school_id in stand_in and line.status != LineStatus.LAPSED
        if line.school_id not in asked or stands_in:
            yield line


def _answered(line: AcceptedLine, home: Home) -> CountedLine:
    submission, place, item = home.versions[line.school_id].submission, line.line, line.line.item
    origin = Origin(
        file=submission.received_name, sheet=place.sheet, row=place.row, sha256=submission.sha256
    )
    if item.school_id != line.school_id:
        item = replace(item, school_id=line.school_id)
    return CountedLine(item, origin, place.amounts)


def _counts(verdict: Decision | None) -> bool:
    return verdict is None or verdict.state is not Verdict.REJECTED


def _as_decided(line: CountedLine, verdict: Decision | None) -> CountedLine:
    return replace(line, item=as_decided(line.item, verdict)) if verdict else line


def _stated(home: Home) -> dict[str, Sequence[BuildingGoal]]:
    facts = ((key, stated_goals(one.submission.facts)) for key, one in home.versions.items())
    return {key: goals for key, goals in facts if goals is not None}


def _conditional(judged: Sequence[_Judged]) -> Iterator[tuple[LineItem, Decision]]:
    for line, verdict in judged:
        if verdict is not None and verdict.state is Verdict.CONDITIONAL:
            yield as_decided(line.item, verdict), verdict


def _rejected(budget: Budget, judged: Sequence[_Judged]) -> tuple[Rejected, ...]:
    out = [(line, verdict) for line, verdict in judged if verdict and not _counts(verdict)]
    costs = line_costs(replace(budget, lines=tuple(line.item for line, _ in out)))
    return tuple(
        Rejected(cost, verdict, line.origin)
        for cost, (line, verdict) in zip(costs, out, strict=True)
    )
