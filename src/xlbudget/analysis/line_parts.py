"""A line in parts, each for one goal and one source, that add up to every figure to the cent.

A line's money is split among its goals and, apart from that, among its sources.  The parts here
keep both splits: those of a goal add up to what the goal gets, those of a source to what the
source is asked for.  What a split leaves of the line stands under ``""``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.model.cost import LineCost
from xlbudget.model.line_item import LineItem, Split
from xlbudget.model.split import ONE, goal_slots, source_slots, split_years

_SCALE = 2  # a dollar has 10 to this power cents
_Slots = Sequence[tuple[str, tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class LinePart:
    """A part of a line: cents by year of the plan."""

    goal: str  # "" where no goal is served
    source: str  # "" where nobody pays
    cents: tuple[int, ...]


def parts_of(cost: LineCost) -> tuple[LinePart, ...]:
    """Return the parts of a line, in the order of its goals and sources; at least one."""
    line, whole = cost.line, cents_of(cost.years)
    if is_sole(line):  # nearly every line
        return (LinePart(line.goal_1, line.source_1, whole),)
    goals = _shares(cost.years, whole, goal_slots(line))
    sources = _shares(cost.years, whole, source_slots(line))
    parts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * len(whole))
    for year in range(len(whole)):
        met = _meet([cents[year] for _, cents in goals], [cents[year] for _, cents in sources])
        for (i, j), amount in met.items():
            parts[goals[i][0], sources[j][0]][year] += amount
    made = tuple(LinePart(*key, tuple(cents)) for key, cents in parts.items() if any(cents))
    return made or (LinePart(line.goal_1, line.source_1, whole),)


def cents_of(years: Sequence[Decimal]) -> tuple[int, ...]:
    """Return dollars, to the cent already, as whole cents."""
    return tuple(int(amount.scaleb(_SCALE)) for amount in years)


def is_sole(line: LineItem) -> bool:
    """Return whether one goal and one source have all of a line, or none has any of it."""
    firsts = (line.goal_share_1, line.source_share_1)
    others = (line.goal_2, line.goal_3, line.source_2, line.source_3)
    return not any(others) and all(share is None or share == ONE for share in firsts)


def _shares(years: Sequence[Decimal], whole: Sequence[int], slots: Sequence[Split]) -> _Slots:
    """Return each slot's cents by year, and last what the slots leave."""
    parts = split_years(years, [slot.share for slot in slots])
    named = [(slot.key, cents_of(part)) for slot, part in zip(slots, parts, strict=True)]
    left = zip(whole, *(cents for _, cents in named), strict=True)
    return [*named, ("", tuple(amount - sum(taken) for amount, *taken in left))]


def _meet(rows: list[int], columns: list[int]) -> dict[tuple[int, int], int]:
    """Return an amount for each row and column, so that both have their sums, which are equal."""
    met: dict[tuple[int, int], int] = defaultdict(int)
    for i in range(len(rows)):
        for j in range(len(columns)):
            both = min(rows[i], columns[j], key=abs) if rows[i] * columns[j] > 0 else 0
            rows[i], columns[j] = rows[i] - both, columns[j] - both
            met[i, j] += both
    # Shares beyond 1 leave rests of both signs, which meet in the last row and column.
    last, end = len(rows) - 1, len(columns) - 1
    for i in range(last):
        met[i, end] += rows[i]
    for j in range(end):
        met[last, j] += columns[j]
    met[last, end] += rows[last] - sum(columns[:end])
    return met
