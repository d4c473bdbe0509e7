"""Has a conditional line a condition, a measure and a date?"""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.budget import Budget
from xlbudget.model.choices import LineStatus
from xlbudget.model.finding import Finding, Rule, Severity
from xlbudget.model.placement import asked_lines, found

_NEEDED = {"condition": "condition", "condition_measure": "measure", "condition_due": "due date"}


def _check(budget: Budget) -> Iterator[Finding]:
    programs = {program.program_id: program for program in budget.programs}
    for place, line in asked_lines(budget):
        if line.status != LineStatus.CONDITIONAL:
            continue
        program = programs.get(line.program_id)
        missing = [word for name, word in _NEEDED.items() if not getattr(program, name, None)]
        if missing:
            lacks = f"its program {line.program_id} has no {', no '.join(missing)}"
            yield found(
                RULE,
                place,
                "status" if program else "program_id",
                saw=f"Line {line.line_id} is conditional, and"
                f" {lacks if program else 'has no program to state on what condition'}",
                wants="Conditional money is released on a condition, by a measure, on a date",
                fix="Fill in condition, condition measure and condition due of the program",
            )


RULE = Rule(
    code="XLR-24",
    title="Conditional line without measure or date",
    severity=Severity.WARNING,
    says="The program of a conditional line states the condition, its measure and its date.",
    source="Future Ready Schools, Budget and Resources (innovative programs are "
    "funded conditionally)",
    check=_check,
)
