"""What the rules of a budget find in one whose lines come part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xlbudget.distribution.consolidate.merged import Merged
from xlbudget.model.budget import Budget
from xlbudget.model.choices import Plan
from xlbudget.model.finding import Finding, Place
from xlbudget.model.line_item import LineItem
from xlbudget.model.rules import (
    RULES,
    duplicate_id,
    findings_of,
    goal_without_money,
    limited_areas,
    over_planned,
    unknown_id,
)
from xlbudget.model.tables import table_of

_FILE = table_of(LineItem).file
_FIRST_ROW = 2  # of the first line, in the places that rules tell
_OF_SUMS = (over_planned.RULE, limited_areas.RULE)
_OF_ALL = (*_OF_SUMS, goal_without_money.RULE)  # they ask for all lines at once
_OF_LINES = tuple(rule for rule in RULES if rule not in (*_OF_ALL, duplicate_id.RULE))
_OF_THE_REST = tuple(rule for rule in RULES if rule not in _OF_ALL)


class RuleFindings:
    """What the rules find: in each line, in the other records, in what all lines come to.

    Args:
        budget: The budget without its lines.

    """

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._funded: set[str] = set()

    def of_lines(self, part: Merged) -> Iterator[Finding]:
        """Yield what the rules find in the lines of a part, with where each of them came from."""
        self._funded |= goal_without_money.funded_goals(part.costs)
        found = _in_lines(_near(part.budget))
        if any(finding.code == unknown_id.RULE.code for finding in found):
            found = _in_lines(part.budget)  # it may be known farther off, or one alike may be
        for finding in found:
            place = finding.place
            own = place_in(part, (place.row or 0) - _FIRST_ROW, place.column)
            yield replace(finding, place=own)

    def of_the_rest(self, sums: Budget) -> Iterator[Finding]:
        """Yield what the rules find in other records, once the lines of all parts were looked at.

        Args:
            sums: The budget with lines that ask of every source what all the parts ask of it.

        """
        yield from (one for one in findings_of(self._budget, _OF_THE_REST) if not _is_line(one))
        yield from goal_without_money.without_money(self._budget, self._funded)
        yield from findings_of(replace(self._budget, lines=sums.lines), _OF_SUMS)


def place_in(part: Merged, index: int, column: str = "") -> Place:
    """Return where a line of a part stands in what came in."""
    origin, line = part.origins[index], part.budget.lines[index]
    return Place(
        file=origin.file, sheet=origin.sheet, row=origin.row, column=column, record=line.line_id
    )


def _in_lines(budget: Budget) -> list[Finding]:
    return [finding for finding in findings_of(budget, _OF_LINES) if _is_line(finding)]


def _is_line(finding: Finding) -> bool:
    return finding.place.file == _FILE and bool(finding.place.row)


def _near(budget: Budget) -> Budget:
    """Return a part of a budget with the schools of its lines only, and without others' goals."""
    ids = {line.school_id for line in budget.lines}
    schools = tuple(school for school in budget.schools if school.school_id in ids)
    goals = tuple(
        goal for goal in budget.goals if goal.plan != Plan.BUILDING or goal.school_id in ids
    )
    return replace(budget, schools=schools, goals=goals)
