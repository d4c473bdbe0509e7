"""Which projects to take when money is short, and in which order things stand."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

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
    gains = _as_integers([gain for _, gain in held])
    worthwhile = [
        (cost, gain, 1 << position)
        for position, (cost, gain) in enumerate(zip(costs, gains, strict=True))
        if gain > 0
    ]
    picked = _best_pair(_frontier(worthwhile[::2], room), _frontier(worthwhile[1::2], room), room)
    chosen = tuple(position for position in range(len(held)) if picked >> position & 1)
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


def _frontier(projects: Sequence[tuple[int, int, int]], room: int) -> list[tuple[int, int, int]]:
    """Return each choice that no cheaper one matches, as cost, negative gain, and members.

    Both costs and gains rise along the list.
    """
    choices = [(0, 0, 0)]
    for cost, gain, member in projects:
        larger = [(c + cost, g - gain, m | member) for c, g, m in choices if c + cost <= room]
        choices = _undominated(sorted(choices + larger))
    return choices


def _undominated(choices: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    kept, best = [], 1
    for choice in choices:
        if choice[1] < best:
            kept.append(choice)
            best = choice[1]
    return kept


def _best_pair(
    left: Sequence[tuple[int, int, int]], right: Sequence[tuple[int, int, int]], room: int
) -> int:
    """Return the members of the best choice from both lists: one walk up, one walk down."""
    best = (0, 0, 0)
    place = len(right) - 1
    for cost, loss, members in left:
        while cost + right[place][0] > room:
            place -= 1
        partner = right[place]
        best = min(best, (loss + partner[1], cost + partner[0], members | partner[2]))
    return best[2]
