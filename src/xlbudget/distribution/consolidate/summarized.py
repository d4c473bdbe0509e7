"""A budget of very many lines as one of fewer: sums that keep every total to the cent.

Spreadsheets become slow with tens of thousands of lines of 180 columns.  Lines that agree in
school, program, category, goal, source and status are then one line of the workbook, a contract
that pays their sum by year.  Where that is still too many, the program, and then the school, is
left out of what they must agree in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from xlbudget.analysis.line_parts import LinePart, parts_of
from xlbudget.model.budget import Budget
from xlbudget.model.choices import CostType, Need, Plan
from xlbudget.model.cost import LineCost
from xlbudget.model.line_item import LineItem
from xlbudget.model.split import ONE

MOST_LINES = 5_000
"""Lines that a workbook holds one by one: it opens in seconds, and so it was written."""

_LOST = "quantities, prices and service lives, evened-out cost, resale, user hours"


@dataclass(frozen=True, slots=True)
class Held:
    """What the workbook's Line items hold, and in words what they do not."""

    budget: Budget
    lost: str  # blank when every line stands there


class _Alike(NamedTuple):
    """What lines must agree in to be one."""

    school_id: str
    program_id: str
    area: str
    category: str
    goal: str
    source: str
    successor: str
    status: str
    need: str


def held(budget: Budget, costs: Sequence[LineCost], most: int = MOST_LINES) -> Held:
    """Return the budget whose lines the workbook holds: its own, or sums of them.

    Args:
        budget: The whole budget.
        costs: What each of its lines costs.
        most: Lines that the workbook holds one by one.

    """
    if len(costs) <= most:
        return Held(budget, "")
    parents = {
        goal.goal_id: goal.parent_goal_id
        for goal in budget.goals
        if goal.plan == Plan.BUILDING and goal.parent_goal_id
    }
    sums = _sums(costs, budget.district.years)
    also = ""
    for words, names in ((", the program", {"program_id"}), (", the school", {"school_id"})):
        if len(sums) <= most:
            break
        sums, also = _without(sums, names, parents if "school_id" in names else {}), also + words
    lines = tuple(
        _line(number, alike, cents, budget) for number, (alike, cents) in enumerate(sums.items(), 1)
    )
    words = f"{len(costs):,} lines stand in Line items as {len(lines):,} sums, without {_LOST}"
    return Held(replace(budget, lines=lines), words + also)


_Sums = Mapping[_Alike, list[int]]


def _sums(costs: Sequence[LineCost], years: Sequence[int]) -> _Sums:
    found: dict[_Alike, list[int]] = defaultdict(lambda: [0] * len(years))
    for cost in costs:
        if not cost.asked:
            continue
        for part in parts_of(cost):
            for place, year in enumerate(years):
                if part.cents[place]:
                    found[_alike(cost, part, year)][place] += part.cents[place]
    return dict(sorted(found.items()))


def _alike(cost: LineCost, part: LinePart, year: int) -> _Alike:
    line = cost.line
    return _Alike(
        line.school_id,
        line.program_id,
        line.area,
        line.category,
        part.goal,
        part.source,
        line.successor,
        line.status,
        (Need.RECURRING if year >= cost.recurring_from else Need.ONE_TIME).value,
    )


def _without(sums: _Sums, names: set[str], parents: Mapping[str, str]) -> _Sums:
    """Return sums of what agrees without some names; goals of buildings are their parents."""
    found: dict[_Alike, list[int]] = {}
    for alike, cents in sums.items():
        goal = parents.get(alike.goal, alike.goal)
        key = alike._replace(**dict.fromkeys(names, ""), goal=goal)
        kept = found.setdefault(key, [0] * len(cents))
        for place, amount in enumerate(cents):
            kept[place] += amount
    return dict(sorted(found.items()))


def _line(number: int, alike: _Alike, cents: Sequence[int], budget: Budget) -> LineItem:
    years = budget.district.years
    paid = {year: Decimal(amount).scaleb(-2) for year, amount in zip(years, cents, strict=True)}
    return LineItem(
        line_id=f"SUM-{number:05d}",
        description=f"Sum of lines: {alike.category}",
        justification="The lines stand on the sheet Sources.",
        program_id=alike.program_id,
        school_id=alike.school_id,
        goal_1=alike.goal,
        goal_share_1=ONE if alike.goal else None,
        source_1=alike.source,
        source_share_1=ONE if alike.source else None,
        successor=alike.successor,
        cost_type=CostType.CONTRACT.value,
        status=alike.status,
        need=alike.need,
        first_fiscal_year=years[0],
        area=alike.area,
        category=alike.category,
        payment={year: amount for year, amount in paid.items() if amount},
    )
