"""How the money of year 1 is linked to goals, schools, departments and sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from xlbudget.analysis.breakdown import ZERO, Names, quotient
from xlbudget.analysis.frame import Frame
from xlbudget.analysis.funding_plan import Funding
from xlbudget.analysis.headings import AREAS, NO_DEPARTMENT, school_names
from xlbudget.analysis.matrix import Cell, Matrix, matrix
from xlbudget.model import LineItem, PlanGoal
from xlbudget.model.choices import LineStatus, Plan
from xlbudget.model.cost import LineCost
from xlbudget.model.split import goal_slots, split

CONTINGENCY = "contingency"  # tag of programs that are left out of the denominator
NOBODY = "nobody"  # label of the money of year 1 that no source answers for


@dataclass(frozen=True, slots=True)
class GoalMoney:
    """The money of year 1 that is linked to one goal."""

    goal: PlanGoal
    lines: int  # asked lines that name the goal
    asked: Decimal
    planned: Decimal
    with_buildings: Decimal  # asked, with the building goals whose parent it is
    planned_with_buildings: Decimal


@dataclass(frozen=True, slots=True)
class Linked:
    """How much of the money of year 1 is linked to a known goal."""

    linked: Decimal  # contingency included
    money: Decimal  # all of it, contingency left out
    share: Decimal | None  # linked without contingency, by money; None: there is no money


@dataclass(frozen=True, slots=True)
class LineMoney:
    """A line with its money."""

    line: LineItem
    year_1: Decimal
    total: Decimal  # over the plan


@dataclass(frozen=True, slots=True)
class ConditionDue:
    """The conditional lines whose condition is decided on one day."""

    due: date | None  # None: no day is given
    amount: Decimal  # of year 1
    lines: tuple[LineMoney, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """How the money of year 1 serves the plans."""

    goals: tuple[GoalMoney, ...]
    goal_area: Matrix  # every goal for itself
    district_goal_area: Matrix  # district goals, each with its building goals
    goal_school: Matrix
    department_source: Matrix  # programs' departments; the last column is nobody's
    asked: Linked
    planned: Linked
    without_goal: tuple[LineMoney, ...]
    without_goal_amount: Decimal  # of year 1
    conditional: tuple[ConditionDue, ...]  # by due date, without one last
    conditional_amount: Decimal  # of year 1


class _Link(NamedTuple):
    """A part of a line's money of year 1 that serves a known goal."""

    cost: LineCost
    goal: PlanGoal
    amount: Decimal


def alignment(funding: Funding) -> Alignment:
    """Return how the money of year 1 serves the plans.

    Args:
        funding: The budget, what its lines cost, and who may pay for them.

    """
    frame = funding.frame
    asked = [cost for cost in frame.costs if cost.asked]
    goals = {goal.goal_id: goal for goal in reversed(frame.budget.goals)}
    links = [
        _Link(cost, goals[key], amount)
        for cost in asked
        for key, amount in _parts(cost)
        if key in goals
    ]
    names = tuple((goal.goal_id, goal.statement) for goal in frame.budget.goals)
    district = tuple(
        (goal.goal_id, goal.statement) for goal in frame.budget.goals if goal.plan == Plan.DISTRICT
    )
    goal_area = matrix(
        names, AREAS, ((link.goal.goal_id, link.cost.line.area, link.amount) for link in links)
    )
    without = tuple(_money(cost) for cost in asked if not cost.line.goal_1)
    conditional = [cost for cost in asked if cost.line.status == LineStatus.CONDITIONAL]
    return Alignment(
        goals=_goals(frame, links),
        goal_area=goal_area,
        district_goal_area=matrix(district, AREAS, _district_cells(frame.budget.goals, goal_area)),
        goal_school=matrix(
            names,
            school_names(frame),
            ((link.goal.goal_id, link.cost.line.school_id, link.amount) for link in links),
        ),
        department_source=_department_source(funding),
        asked=_linked(frame, asked, links),
        planned=_linked(
            frame,
            [cost for cost in asked if cost.planned],
            [link for link in links if link.cost.planned],
        ),
        without_goal=without,
        without_goal_amount=sum((item.year_1 for item in without), ZERO),
        conditional=_conditional(frame, conditional),
        conditional_amount=sum((cost.years[0] for cost in conditional), ZERO),
    )


def _parts(cost: LineCost) -> Iterator[tuple[str, Decimal]]:
    """Yield each goal that a line names with its part of year 1."""
    slots = goal_slots(cost.line)
    parts = split(cost.years[0], [slot.share for slot in slots])
    return ((slot.key, part) for slot, part in zip(slots, parts, strict=True) if slot.key)


