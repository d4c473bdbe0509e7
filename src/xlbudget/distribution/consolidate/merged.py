"""The district's budget with what came home in place of the schools' lines of last year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from xlbudget.distribution.consolidate.answers import CHUNK, Answer, CountedLine, answers
from xlbudget.distribution.consolidate.ground import Ground
from xlbudget.distribution.register.decision import Decision
from xlbudget.distribution.register.store.handle import Register
from xlbudget.model.budget import Budget
from xlbudget.model.cost import LineCost, line_costs
from xlbudget.model.field import Years
from xlbudget.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line that a decision keeps out of the budget, with what it would cost."""

    cost: LineCost
    decision: Decision
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A district's budget, or a part of its lines, and where each of them came from.

    Attributes:
        budget: The budget, with these lines.
        origins: Where each line came from, in the order of the budget's lines.
        recorded: What each line cost when it was collected; None for the district's own.
        costs: What each line costs.
        rejected: The lines that decisions keep out.

    """

    budget: Budget
    origins: Sequence[Origin]
    recorded: Sequence[Years | None]
    costs: Sequence[LineCost]
    rejected: Sequence[Rejected]


def merged_parts(register: Register, ground: Ground) -> Iterator[Merged]:
    """Yield the budget in parts of some thousand lines: the district's own, then each school's.

    Nothing is refused; the findings tell what is wrong.

    Args:
        register: The open register.
        ground: What the parts stand on.

    Raises:
        RegisterError: An answer was collected since the ground was laid.

    """
    own = iter(ground.own)
    while some := tuple(islice(own, CHUNK)):
        yield _part(ground.budget, some)
    for chunk in answers(register, ground.campaign_id, ground.home):
        yield _part(ground.budget, *_parted(chunk))


def merge(register: Register, ground: Ground) -> Merged:
    """Return the whole budget, with all lines in memory."""
    return joined(ground.budget, tuple(merged_parts(register, ground)))


def joined(budget: Budget, parts: Sequence[Merged]) -> Merged:
    """Return parts of a budget as one."""
    costs = tuple(chain.from_iterable(part.costs for part in parts))
    return Merged(
        budget=replace(budget, lines=tuple(cost.line for cost in costs)),
        origins=tuple(chain.from_iterable(part.origins for part in parts)),
        recorded=tuple(chain.from_iterable(part.recorded for part in parts)),
        costs=costs,
        rejected=tuple(chain.from_iterable(part.rejected for part in parts)),
    )


def _parted(chunk: Sequence[Answer]) -> tuple[list[CountedLine], list[Answer]]:
    counted = [answer.decided for answer in chunk if answer.counts]
    return counted, [answer for answer in chunk if not answer.counts]


def _part(budget: Budget, counted: Sequence[CountedLine], out: Sequence[Answer] = ()) -> Merged:
    part = replace(budget, lines=tuple(line.item for line in counted))
    return Merged(
        budget=part,
        origins=tuple(line.origin for line in counted),
        recorded=tuple(line.recorded for line in counted),
        costs=line_costs(part),
        rejected=_rejected(budget, out),
    )


def _rejected(budget: Budget, out: Sequence[Answer]) -> tuple[Rejected, ...]:
    costs = line_costs(replace(budget, lines=tuple(answer.line.item for answer in out)))
    return tuple(
        Rejected(cost, answer.verdict, answer.line.origin)
        for cost, answer in zip(costs, out, strict=True)
        if answer.verdict is not None
    )
