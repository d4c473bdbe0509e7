"""What a district gives each of its schools, for many schools: the budget is gone through once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from xlbudget.model.budget import Budget
from xlbudget.model.choices import Plan
from xlbudget.model.line_item import LineItem
from xlbudget.model.plan_goal import PlanGoal
from xlbudget.model.school_pack import SchoolPack, pack_of

Record = TypeVar("Record", LineItem, PlanGoal)
_NEW_ID = re.compile(r"(.*)-[NG][0-9]{1,6}", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Packs:
    """What a district gives its schools; made by ``packs_of``.

    Attributes:
        budget: The district's budget.
        with_lines: Whether schools are given their lines of last year.
        send_to: Where answers go; the district's owner when it is blank.
        due: Day by which they are due; the district's when there is none.

    """

    budget: Budget
    with_lines: bool
    send_to: str
    due: date | None
    _common: tuple[PlanGoal, ...]
    _lines: dict[str, list[LineItem]]
    _goals: dict[str, list[PlanGoal]]

    def of(self, school_id: str) -> SchoolPack:
        """Return what the district gives a school: the same as ``pack_of`` of the whole budget.

        Raises:
            UnknownChoiceError: The budget has no such school.

        """
        key = school_id.casefold()
        lines = tuple(self._lines.get(key, ()))
        goals = (*self._common, *self._goals.get(key, ()))
        own = replace(self.budget, lines=lines, goals=goals)
        return pack_of(
            own, school_id, with_lines=self.with_lines, send_to=self.send_to, due=self.due
        )


def packs_of(
    budget: Budget, *, with_lines: bool = True, send_to: str = "", due: date | None = None
) -> Packs:
    """Return what a budget gives each of its schools.

    Args:
        budget: The district's budget, with the lines of last year.
        with_lines: Whether schools are given their lines of last year.
        send_to: Where answers go; the district's owner, unless given.
        due: Day by which they are due; the district's, unless given.

    """
    common = tuple(goal for goal in budget.goals if goal.plan == Plan.DISTRICT)
    building = (goal for goal in budget.goals if goal.plan != Plan.DISTRICT)
    lines = _by_school(budget.lines, lambda line: line.line_id)
    goals = _by_school(building, lambda goal: goal.goal_id)
    return Packs(budget, with_lines, send_to, due, common, lines, goals)


def _by_school(
    records: Iterable[Record], id_of: Callable[[Record], str]
) -> dict[str, list[Record]]:
    """Return the records of each school, and those whose ids look like new ones of it."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        stem = _NEW_ID.fullmatch(id_of(record))
        keys = {record.school_id.casefold()} | ({stem[1].casefold()} if stem else set())
        for key in keys:
            found[key].append(record)
    return found
