"""Does money stand behind every goal?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.cost import LineCost
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import found, placed
from xlbudget.model.plan_goal import PlanGoal
from xlbudget.model.request import costed
from xlbudget.model.split import goal_slots


def funded_goals(costs: Iterable[LineCost]) -> set[str]:
    """Return the goals that have a share of lines that cost something."""
    return {
        slot.key
        for cost in costs
        if any(cost.years)
        for slot in goal_slots(cost.line)
        if slot.key and slot.share
    }


def without_money(budget: Budget, funded: Collection[str]) -> Iterator[Finding]:
    """Yield a finding for each goal that is not funded, and no building goal below it is."""
    known = {*funded, *(it.parent_goal_id for it in budget.goals if it.goal_id in funded)}
    for place, goal in placed(budget, PlanGoal):
        if goal.goal_id not in known:
            yield found(
                RULE,
                place,
                "goal_id",
                saw=f"No money stands behind goal {goal.goal_id} in any year of the plan",
                wants="A goal has at least one line that serves it",
                fix="Name it in the lines that serve it, or say in its strategy why it needs none",
            )


def _check(budget: Budget) -> Iterator[Finding]:
    return without_money(budget, funded_goals(costed(budget).costs))


RULE = Rule(
    code="XLR-12",
    title="Goal without money",
    severity=Severity.WARNING,
    says="Every goal has a line behind it; money of a building goal counts for its parent.",
    source="docs/figures.md, Alignment; Future Ready Schools, Budget and Resources",
    check=_check,
)
