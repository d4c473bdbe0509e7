"""Does every building goal serve a district goal?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.choices import Plan
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import found, placed
from xlbudget.model.plan_goal import PlanGoal


def _check(budget: Budget) -> Iterator[Finding]:
    plans = {goal.goal_id: goal.plan for goal in budget.goals}
    for place, goal in placed(budget, PlanGoal):
        parent = goal.parent_goal_id
        if goal.plan != Plan.BUILDING:
            continue
        if not parent or plans.get(parent) == Plan.BUILDING:
            saw = f"serves {parent}, another building goal" if parent else "names no district goal"
            yield found(
                RULE,
                place,
                "parent_goal_id",
                saw=f"Building goal {goal.goal_id} {saw}",
                wants="A building goal serves a goal of the district's plan",
                fix="Name the district goal that it serves as its parent goal",
            )


RULE = Rule(
    code="XLR-11",
    title="Building goal without a district goal",
    severity=Severity.WARNING,
    says="Every building goal names a parent in the district's plan.",
    source="California Education Code 64001 (a school plan is consistent with the district's)",
    check=_check,
)
