"""What differs between two budgets: line by line, record by record, figure by figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from xlbudget.analysis.analysis import Analysis, analyze
from xlbudget.analysis.breakdown import ZERO, Amounts, minus
from xlbudget.analysis.figure_changes import FigureGroup, figure_groups
from xlbudget.analysis.headline_changes import HeadlineChange, headline_changes
from xlbudget.analysis.record_changes import (
    Change,
    Key,
    RecordChange,
    keyed,
    record_change,
    record_changes,
)
from xlbudget.model import Budget, District, LineItem
from xlbudget.model.cost import EXACT
from xlbudget.model.tables import DISTRICT_FILE, TABLES, Table, table_of

_DISTRICT = Table(DISTRICT_FILE, District, "district", "district", "About", "District")
_LINES = table_of(LineItem)


@dataclass(frozen=True, slots=True)
class LineChange:
    """What became of a line, and what that does to the cost of each compared year.

    A line with the same fields is changed when its cost is: by the growth of prices, say.
    """

    record: RecordChange
    effect: Amounts  # dollars by year, new less old

    @property
    def total(self) -> Decimal:
        """Return the effect over the compared years."""
        return sum(self.effect, ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two budgets side by side; amounts by year run over the years that both plans cover."""

    years: tuple[int, ...]
    old_years: tuple[int, ...]
    new_years: tuple[int, ...]
    lines: tuple[LineChange, ...]
    same_lines: int
    records: tuple[tuple[str, RecordChange], ...]  # the noun of the table, and what became
    headlines: tuple[HeadlineChange, ...]  # those that are the same too
    groups: tuple[FigureGroup, ...]  # rows that are the same too

    @property
    def changed_headlines(self) -> tuple[HeadlineChange, ...]:
        """Return the headline figures that differ."""
        return tuple(one for one in self.headlines if one.old != one.new)

    @property
    def is_empty(self) -> bool:
        """Return whether the two budgets are the same; an order of records is no difference."""
        changed = (self.lines, self.records, self.changed_headlines)
        return not any(changed) and not any(group.changed for group in self.groups)

    def lines_that(self, change: Change) -> tuple[LineChange, ...]:
        """Return the lines that were added, removed, or changed."""
        return tuple(line for line in self.lines if line.record.change is change)


def compare(old: Budget, new: Budget) -> Comparison:
    """Return what differs between two budgets; nothing is refused.

    Lines and other records go by their ids.  Cost is compared in the fiscal years that both
    plans cover; headline figures each over its own plan.

    Args:
        old: The budget before.
        new: The budget after.

    """
    before, after = analyze(old), analyze(new)
    years = tuple(year for year in before.years if year in after.years)
    with localcontext(EXACT):
        lines = tuple(_line_changes(before, after, years))
        costs = {**_costs(before, years), **_costs(after, years)}
        return Comparison(
            years=years,
            old_years=before.years,
            new_years=after.years,
            lines=lines,
            same_lines=len(costs) - len(lines),
            records=tuple(_other_changes(old, new)),
            headlines=headline_changes(before, after),
            groups=figure_groups(before, after, years),
        )


def _line_changes(old: Analysis, new: Analysis, years: Sequence[int]) -> Iterator[LineChange]:
    before, after = (keyed(_LINES, one.budget.lines) for one in (old, new))
    was, now = _costs(old, years), _costs(new, years)
    none = (ZERO,) * len(years)
    for key in dict.fromkeys((*before, *after)):
        record = record_change(_LINES, key, before.get(key), after.get(key))
        effect = minus(now.get(key, none), was.get(key, none))
        if record.fields or record.change is not Change.CHANGED or any(effect):
            yield LineChange(record, effect)


def _costs(analysis: Analysis, years: Sequence[int]) -> dict[Key, Amounts]:
    places = [analysis.years.index(year) for year in years]
    keys = keyed(_LINES, analysis.budget.lines)
    return {
        key: tuple(cost.years[place] for place in places)
        for key, cost in zip(keys, analysis.costs, strict=True)
    }


def _other_changes(old: Budget, new: Budget) -> Iterator[tuple[str, RecordChange]]:
    before, after = old.district, new.district
    district = record_change(_DISTRICT, Key("", 0), before, after)
    if district.fields:
        yield _DISTRICT.noun, district
    for table in TABLES:
        if table is not _LINES:
            for change in record_changes(table, table.records(old), table.records(new)):
                yield table.noun, change
