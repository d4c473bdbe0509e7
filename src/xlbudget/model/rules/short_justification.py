"""Does every line say why it is needed?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.fault import shown
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import asked_lines, found

SHORTEST = 15  # characters


def _check(budget: Budget) -> Iterator[Finding]:
    for place, line in asked_lines(budget):
        if len(line.justification) < SHORTEST:
            said = f"justified by {shown(line.justification)}" if line.justification else "blank"
            yield found(
                RULE,
                place,
                "justification",
                saw=f"Line {line.line_id} is {said}"
                if line.justification
                else f"Line {line.line_id} has no justification",
                wants=f"One sentence says why it is needed, of {SHORTEST} characters or more",
                fix="Say what it changes for students or staff, and what happens without it",
            )


RULE = Rule(
    code="XLR-10",
    title="Short justification",
    severity=Severity.WARNING,
    says=f"Every line that is asked for is justified in {SHORTEST} characters or more.",
    source="Title I, II and IV-A guidance (federal lines need a needs assessment in words)",
    check=_check,
)
