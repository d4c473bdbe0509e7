"""Does every line serve a goal?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import asked_lines, found


def _check(budget: Budget) -> Iterator[Finding]:
    for place, line in asked_lines(budget):
        if not (line.goal_1 or line.goal_2 or line.goal_3):
            yield found(
                RULE,
                place,
                "goal_1",
                saw=f"Line {line.line_id} names no goal",
                wants="Every line serves a goal of the district's or a building's plan; without"
                " one it is asked for, never planned",
                fix="Name the goal that it serves, or take the line out",
            )


RULE = Rule(
    code="XLR-09",
    title="Line without a goal",
    severity=Severity.WARNING,
    says="Every line that is asked for names a goal.",
    source="Future Ready Schools, Budget and Resources (funding is linked to "
    "strategic and tactical plans)",
    check=_check,
)
