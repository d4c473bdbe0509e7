"""What is wrong in next year's budget, whose lines come some thousand at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, islice

from xlbudget.analysis.line_parts import parts_of
from xlbudget.distribution.consolidate.answers import CHUNK
from xlbudget.distribution.consolidate.doubles import Ids, doubles
from xlbudget.distribution.consolidate.found import Found, FoundSoFar
from xlbudget.distribution.consolidate.merged import Merged
from xlbudget.distribution.consolidate.rule_findings import RuleFindings
from xlbudget.distribution.consolidate.summarized import Sums
from xlbudget.model.budget import Budget
from xlbudget.model.cost import line_costs
from xlbudget.model.line_item import LineItem
from xlbudget.model.origin import Origin
from xlbudget.model.tables import table_of

_FILE = table_of(LineItem).file
_FIRST_ROW = 2  # of the first line, below the header


class NextFindings:
    """What is wrong in a budget whose lines are about to be written into ``line_items.csv``.

    Args:
        budget: The budget without its lines.

    """

    def __init__(self, budget: Budget) -> None:
        self._budget, self._rows = budget, count(_FIRST_ROW)
        self._found, self._ids = FoundSoFar(), Ids()
        self._rules, self._sums = RuleFindings(budget), Sums(budget)

    def add(self, lines: Sequence[LineItem]) -> None:
        """Look at lines, in the order in which they are written."""
        part = _part(self._budget, lines, self._rows)
        for cost in part.costs:
            self._ids.add(cost.line.line_id)
            self._sums.add(cost, parts_of(cost))
        self._found.add(self._rules.of_lines(part))

    def found(self, again: Callable[[], Iterable[LineItem]]) -> Found:
        """Return what is wrong.

        Args:
            again: Gives the lines once more, where two of them seem to have one id.

        """
        if repeated := self._ids.repeated():
            self._found.add(doubles(_parts(self._budget, again()), repeated))
        self._found.add(self._rules.of_the_rest(self._sums.summed()))
        return self._found.found()


def _parts(budget: Budget, lines: Iterable[LineItem]) -> Iterator[Merged]:
    rows, left = count(_FIRST_ROW), iter(lines)
    while chunk := tuple(islice(left, CHUNK)):
        yield _part(budget, chunk, rows)


def _part(budget: Budget, lines: Sequence[LineItem], rows: Iterator[int]) -> Merged:
    part = replace(budget, lines=tuple(lines))
    return Merged(
        budget=part,
        origins=tuple(Origin(file=_FILE, row=row) for _, row in zip(lines, rows, strict=False)),
        recorded=(None,) * len(lines),
        costs=line_costs(part),
        rejected=(),
    )
