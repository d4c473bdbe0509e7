"""The goals of the buildings, as accepted answers state them, in place of last year's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from xlbudget.model.budget import Budget
from xlbudget.model.choices import Plan
from xlbudget.model.field import fields_of
from xlbudget.model.line_item import LineItem
from xlbudget.model.plan_goal import PlanGoal
from xlbudget.model.school_answer import BuildingGoal

GOALS = "goals"
"""Where the facts of a submission hold its goals: a list with the fields of a BuildingGoal."""


def stated_goals(facts: Mapping[str, object]) -> tuple[BuildingGoal, ...] | None:
    """Return the goals that a submission's facts hold, or None when they hold no list of them."""
    given = facts.get(GOALS)
    if not isinstance(given, list):
        return None
    goals = tuple(_goal(one) for one in given if isinstance(one, dict) and one.get("goal_id"))
    return tuple(goal for goal in goals if goal.in_use)


def with_building_goals(
    budget: Budget,
    stated: Mapping[str, Sequence[BuildingGoal]],
    named: Iterable[str],
) -> tuple[PlanGoal, ...]:
    """Return a district's goals, those of the schools that stated theirs in place of last year's.

    What a school is not asked, such as the strategy, stays as it was.  A goal of last year that
    the school states no more stays when a line or an outcome names it.

    Args:
        budget: The district's budget.
        stated: The goals by school; a school that is not in it keeps last year's.
        named: The goals that lines of the new budget name.

    """
    named = {*named, *(outcome.goal_id for outcome in budget.outcomes)}
    new = {(school_id, goal.goal_id): goal for school_id, goals in stated.items() for goal in goals}
    kept: list[PlanGoal] = []
    for goal in budget.goals:
        is_asked = goal.plan == Plan.BUILDING and goal.school_id in stated
        answer = new.pop((goal.school_id, goal.goal_id), None) if is_asked else None
        if answer is not None:
            kept.append(_as_stated(goal, answer))
        elif not is_asked or goal.goal_id in named:
            kept.append(goal)
    kept += [
        _as_stated(PlanGoal(plan=Plan.BUILDING.value, school_id=school_id), goal)
        for (school_id, _), goal in sorted(new.items(), key=lambda item: item[0])
    ]
    return tuple(kept)


def named_goals(lines: Iterable[LineItem]) -> set[str]:
    """Return the goals that lines name; ``""`` when one names fewer than it may."""
    return {key for line in lines for key in (line.goal_1, line.goal_2, line.goal_3)}


def _as_stated(before: PlanGoal, goal: BuildingGoal) -> PlanGoal:
    facts: dict[str, Any] = {
        item.name: getattr(goal, item.name) for item in fields_of(BuildingGoal)
    }
    return replace(before, **facts)


def _goal(plain: Mapping[str, object]) -> BuildingGoal:
    facts: dict[str, Any] = {}
    for item in fields_of(BuildingGoal):
        value = plain.get(item.name)
        facts[item.name] = _number(value) if item.is_number else str(value or "")
    return BuildingGoal(**facts)


def _number(value: object) -> Decimal | None:
    try:
        return None if value in {None, ""} else Decimal(str(value))
    except InvalidOperation:
        return None
