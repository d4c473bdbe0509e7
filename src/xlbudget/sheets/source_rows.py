"""The rows of the sheet Sources: a line each, or a part of one, or sums of very many."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from xlbudget.analysis.line_parts import LinePart, parts_of
from xlbudget.model.cost import LineCost
from xlbudget.model.origin import Origin

MOST_ROWS = 20_000
"""Rows that the sheet holds line by line; a larger one takes minutes and gigabytes to write."""

OTHERS = "others"
"""The school id of what came from schools that have no row of their own."""

_TABLE = "lines.csv"
ELSEWHERE = f"the lines stand in the file {_TABLE}"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Where some money came from: a line, a part of one, or the sum of several.

    ``lines`` is 1 in the first row of a line and 0 in those of its other parts.
    """

    school_id: str
    line_id: str
    description: str
    origin: Origin
    area: str
    category: str
    goal: str
    source: str
    status: str
    lines: int
    cents: tuple[int, ...]


class SourceRows:
    """The rows of lines that come one by one; of very many, sums by file, area, goal and source.

    Where that is still too many they are sums by file.

    Args:
        most: Lines whose rows may stand one by one, and sums that stand in place of more.
        schools: The schools that have rows of their own; None: all have.

    """

    def __init__(self, most: int = MOST_ROWS, schools: Collection[str] | None = None) -> None:
        self._schools = schools
        self._most, self._lines, self._level = most, 0, 0
        self._each: list[SourceRow] = []
        self._sums: dict[_Key, _Sum] = {}

    def add(self, cost: LineCost, origin: Origin, parts: Sequence[LinePart]) -> None:
        """Add a line with its parts."""
        self._lines += 1
        school_id = cost.line.school_id
        is_other = bool(school_id) and self._schools is not None and school_id not in self._schools
        for number, part in enumerate(parts):
            row = _row(cost, origin, part, is_first=number == 0)
            self._put(replace(row, school_id=OTHERS) if is_other else row)
        while self._level < len(_KEYS) and self._is_too_many():
            self._level += 1
            finer = self.rows()
            self._each, self._sums = [], {}
            for row in finer:
                self._put(row)

    def rows(self) -> tuple[SourceRow, ...]:
        """Return the rows of what has been added."""
        return (*self._each, *(_sum_row(*one) for one in self._sums.items()))

    def _is_too_many(self) -> bool:
        return (len(self._sums) if self._level else self._lines) > self._most

    def _put(self, row: SourceRow) -> None:
        if not self._level:
            self._each.append(row)
            return
        key = _KEYS[self._level - 1](row)
        lines, cents = self._sums.get(key, (0, (0,) * len(row.cents)))
        summed = tuple(a + b for a, b in zip(cents, row.cents, strict=True))
        self._sums[key] = lines + row.lines, summed


def source_rows(
    costs: Sequence[LineCost], origins: Sequence[Origin], most: int = MOST_ROWS
) -> tuple[SourceRow, ...]:
    """Return the rows of all lines.

    Args:
        costs: Every line and what it costs.
        origins: Where each of them came from.
        most: Rows that may stand line by line.

    """
    found = SourceRows(most)
    for cost, origin in zip(costs, origins, strict=True):
        found.add(cost, origin, parts_of(cost))
    return found.rows()


def _row(cost: LineCost, origin: Origin, part: LinePart, *, is_first: bool) -> SourceRow:
    line = cost.line
    return SourceRow(
        school_id=line.school_id,
        line_id=line.line_id,
        description=line.description,
        origin=origin,
        area=line.area,
        category=line.category,
        goal=part.goal,
        source=part.source,
        status=line.status,
        lines=int(is_first),
        cents=part.cents,
    )


_Key = tuple[str, ...]
_Sum = tuple[int, tuple[int, ...]]  # lines, and cents by year


def _whose(row: SourceRow) -> _Key:
    if row.school_id == OTHERS:
        return OTHERS, _TABLE, ""
    return row.school_id, row.origin.file, row.origin.sha256


def _by_facts(row: SourceRow) -> _Key:
    return (*_whose(row), row.area, row.goal, row.source)


def _by_file(row: SourceRow) -> _Key:
    return (*_whose(row), "", "", "")


_KEYS = (_by_facts, _by_file)
"""What rows are summed by, where there are too many: the finer sums first."""


def _sum_row(key: _Key, summed: _Sum) -> SourceRow:
    school_id, file, sha256, area, goal, source = key
    lines, cents = summed
    return SourceRow(
        school_id=school_id,
        line_id="several",
        description=ELSEWHERE,
        origin=Origin(file=file, sha256=sha256),
        area=area,
        category="",
        goal=goal,
        source=source,
        status="",
        lines=lines,
        cents=cents,
    )
