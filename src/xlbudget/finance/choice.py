"""Which projects to take when money is short, and in which order things stand."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from xlbudget.errors import ShapeError
from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import total

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PROJECTS = 40
"""Among more projects the best choice can take longer than anybody waits."""


@dataclass(frozen=True, slots=True)
class CapitalPlan:
    """The projects chosen under a budget.

    Attributes:
        chosen: Their positions in the list that was given, counted from 0, rising.
        investment: Dollars they take.
        npv: Dollars of today they are worth together.

    """

    chosen: tuple[int, ...]
    investment: float
    npv: float


def capital_rationing(projects: Sequence[tuple[float, float]], budget: float) -> CapitalPlan:
    r"""Return the projects that are worth most together and fit into a budget.

    Use it where projects are independent and indivisible.  Ranking by profitability index is
    a rule of thumb that can miss the best choice; this is exact, to the last decimal.

    Args:
        projects: At most 40 pairs of investment (dollars, 0 or more) and net present value
            (dollars of today).  A project that is worth nothing or less is never chosen.
        budget: Dollars that may be spent, 0 or more.

    Returns:
        The choice; among choices of equal worth one that costs least.

    Raises:
        NotANumberError: A number is blank, text or not finite.
        ShapeError: There are no projects or more than 40, or one is not a pair.
        FinanceError: An investment or the budget is negative.

    Example:
        The first project has the best ratio; without it the other two are worth more:

        >>> capital_rationing([(60, 40), (50, 30), (50, 30)], 100)
        CapitalPlan(chosen=(1, 2), investment=100.0, npv=60.0)

    Formula:
        Maximize :math:`\sum x_k NPV_k` with x 0 or 1 and :math:`\sum x_k I_k \le budget`.

    Source:
        E. Horowitz and S. Sahni, "Computing Partitions with Applications to the Knapsack
        Problem", *Journal of the ACM* 21 (1974).

    """
    held = _projects(projects)
    limit = arguments.at_least(budget, "The budget")
    *costs, room = _as_integers([*[cost for cost, _ in held], limit])
    chosen = _best_choice(costs, _as_integers([gain for _, gain in held]), room)
    return CapitalPlan(
        chosen=chosen,
        investment=total((held[position][0] for position in chosen), "The investment"),
        npv=total((held[position][1] for position in chosen), "The worth"),
    )


def rank(scores: Sequence[float], *, highest_first: bool = True) -> tuple[int, ...]:
    """Return the place of each score among all.

    Use it to order scenarios or programs by one figure; equal scores share the better place.

    Args:
        scores: One figure for each, all in the same unit.
        highest_first: Whether the highest score is the best; for costs it is the lowest.

    Returns:
        Places in the order of ``scores``; 1 is the best.

    Raises:
        NotANumberError: A score is blank, text or not finite.
        ShapeError: There are no scores.

    Example:
        >>> rank([61_627, 138_404, -30_149, 61_627])
        (2, 1, 4, 2)

    Formula:
        One more than the number of better scores.

    Source:
        The documented behavior of the spreadsheet function RANK.EQ.

    """
    held = arguments.numbers(scores, "score")
    places: dict[float, int] = {}
    for place, score in enumerate(sorted(held, reverse=highest_first), start=1):
        places.setdefault(score, place)
    return tuple(places[score] for score in held)


def _projects(projects: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    held = arguments.pairs(
        arguments.listed(projects, "project"), "project", "the investment and the net present value"
    )
    if len(held) > MOST_PROJECTS:
        raise ShapeError(
            saw=f"There are {len(held)} projects",
            wants=f"The best choice is found among at most {MOST_PROJECTS}",
            fix="Leave out those that are settled already, or combine small ones",
        )
    for cost, _ in held:
        arguments.at_least(cost, "An investment")
    return held


def _as_integers(values: Sequence[float]) -> list[int]:
    """Return whole numbers in the same proportion as the decimals that ``values`` stand for."""
    exact = [Fraction(repr(value)) for value in values]
    scale = lcm(*(value.denominator for value in exact))
    return [int(value * scale) for value in exact]


def _best_choice(costs: Sequence[int], gains: Sequence[int], room: int) -> tuple[int, ...]:
    """Return the positions of the projects to take, rising.

    A choice is kept as one whole number: its cost above the mask, what it leaves out below.
    What is left out is told in values.  A value is a gain, then a cost that breaks ties, then a
    bit that names the project; so the least left out is the most gained at the least cost.
    """
    ties = sum(costs).bit_length()
    values = {
        position: ((((gain << ties) - cost) << len(costs)) | 1 << position)
        for position, (cost, gain) in enumerate(zip(costs, gains, strict=True))
        if gain > 0 and cost <= room
    }
    mask = (1 << sum(values.values()).bit_length()) - 1
    steps = [
        _Step(value, costs[position] * (mask + 1) - value)
        for position, value in sorted(values.items(), key=lambda item: -item[1])
    ]
    limit = (room + 1) * (mask + 1)
    bound = _first_fitting(steps, limit) & mask
    left, right = (_choices(steps[half::2], limit, mask, bound) for half in (0, 1))
    missed = _least_left_out(left, right, limit, mask)
    return tuple(position for position in values if not missed >> position & 1)


class _Step(NamedTuple):
    """What a project is worth, and what taking it adds to a choice."""

    value: int
    taking: int


def _first_fitting(steps: Sequence[_Step], limit: int) -> int:
    """Return a fair choice, so that hopeless ones are known: the most valuable that still fit."""
    choice = sum(step.value for step in steps)
    for step in steps:
        if choice + step.taking < limit:
            choice += step.taking
    return choice


def _choices(steps: Sequence[_Step], limit: int, mask: int, bound: int) -> list[int]:
    """Return the choices among half of the projects that may be part of the best, by cost."""
    undecided = sum(step.value for step in steps)
    choices = [undecided]
    for step in steps:
        choices = _undominated(choices, mask, bound + undecided)
        fitting = bisect_left(choices, limit - step.taking)
        # Two rising runs: sorting them is one merge, the quickest that the language has.
        choices = sorted(choices + [choice + step.taking for choice in choices[:fitting]])
        undecided -= step.value
    return choices


def _undominated(choices: Sequence[int], mask: int, bound: int) -> list[int]:
    """Return those that leave out less than each cheaper one, and no more than the bound."""
    kept, least = [], bound + 1
    for choice in choices:
        if (left_out := choice & mask) < least:
            kept.append(choice)
            least = left_out
    return kept


def _least_left_out(left: Sequence[int], right: Sequence[int], limit: int, mask: int) -> int:
    """Return what the best choice from both halves leaves out: one walk down, one walk up."""
    best = least = mask
    rising = iter(right)
    partner = next(rising)
    for choice in reversed(left):
        room = limit - choice
        while partner < room:
            # Plain comparisons, here a million times: min() would take twice as long.
            if (left_out := partner & mask) < least:
                least = left_out
            partner = next(rising, limit)
        if (left_out := least + (choice & mask)) < best:
            best = left_out
    return best
