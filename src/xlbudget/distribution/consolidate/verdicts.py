"""What was decided about a line: the decision that counts, and what it makes of the line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from xlbudget.distribution.line_rule import rule_meets
from xlbudget.distribution.register.decision import Decision, Verdict
from xlbudget.distribution.register.submissions.accepted_lines import AcceptedLine
from xlbudget.model.choices import LineStatus
from xlbudget.model.line_item import LineItem
from xlbudget.model.program import Program

CONDITIONAL_PROGRAM = "CONDITIONAL"
_STATUS = {
    Verdict.APPROVED: LineStatus.APPROVED.value,
    Verdict.CONDITIONAL: LineStatus.CONDITIONAL.value,
}


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions that stand, ready to be asked for a line's."""

    by_line: dict[tuple[str, str], Decision]
    by_rule: Sequence[Decision]  # the newest first

    def of(self, line: AcceptedLine) -> Decision | None:
        """Return the decision that counts for a line: the newest one that is about it."""
        own = self.by_line.get((line.school_id, line.line.item.line_id))
        rule = next((one for one in self.by_rule if rule_meets(one.rule, line)), None)
        if own is None or rule is None:
            return own or rule
        return rule if rule.at > own.at else own


def decided(decisions: Iterable[Decision]) -> Decided:
    """Return the standing decisions, by line and by rule."""
    given = tuple(decisions)
    rules = sorted((one for one in given if one.rule), key=lambda one: one.at, reverse=True)
    lines = {(one.school_id, one.line_id): one for one in given if one.line_id}
    return Decided(lines, rules)


def as_decided(item: LineItem, decision: Decision | None) -> LineItem:
    """Return a line with the status that was decided; a condition stands in its notes too."""
    if decision is None or decision.state is Verdict.REJECTED:
        return item
    changed = replace(item, status=_STATUS[decision.state])
    if decision.state is not Verdict.CONDITIONAL:
        return changed
    notes = "; ".join(part for part in (item.notes, _condition(decision)) if part)
    return replace(changed, notes=notes, program_id=item.program_id or CONDITIONAL_PROGRAM)


def with_conditions(
    programs: Sequence[Program], conditional: Iterable[tuple[LineItem, Decision]]
) -> tuple[Program, ...]:
    """Return the programs, each with the conditions that were set on its lines.

    A program that states a condition keeps it before the new ones, and the earliest date counts.
    Lines without a program come under one of their own.
    """
    found: dict[str, dict[str, date | None]] = {}
    for item, decision in conditional:
        found.setdefault(item.program_id, {})[decision.condition] = decision.due_date
    known = {program.program_id for program in programs}
    if CONDITIONAL_PROGRAM in found and CONDITIONAL_PROGRAM not in known:
        new = Program(program_id=CONDITIONAL_PROGRAM, name="Lines that wait for a condition")
        programs = (*programs, new)
    return tuple(_with_condition(one, found.get(one.program_id, {})) for one in programs)


def _with_condition(program: Program, conditions: dict[str, date | None]) -> Program:
    new = [words for words in conditions if words not in program.condition]
    if not new:
        return program
    days = [program.condition_due, *conditions.values()]
    return replace(
        program,
        condition="; ".join(filter(None, (program.condition, *new))),
        condition_measure="; ".join(filter(None, (program.condition_measure, *new))),
        condition_due=min((day for day in days if day), default=None),
    )


def _condition(decision: Decision) -> str:
    until = f", until {decision.due_date}" if decision.due_date else ""
    return f"Condition: {decision.condition}{until}"
