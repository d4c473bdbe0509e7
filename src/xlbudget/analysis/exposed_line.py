"""The lines that lose their source within the plan, and how much of their need by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from xlbudget.analysis.breakdown import ZERO, Amounts
from xlbudget.analysis.claims import demand
from xlbudget.analysis.cliff import lost_by_year, lost_parts
from xlbudget.analysis.frame import frame_of
from xlbudget.analysis.funding_plan import FundingPlan, funding_of, funding_plan
from xlbudget.model import Budget, LineItem
from xlbudget.model.cost import EXACT


@dataclass(frozen=True, slots=True)
class ExposedLine:
    """A line that loses its source within the plan.

    Attributes:
        line: The line.
        lost: Its recurring need that has lost its source by year, dollars of the year, 0 or more.
        first_year: The first fiscal year with a loss.

    """

    line: LineItem
    lost: Amounts
    first_year: int


def exposed_lines(budget: Budget) -> tuple[ExposedLine, ...]:
    """Return the lines that lose their source within the plan, the greatest loss first.

    A line loses its source in a year as the cliff is defined: the need is recurring, the source
    has ended, and no successor pays.
    """
    with localcontext(EXACT):
        funding = funding_of(frame_of(budget))
        costs, years = funding.frame.costs, funding.frame.years
        rows = [cost.years for cost in costs]
        lost: dict[str, list[Decimal]] = {}
        for place in range(len(years)):
            for part in lost_parts(funding.claims, costs, rows, place):
                lost.setdefault(part.line_id, [ZERO] * len(years))[place] += part.amount
    lines = {line.line_id: line for line in reversed(budget.lines)}
    found = (
        ExposedLine(lines[key], tuple(row), years[_first(row)])
        for key, row in lost.items()
        if any(amount > 0 for amount in row)
    )
    return tuple(sorted(found, key=lambda item: (-sum(item.lost), item.line.line_id)))


def lost_by_line(budget: Budget, line: LineItem) -> Amounts:
    """Return the recurring need of one line that has lost its source by year, dollars.

    What other lines claim does not count: a source that has ended is lost to each alike.
    """
    with localcontext(EXACT):
        funding = funding_of(frame_of(replace(budget, lines=(line,))))
        rows = [cost.years for cost in funding.frame.costs]
        years = funding.frame.count
        return lost_by_year(funding.claims, demand(funding.claims, rows, years), years)


def funding_with(budget: Budget, lines: Iterable[LineItem]) -> FundingPlan:
    """Return the funding plan of a budget in which some lines are replaced, by their ids."""
    new = {line.line_id: line for line in lines}
    changed = tuple(new.get(line.line_id, line) for line in budget.lines)
    with localcontext(EXACT):
        return funding_plan(funding_of(frame_of(replace(budget, lines=changed))))


def _first(row: Iterable[Decimal]) -> int:
    return next(place for place, amount in enumerate(row) if amount > 0)
