"""What every sheet of a school's workbook is given: pack, answer, room, and all rows in order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from xlbudget.errors import UnknownChoiceError
from xlbudget.model.school_answer import AnswerLine, BuildingGoal, SchoolAnswer
from xlbudget.model.school_line import Lack, SchoolLine, school_lines, would_lack
from xlbudget.model.school_pack import OfferedItem, SchoolPack
from xlbudget.model.split import ZERO
from xlbudget.sheets.labels import MARK, label
from xlbudget.sheets.school.sizes import Sizes


@dataclass(frozen=True, eq=False)
class Frame:
    """The facts that the builders of a school's sheets share."""

    pack: SchoolPack
    answer: SchoolAnswer
    sizes: Sizes

    @cached_property
    def years(self) -> Sequence[int]:
        """The fiscal years of the plan."""
        return self.pack.district.years

    @cached_property
    def numbers(self) -> range:
        """The numbers of the plan's years: 1 to the horizon."""
        return range(1, len(self.years) + 1)

    @cached_property
    def rows(self) -> tuple[SchoolLine, ...]:
        """Every row of My lines in order: last year's lines, then those with ids for new ones."""
        given = {line.line_id: line for line in self.answer.lines}
        ids = [prior.line.line_id for prior in self.pack.lines]
        ids += [self.pack.line_id(n) for n in range(1, self.sizes.rows - len(ids) + 1)]
        strange = sorted(given.keys() - set(ids))
        if strange:
            _refuse(strange, ids[len(self.pack.lines)], ids[-1])
        usual = self.pack.sources[0].source_id if self.pack.sources else ""
        lines = tuple(given.get(key) or AnswerLine(line_id=key, source_id=usual) for key in ids)
        return school_lines(replace(self.answer, lines=lines), self.pack)

    @cached_property
    def goals(self) -> tuple[BuildingGoal, ...]:
        """Every row of the building's goals in order: those stated, then those with ids ready."""
        taken = {goal.goal_id for goal in self.answer.goals}
        ids = (self.pack.goal_id(n) for n in range(1, self.sizes.goals + len(taken) + 1))
        spare = [BuildingGoal(goal_id=key) for key in ids if key not in taken]
        return (*self.answer.goals, *spare)[: self.sizes.goals]

    @cached_property
    def costs(self) -> tuple[tuple[Decimal, ...], ...]:
        """The cost of every row of My lines by year of the plan."""
        return tuple(row.years(len(self.years)) for row in self.rows)

    @cached_property
    def recurring_from(self) -> tuple[int | None, ...]:
        """The first fiscal year in which the cost of every row comes back; None without facts."""
        known = (row.facts for row in self.rows)
        return tuple(None if facts is None else facts.recurring_from for facts in known)

    @cached_property
    def planned(self) -> tuple[Decimal, ...]:
        """What all lines cost by year of the plan."""
        return tuple(map(_sum, zip(*self.costs, strict=True))) or (ZERO,) * len(self.years)

    @cached_property
    def lacks(self) -> tuple[tuple[Lack, ...], ...]:
        """What every row of My lines would lack if it counted."""
        return tuple(map(would_lack, self.rows))

    @cached_property
    def counted(self) -> tuple[bool, ...]:
        """Whether every row of My lines counts."""
        return tuple(row.counts for row in self.rows)

    @cached_property
    def lacking(self) -> Counter[str]:
        """How many rows that count lack each thing, by its noun."""
        pairs = zip(self.counted, self.lacks, strict=True)
        return Counter(lack.noun for counts, lacks in pairs if counts for lack in lacks)

    @cached_property
    def serving(self) -> Counter[str]:
        """How many rows that count serve each goal, by its id."""
        pairs = zip(self.counted, self.rows, strict=True)
        return Counter(row.line.goal_id for counts, row in pairs if counts)

    @cached_property
    def by_goal(self) -> Mapping[str, tuple[Decimal, ...]]:
        """What all lines cost by year of the plan, by the id of the goal that they name."""
        return self._planned_by([row.line.goal_id for row in self.rows])

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Decimal, ...]]:
        """What all lines cost by year of the plan, by the id of the source that they name."""
        return self._planned_by([row.line.source_id for row in self.rows])

    def _planned_by(self, names: Sequence[str]) -> Mapping[str, tuple[Decimal, ...]]:
        costs: defaultdict[str, list[tuple[Decimal, ...]]] = defaultdict(list)
        for name, cost in zip(names, self.costs, strict=True):
            costs[name].append(cost)
        return {name: tuple(map(_sum, zip(*held, strict=True))) for name, held in costs.items()}

    @cached_property
    def item_places(self) -> Mapping[str, int]:
        """The number of each offered item in the list, by its id."""
        ids = [offered.item.item_id for offered in self.pack.items]
        return {key: i + 1 for i, key in reversed(list(enumerate(ids)))}

    @cached_property
    def goal_labels(self) -> Mapping[str, str]:
        """The labels of the goals that a line may serve, by id, in the order of the list."""
        own = {
            goal.goal_id: label(goal.goal_id, goal.statement)
            for goal in self.goals
            if goal.statement
        }
        return {**own, **self.parent_labels}

    @cached_property
    def parent_labels(self) -> Mapping[str, str]:
        """The labels of the district's goals, by id."""
        return {goal.goal_id: label(goal.goal_id, goal.statement) for goal in self.pack.goals}

    @cached_property
    def source_labels(self) -> Mapping[str, str]:
        """The labels of the sources that are offered, by id."""
        return {
            source.source_id: label(source.source_id, source.name) for source in self.pack.sources
        }

    @cached_property
    def item_labels(self) -> Mapping[str, str]:
        """The labels of the items that are offered, by id."""
        return {offered.item.item_id: item_label(offered) for offered in self.pack.items}


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, ZERO)


def item_label(offered: OfferedItem) -> str:
    """Return how an item is named in the drop-down, with its price."""
    item = offered.item
    price = "" if item.unit_price is None else f" ({item.unit_price:,.2f})"
    return label(item.item_id, item.description) + price


def id_text(cell: str) -> str:
    """Return the formula text of the id in a cell that holds a label or a bare id."""
    return f'LEFT({cell},FIND("{MARK}",{cell}&"{MARK}")-1)'


def filled_list(labels: str) -> str:
    """Return what the name of a drop-down stands for: the labels of a column that are there."""
    return f'INDEX({labels},1):INDEX({labels},MAX(1,COUNTIF({labels},"?*")))'


def _refuse(strange: Sequence[str], first: str, last: str) -> None:
    raise UnknownChoiceError(
        saw=f"There is no row for {', '.join(strange)}",
        wants=f"Lines are those of last year, and {first} to {last}",
        fix="Take the ids that the workbook has ready, or a template with more rows",
    )
