"""What outcomes bring in learning: gain per dollar, cost per gain, value of investment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from xlbudget.analysis.breakdown import ZERO, Amounts, sum_by_year
from xlbudget.analysis.frame import Frame
from xlbudget.model import LineItem, Outcome
from xlbudget.model.split import ONE, goal_slots


@dataclass(frozen=True, slots=True)
class Gain:
    """A gain in learning against its cost; expected and actual ones stand apart."""

    gain: Decimal  # in units of the measure
    academic_roi: Decimal | None  # gain x students by dollars; None: no dollars
    cost_per_gain: Decimal | None  # dollars per student and unit of gain; None: no gain above 0
    rank: int | None = None  # by academic ROI, 1 best, among its peers; None: not ranked
    peers: int = 0  # outcomes ranked with it: same measure, grade band and cycle end


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeReturn:
    """What an outcome costs and brings."""

    outcome: Outcome
    program_name: str
    evidence_tier: str
    dollars: Decimal  # gross cost to the cycle's end that serves the outcome, not rounded
    suppressed: bool  # fewer students than may be shown
    expected: Gain | None  # None: suppressed, or no gain given
    actual: Gain | None  # None: suppressed, or no gain given
    value_of_investment: Decimal  # importance x influence x probability


def outcome_returns(frame: Frame) -> tuple[OutcomeReturn, ...]:
    """Return what each outcome costs and brings, in the order of the budget."""
    served = _served(frame)
    minimum = frame.value("minimum_students")
    found = tuple(
        _outcome_return(frame, outcome, served, minimum) for outcome in frame.budget.outcomes
    )
    expected = _ranked([(item.outcome, item.expected) for item in found])
    actual = _ranked([(item.outcome, item.actual) for item in found])
    return tuple(
        replace(item, expected=first, actual=second)
        for item, first, second in zip(found, expected, actual, strict=True)
    )


_Served = dict[tuple[str, str], Amounts]


def _served(frame: Frame) -> _Served:
    """Return dollars by year that serve each program and goal which outcomes name.

    Under the blank goal stands all of the program.
    """
    wanted = {(outcome.program_id, outcome.goal_id) for outcome in frame.budget.outcomes}
    programs = {program for program, _ in wanted} - {""}
    rows: dict[tuple[str, str], list[Amounts]] = {}
    for cost in frame.costs:
        if cost.line.program_id not in programs:
            continue
        for goal, share in _goals(cost.line):
            key = (cost.line.program_id, goal)
            if key in wanted:
                part = cost.years if share == ONE else tuple([y * share for y in cost.years])
                rows.setdefault(key, []).append(part)
    return {key: sum_by_year(parts, frame.count) for key, parts in rows.items()}


def _goals(line: LineItem) -> list[tuple[str, Decimal]]:
    named = [(slot.key, slot.share) for slot in goal_slots(line) if slot.key]
    return [("", ONE), *named]


def _outcome_return(
    frame: Frame, outcome: Outcome, served: _Served, minimum: Decimal
) -> OutcomeReturn:
    program = frame.programs.get(outcome.program_id)
    sums = served.get((outcome.program_id, outcome.goal_id), ())
    end = outcome.cycle_end or 0
    dollars = sum(
        (amount for year, amount in zip(frame.years, sums, strict=False) if year <= end), ZERO
    )
    students = outcome.students or 0
    suppressed = students < minimum
    probability = ONE if outcome.probability is None else outcome.probability
    return OutcomeReturn(
        outcome=outcome,
        program_name=program.name if program else "",
        evidence_tier=program.evidence_tier if program else "",
        dollars=dollars,
        suppressed=suppressed,
        expected=None if suppressed else _gain(outcome.expected_gain, students, dollars),
        actual=None if suppressed else _gain(outcome.actual_gain, students, dollars),
        value_of_investment=(outcome.importance or ZERO)
        * (outcome.influence or ZERO)
        * probability,
    )


def _gain(gain: Decimal | None, students: int, dollars: Decimal) -> Gain | None:
    if gain is None:
        return None
    reached = gain * students
    return Gain(
        gain,
        reached / dollars if dollars else None,
        dollars / students / gain if reached > 0 else None,
    )


def _ranked(pairs: Iterable[tuple[Outcome, Gain | None]]) -> list[Gain | None]:
    """Return the gains with their rank within one measure, grade band and cycle."""
    pairs = list(pairs)
    rivals: dict[object, list[Decimal]] = {}
    for outcome, gain in pairs:
        if gain is not None and gain.academic_roi is not None:
            rivals.setdefault(_group(outcome), []).append(gain.academic_roi)
    for group in rivals.values():
        group.sort()
    return [
        gain
        if gain is None or gain.academic_roi is None
        else replace(
            gain,
            rank=_rank(gain.academic_roi, rivals[_group(outcome)]),
            peers=len(rivals[_group(outcome)]),
        )
        for outcome, gain in pairs
    ]


def _rank(value: Decimal, group: list[Decimal]) -> int:
    return 1 + len(group) - bisect_right(group, value)


def _group(outcome: Outcome) -> tuple[str, str, int | None]:
    return (outcome.measure.casefold(), outcome.grade_band.casefold(), outcome.cycle_end)
