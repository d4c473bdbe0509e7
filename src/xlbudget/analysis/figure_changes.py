"""The totals of two budgets side by side: by year, area, school, goal and source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlbudget.analysis.analysis import Analysis
from xlbudget.analysis.breakdown import (
    ZERO,
    Amounts,
    Names,
    minus,
    sum_by_year,
    sums_by_key,
    with_unnamed,
)
from xlbudget.model.cost import LineCost
from xlbudget.model.line_item import Split
from xlbudget.model.split import goal_slots, split_years

NO_GOAL = "Without a goal"
NOBODY = "Nobody"

Figures = Mapping[str, tuple[str, Amounts]]  # label and dollars by year, by key


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure by year before and after, dollars."""

    key: str
    label: str
    old: Amounts
    new: Amounts

    @property
    def change(self) -> Amounts:
        """Return the new amounts less the old ones, by year."""
        return minus(self.new, self.old)

    @property
    def is_changed(self) -> bool:
        """Return whether any year differs."""
        return self.old != self.new


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The figures of one heading; where they add up, their sum is the cost asked for."""

    name: str
    title: str
    rows: tuple[FigureChange, ...]
    adds_up: bool = True

    @property
    def changed(self) -> tuple[FigureChange, ...]:
        """Return the rows that differ."""
        return tuple(row for row in self.rows if row.is_changed)


def figure_groups(old: Analysis, new: Analysis, years: Sequence[int]) -> tuple[FigureGroup, ...]:
    """Return the totals of two budgets under each heading, over the years that both plan."""
    befores, afters = dict(_figures(old)), dict(_figures(new))
    return tuple(
        FigureGroup(
            name,
            title,
            tuple(_rows(_over(befores[name], old, years), _over(afters[name], new, years))),
            adds_up=name != "year",
        )
        for name, title in _TITLES.items()
    )


_TITLES = {
    "year": "By year",
    "area": "By area",
    "school": "By school",
    "goal": "By goal",
    "source": "By source",
}


def _rows(old: Figures, new: Figures) -> Iterator[FigureChange]:
    size = max((len(amounts) for _, amounts in (*old.values(), *new.values())), default=0)
    none = (ZERO,) * size
    for key in dict.fromkeys((*old, *new)):
        label, _ = new.get(key) or old[key]
        yield FigureChange(key, label, old.get(key, ("", none))[1], new.get(key, ("", none))[1])


def _over(figures: Figures, analysis: Analysis, years: Sequence[int]) -> Figures:
    places = [analysis.years.index(year) for year in years]
    return {
        key: (label, tuple(amounts[place] for place in places))
        for key, (label, amounts) in figures.items()
    }


def _figures(analysis: Analysis) -> Iterator[tuple[str, Figures]]:
    cash, paid = analysis.cash_flow, analysis.funding.secured
    yield (
        "year",
        {
            "asked": ("Asked for", cash.cost),
            "planned": ("Planned and with a goal", cash.planned),
            "paid": ("Paid by secured sources", paid.paid),
            "unfunded": ("Not funded by secured sources", paid.unfunded),
        },
    )
    yield "area", {row.key: (row.label, row.years) for row in cash.areas}
    yield "school", {row.key: (row.label, row.years) for row in cash.schools}
    yield "goal", _by_goal(analysis)
    yield "source", _by_source(analysis)


def _by_goal(analysis: Analysis) -> Figures:
    parts = [
        (slot.key, amounts) for cost in analysis.costs for slot, amounts in _parts(cost) if slot.key
    ]
    keys, rows = [key for key, _ in parts], [amounts for _, amounts in parts]
    names = [(goal.goal_id, goal.statement) for goal in analysis.budget.goals if goal.goal_id]
    return _with_rest(names, sums_by_key(keys, rows, len(analysis.years)), analysis, NO_GOAL)


def _parts(cost: LineCost) -> Iterator[tuple[Split, Amounts]]:
    slots = goal_slots(cost.line)
    return zip(slots, split_years(cost.years, [slot.share for slot in slots]), strict=True)


def _by_source(analysis: Analysis) -> Figures:
    asked = {
        item.source.source_id: item.wanted
        for item in reversed(analysis.funding.sources)
        if item.source.source_id
    }
    names = [(item.source.source_id, item.source.name) for item in analysis.funding.sources]
    named = [(key, label) for key, label in names if key]
    return _with_rest(named, asked, analysis, NOBODY)


def _with_rest(names: Names, sums: Mapping[str, Amounts], analysis: Analysis, rest: str) -> Figures:
    """Return the sums with their labels, and last what they leave of the cost asked for."""
    count = len(analysis.years)
    none = (ZERO,) * count
    found = {
        key: (label, sums.get(key, none)) for key, label in with_unnamed(names, sums, blank=rest)
    }
    return found | {"": (rest, minus(analysis.cash_flow.cost, sum_by_year(sums.values(), count)))}
