"""What every sheet of a school's workbook is given: pack, answer, room, and all rows in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from xlbudget.errors import UnknownChoiceError
from xlbudget.model.school_answer import AnswerLine, BuildingGoal, SchoolAnswer
from xlbudget.model.school_line import SchoolLine, school_lines
from xlbudget.model.school_pack import OfferedItem, SchoolPack
from xlbudget.model.split import ZERO
from xlbudget.sheets.labels import MARK, label
from xlbudget.sheets.school.sizes import Sizes


@dataclass(frozen=True)
class Frame:
    """The facts that the builders of a school's sheets share."""

    pack: SchoolPack
    answer: SchoolAnswer
    sizes: Sizes

    @property
    def years(self) -> Sequence[int]:
        """Return the fiscal years of the plan."""
        return self.pack.district.years

    @property
    def numbers(self) -> range:
        """Return the numbers of the plan's years: 1 to the horizon."""
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
    def planned(self) -> tuple[Decimal, ...]:
        """What all lines cost by year of the plan."""
        return tuple(sum((cost[k] for cost in self.costs), ZERO) for k in range(len(self.years)))

    def total(self, rows: Sequence[SchoolLine]) -> tuple[Decimal, ...]:
        """Return what some lines cost by year of the plan."""
        costs = [row.years(len(self.years)) for row in rows]
        return tuple(sum((cost[k] for cost in costs), ZERO) for k in range(len(self.years)))

    @cached_property
    def goal_labels(self) -> Mapping[str, str]:
        """The labels of the goals that a line may serve, by id, in the order of the list."""
        own = {goal.goal_id: goal.statement for goal in self.goals if goal.statement}
        held = own | {goal.goal_id: goal.statement for goal in self.pack.goals}
        return {key: label(key, statement) for key, statement in held.items()}

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
