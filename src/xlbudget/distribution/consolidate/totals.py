"""What a district's budget comes to: by area, goal, source and school, in cents by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlbudget.analysis.line_parts import LinePart, parts_of
from xlbudget.model.cost import LineCost

Cents = tuple[int, ...]
ALL, AREA, GOAL, SOURCE, SCHOOL = "all", "area", "goal", "source", "school"
KINDS = (ALL, AREA, GOAL, SOURCE, SCHOOL)
"""By what totals are told; what serves no goal, has no source or no school stands under ``""``."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals in cents: for each kind, by key, one for each fiscal year."""

    years: tuple[int, ...]
    by: Mapping[str, Mapping[str, Cents]]

    @property
    def whole(self) -> Cents:
        """Return what all lines come to by year."""
        return self.of(ALL, "")

    def of(self, kind: str, key: str) -> Cents:
        """Return the total of a key; zeros when it has none."""
        return self.by[kind].get(key, (0,) * len(self.years))


@dataclass(frozen=True, slots=True)
class Row:
    """A total beside what it was: of the year 1 and over the plan, in cents."""

    key: str
    now: Cents
    before: Cents

    @property
    def change(self) -> int:
        """Return by how much the whole plan changed."""
        return sum(self.now) - sum(self.before)


class TotalsSoFar:
    """Totals of lines that come one by one."""

    def __init__(self, years: tuple[int, ...]) -> None:
        self._years = years
        self._found: dict[str, dict[str, list[int]]] = {kind: {} for kind in KINDS}

    def add(self, cost: LineCost, parts: Sequence[LinePart]) -> None:
        """Add a line, which is split among its goals and its sources to the cent."""
        line = cost.line
        for part in parts:
            keys = ("", line.area, part.goal, part.source, line.school_id)
            for kind, key in zip(KINDS, keys, strict=True):
                sums = self._found[kind].setdefault(key, [0] * len(self._years))
                for place, cents in enumerate(part.cents):
                    sums[place] += cents

    def totals(self) -> Totals:
        """Return what has been added."""
        by = {
            kind: {key: tuple(sums) for key, sums in sorted(of.items())}
            for kind, of in self._found.items()
        }
        return Totals(self._years, by)


def totals_of(costs: Iterable[LineCost], years: tuple[int, ...]) -> Totals:
    """Return the totals of lines; a line is split among its goals and its sources to the cent."""
    found = TotalsSoFar(years)
    for cost in costs:
        found.add(cost, parts_of(cost))
    return found.totals()


def rows_of(kind: str, now: Totals, before: Totals | None) -> tuple[Row, ...]:
    """Return the totals of a kind beside what they were; years that both have are compared."""
    old = _aligned(kind, before, now.years) if before else {}
    zeros = (0,) * len(now.years)
    keys = sorted({*now.by[kind], *old})
    return tuple(Row(key, now.of(kind, key), old.get(key, zeros)) for key in keys)


def plain_totals(totals: Totals) -> dict[str, object]:
    """Return totals as JSON has them; ``totals_from`` reads them back."""
    by = {kind: {key: list(cents) for key, cents in of.items()} for kind, of in totals.by.items()}
    return {"years": list(totals.years), "cents": by}


def totals_from(plain: Mapping[str, Any]) -> Totals | None:
    """Return the totals that ``plain_totals`` gave; None when they are something else."""
    if not {"years", "cents"} <= plain.keys():
        return None
    by = defaultdict(dict, plain["cents"])
    kinds = {kind: {key: tuple(cents) for key, cents in by[kind].items()} for kind in KINDS}
    return Totals(tuple(plain["years"]), kinds)


def _aligned(kind: str, totals: Totals, years: tuple[int, ...]) -> dict[str, Cents]:
    places = {year: place for place, year in enumerate(totals.years)}
    return {
        key: tuple(cents[places[year]] if year in places else 0 for year in years)
        for key, cents in totals.by[kind].items()
    }
