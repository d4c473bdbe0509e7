"""The formulas of a sheet by place; a formula that goes down a column takes no more than one."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping
from operator import attrgetter

Place = tuple[int, int]
_first = attrgetter("first")


class Formulas(Mapping[Place, str]):
    """Formulas by row and column; a place has one formula at most."""

    def __init__(self) -> None:
        self._columns: defaultdict[int, list[_Run]] = defaultdict(list)

    def put(self, row: int, column: int, formula: str) -> None:
        """Put a formula into its place."""
        runs = self._columns[column]
        if runs and runs[-1].last == row - 1 and runs[-1].formula == formula:
            runs[-1].last = row
        else:
            insort(runs, _Run(row, formula), key=_first)

    def __getitem__(self, place: Place) -> str:
        """Return the formula of a place; KeyError where there is none."""
        row, column = place
        runs = self._columns.get(column, [])
        at = bisect_right(runs, row, key=_first) - 1
        if at < 0 or row > runs[at].last:
            raise KeyError(place)
        return runs[at].formula

    def __iter__(self) -> Iterator[Place]:
        """Yield every place that has a formula, column by column."""
        for column, runs in self._columns.items():
            for run in runs:
                yield from ((row, column) for row in range(run.first, run.last + 1))

    def __len__(self) -> int:
        """Return how many places have one."""
        return sum(run.last - run.first + 1 for runs in self._columns.values() for run in runs)


class _Run:
    """A formula that stands in rows one below the other."""

    __slots__ = ("first", "formula", "last")

    def __init__(self, row: int, formula: str) -> None:
        self.first = self.last = row
        self.formula = formula
