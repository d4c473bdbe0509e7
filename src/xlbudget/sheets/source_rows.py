"""The rows of the sheet Sources: a line each, or a part of one, or sums of very many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from xlbudget.analysis.line_parts import LinePart, parts_of
from xlbudget.model.cost import LineCost
from xlbudget.model.origin import Origin

MOST_ROWS = 50_000
"""Rows that the sheet holds line by line; a larger one takes minutes and gigabytes to write."""

ELSEWHERE = "the lines stand in the file lines.csv"


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


def source_rows(
    costs: Sequence[LineCost], origins: Sequence[Origin], most: int = MOST_ROWS
) -> tuple[SourceRow, ...]:
    """Return the rows of all lines; of very many, sums by file, area, goal and source.

    Where that is still too many they are sums by file.

    Args:
        costs: Every line and what it costs.
        origins: Where each of them came from.
        most: Rows that may stand line by line.

    """
    if len(costs) <= most:
        return tuple(_each(costs, origins))
    by_file = tuple(_summed(_each(costs, origins), _by_facts))
    return by_file if len(by_file) <= most else tuple(_summed(by_file, _by_file))


def _each(costs: Sequence[LineCost], origins: Sequence[Origin]) -> Iterator[SourceRow]:
    for cost, origin in zip(costs, origins, strict=True):
        for number, part in enumerate(parts_of(cost)):
            yield _row(cost, origin, part, is_first=number == 0)


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


def _by_facts(row: SourceRow) -> _Key:
    return (row.school_id, row.origin.file, row.origin.sha256, row.area, row.goal, row.source)


def _by_file(row: SourceRow) -> _Key:
    return (row.school_id, row.origin.file, row.origin.sha256, "", "", "")


def _summed(
    rows: Iterator[SourceRow] | Sequence[SourceRow], key: Callable[[SourceRow], _Key]
) -> Iterator[SourceRow]:
    found: dict[_Key, tuple[int, list[int]]] = {}
    for row in rows:
        lines, cents = found.get(key(row), (0, [0] * len(row.cents)))
        found[key(row)] = lines + row.lines, [a + b for a, b in zip(cents, row.cents, strict=True)]
    for (school_id, file, sha256, area, goal, source), (lines, cents) in found.items():
        yield SourceRow(
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
            cents=tuple(cents),
        )