def _district_cells(goals: Sequence[PlanGoal], goal_area: Matrix) -> Iterator[Cell]:
    """Yield the money of each goal for itself, and that of a building goal for its parent."""
    for goal, row in zip(_first_of(goals), goal_area.cells, strict=True):
        for (area, _), amount in zip(goal_area.columns, row, strict=True):
            yield goal.goal_id, area, amount
            if _is_counted_for_parent(goal):
                yield goal.parent_goal_id, area, amount


def _first_of(goals: Iterable[PlanGoal]) -> list[PlanGoal]:
    """Return the goals without those whose id an earlier one has."""
    found: dict[str, PlanGoal] = {}
    for goal in goals:
        found.setdefault(goal.goal_id, goal)
    return list(found.values())


def _is_counted_for_parent(goal: PlanGoal) -> bool:
    return goal.plan == Plan.BUILDING and goal.parent_goal_id not in {"", goal.goal_id}


def _goals(frame: Frame, links: Sequence[_Link]) -> tuple[GoalMoney, ...]:
    goals = _first_of(frame.budget.goals)
    asked, asked_wide = _sums(links, goals)
    planned, planned_wide = _sums([link for link in links if link.cost.planned], goals)
    lines = Counter(
        goal_id for goal_id, _ in {(link.goal.goal_id, id(link.cost)) for link in links}
    )
    return tuple(
        GoalMoney(
            goal,
            lines[goal.goal_id],
            asked[goal.goal_id],
            planned[goal.goal_id],
            asked_wide[goal.goal_id],
            planned_wide[goal.goal_id],
        )
        for goal in frame.budget.goals
    )


def _sums(
    links: Iterable[_Link], goals: Iterable[PlanGoal]
) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """Return the money of each goal for itself, and with the building goals below it."""
    own: dict[str, Decimal] = defaultdict(Decimal)
    for link in links:
        own[link.goal.goal_id] += link.amount
    wide = own.copy()
    for goal in goals:
        if _is_counted_for_parent(goal):
            wide[goal.parent_goal_id] += own[goal.goal_id]
    return own, wide


def _linked(frame: Frame, costs: Sequence[LineCost], links: Iterable[_Link]) -> Linked:
    money = sum((cost.years[0] for cost in costs if not _is_contingency(frame, cost)), ZERO)
    links = list(links)
    linked = sum((link.amount for link in links), ZERO)
    reserved = sum((link.amount for link in links if _is_contingency(frame, link.cost)), ZERO)
    return Linked(linked, money, quotient(linked - reserved, money))


def _is_contingency(frame: Frame, cost: LineCost) -> bool:
    program = frame.programs.get(cost.line.program_id)
    return program is not None and CONTINGENCY in program.tags


def _money(cost: LineCost) -> LineMoney:
    return LineMoney(cost.line, cost.years[0], sum(cost.years, ZERO))


def _conditional(frame: Frame, costs: Iterable[LineCost]) -> tuple[ConditionDue, ...]:
    days: dict[date | None, list[LineMoney]] = {}
    for cost in costs:
        program = frame.programs.get(cost.line.program_id)
        due = program.condition_due if program else None
        days.setdefault(due, []).append(_money(cost))
    ordered = sorted(days.items(), key=lambda item: (item[0] is None, item[0] or date.min))
    return tuple(
        ConditionDue(due, sum((item.year_1 for item in items), ZERO), tuple(items))
        for due, items in ordered
    )


def _department_source(funding: Funding) -> Matrix:
    frame = funding.frame
    departments = [program.department for program in frame.budget.programs]
    rows: Names = [(name, name) for name in dict.fromkeys(departments) if name]
    columns: Names = [(source.source_id, source.name) for source in frame.budget.sources]
    return matrix(
        [*rows, ("", NO_DEPARTMENT)], [*columns, ("", NOBODY)], _department_cells(funding)
    )


def _department_cells(funding: Funding) -> Iterator[Cell]:
    """Yield what each source is wanted for in year 1, and the rest as nobody's."""
    for cost, line in zip(funding.frame.costs, funding.claims.lines, strict=True):
        program = funding.frame.programs.get(cost.line.program_id)
        department, rest = program.department if program else "", cost.years[0]
        for number, part in zip(line.routes, line.parts, strict=True):
            if payer := funding.claims.routes[number].payers[0]:
                yield department, payer, part[0]
                rest -= part[0]
        yield department, "", rest
