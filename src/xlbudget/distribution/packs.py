"""What a district gives each of its schools, for many schools: the budget is gone through once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from xlbudget.model.budget import Budget
from xlbudget.model.choices import Plan
from xlbudget.model.line_item import LineItem
from xlbudget.model.plan_goal import PlanGoal
from xlbudget.model.school import School
from xlbudget.model.school_pack import Offer, SchoolPack, lines_given, offer_of, pack_of
from xlbudget.sheets.school.sizes import Counts

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
        offer: What all schools are offered.

    """

    budget: Budget
    with_lines: bool
    send_to: str
    due: date | None
    offer: Offer
    _schools: Mapping[str, tuple[School, ...]]
    _common: tuple[PlanGoal, ...]
    _lines: dict[str, list[LineItem]]
    _goals: dict[str, list[PlanGoal]]

    def of(self, school_id: str) -> SchoolPack:
        """Return what the district gives a school: the same as ``pack_of`` of the whole budget.

        Raises:
            UnknownChoiceError: The budget has no such school.

        """
        return self.with_lines_of(school_id, self._lines.get(school_id.casefold(), ()))

    def with_lines_of(self, school_id: str, lines: Iterable[LineItem]) -> SchoolPack:
        """Return what the district gives a school, its lines of last year being these.

        Raises:
            UnknownChoiceError: The budget has no such school.

        """
        goals = (*self._common, *self._goals.get(school_id.casefold(), ()))
        schools = self._schools.get(school_id, self.budget.schools)
        own = replace(self.budget, lines=tuple(lines), goals=goals, schools=schools)
        return pack_of(
            own,
            school_id,
            offer=self.offer,
            with_lines=self.with_lines,
            send_to=self.send_to,
            due=self.due,
        )

    def counts_of(self, school_id: str) -> Counts:
        """Return how much a school is given: as that of its pack, without working out any cost."""
        key, offer = school_id.casefold(), self.offer
        given = lines_given(self._lines.get(key, ()), school_id) if self.with_lines else ()
        own = (goal for goal in self._goals.get(key, ()) if goal.school_id == school_id)
        return Counts(
            lines=sum(1 for _ in given),
            goals=sum(goal.plan == Plan.BUILDING for goal in own),
            district_goals=len(offer.goals),
            items=len(offer.items) - 1,
            sources=len(offer.sources),
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
    schools = {school.school_id: (school,) for school in reversed(budget.schools)}
    offer = offer_of(budget)
    return Packs(budget, with_lines, send_to, due, offer, schools, common, lines, goals)


def _by_school(
    records: Iterable[Record], id_of: Callable[[Record], str]
) -> dict[str, list[Record]]:
    """Return the records of each school, and those whose ids look like new ones of it."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        for key in keys_of(record.school_id, id_of(record)):
            found[key].append(record)
    return found


def keys_of(school_id: str, own_id: str) -> set[str]:
    """Return the schools, in small letters, whose pack a record is in: its own; that of its id."""
    stem = _NEW_ID.fullmatch(own_id)
    return {school_id.casefold()} | ({stem[1].casefold()} if stem else set())
