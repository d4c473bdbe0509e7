"""A budget of very many lines as one of fewer: sums that keep every total to the cent.

Spreadsheets become slow with tens of thousands of lines of 180 columns.  Lines that agree in
school, program, category, goal, source and status are then one line of the workbook, a contract
that pays their sum by year.  Where that is still too many, the program, and then the school, is
left out of what they must agree in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from xlbudget.analysis.line_parts import LinePart
from xlbudget.model.budget import Budget
from xlbudget.model.choices import CostType, Need, Plan
from xlbudget.model.cost import LineCost
from xlbudget.model.field import Years
from xlbudget.model.line_item import LineItem
from xlbudget.model.school import School
from xlbudget.model.split import ONE

MOST_LINES = 5_000
"""Lines that a workbook holds one by one: it opens in seconds, and so it was written."""

MOST_SCHOOLS = 2_000
"""Schools that a workbook holds one by one; a sheet has rows for each, and formulas over all."""

ALL_SCHOOLS = "ALL"
"""The id under which a workbook holds more of them as one."""

_LOST = "quantities, prices and service lives, evened-out cost, resale, user hours"
_LESS = {"program_id": "the program", "school_id": "the school"}  # left out in this order


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


class Sums:
    """The lines of a budget that come one by one, or their sums, few enough for a workbook.

    Args:
        budget: The budget, whose goals and years count; its lines do not.
        most: Lines that a workbook holds; of more it holds sums, and what these agree in becomes
            less until they are so few.
        most_schools: Schools that it holds; more are one, to which the sums belong.

    """

    def __init__(
        self, budget: Budget, most: int = MOST_LINES, most_schools: int = MOST_SCHOOLS
    ) -> None:
        self._is_one = len(budget.schools) > most_schools
        self._budget, self._most = _with_one_school(budget) if self._is_one else budget, most
        self._years = budget.district.years
        self._parents = {  # of the goals of buildings
            goal.goal_id: goal.parent_goal_id
            for goal in budget.goals
            if goal.plan == Plan.BUILDING and goal.parent_goal_id
        }
        self._left_out: tuple[str, ...] = ()  # names of what sums need not agree in
        self._found: dict[_Alike, list[int]] = {}
        self._first: list[LineItem] = []  # the lines, while they are few enough
        self.lines = 0

    def add(self, cost: LineCost, parts: Sequence[LinePart]) -> None:
        """Add a line with its parts."""
        self.lines += 1
        if self._holds_each:
            self._first.append(cost.line)
        else:
            self._first.clear()
        if not cost.asked:
            return
        for part in parts:
            for place, (year, cents) in enumerate(zip(self._years, part.cents, strict=True)):
                if cents:
                    self._put(_alike(cost, part, year), place, cents)
        while len(self._found) > self._most and len(self._left_out) < len(_LESS):
            self._coarsen()

    def held(self) -> Held:
        """Return the budget whose lines the workbook holds: its own, or sums of them."""
        if self._holds_each:
            return Held(replace(self._budget, lines=tuple(self._first)), "")
        return Held(self.summed(), self._lost())

    def summed(self) -> Budget:
        """Return the budget with a line for each sum, however few its lines are."""
        sums = enumerate(sorted(self._found.items()), 1)
        lines = tuple(_line(number, one, self._years) for number, one in sums)
        return replace(self._budget, lines=lines)

    @property
    def _holds_each(self) -> bool:
        return self.lines <= self._most and not self._is_one

    def _lost(self) -> str:
        sums = f"{self.lines:,} lines stand in Line items as {len(self._found):,} sums"
        also = dict.fromkeys(_LESS[name] for name in self._left_out)
        if self._is_one:
            also |= {_LESS["school_id"]: None}
        return ", ".join((f"{sums}, without {_LOST}", *also))

    def _put(self, alike: _Alike, place: int, cents: int) -> None:
        self._found.setdefault(self._less(alike), [0] * len(self._years))[place] += cents

    def _less(self, alike: _Alike) -> _Alike:
        """Return what a sum agrees in; without the school, goals of buildings are their parents."""
        if self._is_one and alike.school_id:
            goal = self._parents.get(alike.goal, alike.goal)
            alike = alike._replace(school_id=ALL_SCHOOLS, goal=goal)
        if not self._left_out:
            return alike
        by_school = "school_id" in self._left_out
        goal = self._parents.get(alike.goal, alike.goal) if by_school else alike.goal
        return alike._replace(**dict.fromkeys(self._left_out, ""), goal=goal)

    def _coarsen(self) -> None:
        self._left_out = tuple(_LESS)[: len(self._left_out) + 1]
        finer, self._found = self._found, {}
        for alike, cents in finer.items():
            for place, amount in enumerate(cents):
                self._put(alike, place, amount)


def _with_one_school(budget: Budget) -> Budget:
    """Return a budget whose schools are one, with their students and money, and no goals of theirs.

    What serves a goal of a building counts for the district's goal above it.
    """
    one = School(
        school_id=ALL_SCHOOLS,
        name=f"{len(budget.schools):,} schools",
        enrollment=_added(school.enrollment for school in budget.schools),
        allocation=_added(school.allocation for school in budget.schools),
    )
    parents = {goal.goal_id: goal.parent_goal_id for goal in budget.goals}
    goals = tuple(goal for goal in budget.goals if goal.plan != Plan.BUILDING)
    kept = {goal.goal_id for goal in goals}
    outcomes = tuple(
        one if one.goal_id in kept else replace(one, goal_id=parents.get(one.goal_id, ""))
        for one in budget.outcomes
    )
    return replace(budget, schools=(one,), goals=goals, outcomes=outcomes)


def _added(years: Iterable[Years]) -> Years:
    found: dict[int, Decimal] = {}
    for amounts in years:
        for year, amount in amounts.items():
            found[year] = found.get(year, Decimal(0)) + amount
    return found


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


def _line(number: int, of: tuple[_Alike, Sequence[int]], years: Sequence[int]) -> LineItem:
    alike, cents = of
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
