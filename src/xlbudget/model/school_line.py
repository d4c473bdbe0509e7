"""A school's line beside what the district gave for it: what it costs, and what it still lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.model.rules.short_justification import SHORTEST
from xlbudget.model.school_answer import Action, AnswerLine, BuildingGoal, SchoolAnswer
from xlbudget.model.school_cost import CostFacts
from xlbudget.model.school_item import is_other
from xlbudget.model.school_pack import OfferedItem, PriorLine, SchoolPack
from xlbudget.model.split import ZERO

PRIOR_ACTIONS = (Action.KEEP, Action.CHANGE, Action.DROP)


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """A line as the school states it, with what is known of its id, item, goal and source.

    Attributes:
        line: What the school states.
        prior: The line of last year that has its id; None for a new one.
        item: The offered item that it names; None when it names none that is offered.
        knows_goal: Whether its goal is one that the school may choose.
        knows_source: Whether its source is one that is offered.

    """

    line: AnswerLine
    prior: PriorLine | None
    item: OfferedItem | None
    knows_goal: bool
    knows_source: bool

    @property
    def is_dropped(self) -> bool:
        """Whether last year's line is not wanted any more."""
        return self.prior is not None and self.line.action == Action.DROP

    @property
    def counts(self) -> bool:
        """Whether the line costs anything: it is in use and not dropped."""
        return (self.prior is not None or self.line.in_use) and not self.is_dropped

    @property
    def is_other(self) -> bool:
        """Whether a new line is for a thing that the list does not have."""
        return self.prior is None and is_other(self.line.item_id)

    @property
    def is_kept(self) -> bool:
        """Whether the line is last year's, with last year's quantity."""
        return self.prior is not None and self.line.action == Action.KEEP

    @property
    def facts(self) -> CostFacts | None:
        """Return what its cost hangs on: last year's line, or else the item; None for neither."""
        if self.prior is not None:
            return self.prior.facts
        return None if self.item is None else self.item.facts

    def years(self, horizon: int) -> tuple[Decimal, ...]:
        """Return its cost in dollars by year of the plan; 0 for what it lacks."""
        facts, quantity = self.facts, self.line.quantity or ZERO
        if facts is None or not self.counts:
            return (ZERO,) * horizon
        return facts.years(quantity, (self.line.price or ZERO) if self.is_other else None)


@dataclass(frozen=True, slots=True)
class Lack:
    """A thing that a line must have: its name, when it lacks it, where, and what to do."""

    noun: str
    column: str
    lacks: Callable[[SchoolLine], bool]
    fix: str
    is_fatal: bool = True


def _has_no_action(it: SchoolLine) -> bool:
    if it.prior is None:
        return it.line.action not in {"", Action.NEW}
    return it.line.action not in PRIOR_ACTIONS


def _has_no_item(it: SchoolLine) -> bool:
    if it.prior is None:
        return it.item is None
    return it.line.item_id != it.prior.item_id


def _has_no_quantity(it: SchoolLine) -> bool:
    quantity = it.line.quantity
    return (quantity or ZERO) < 0 or (not quantity and not it.is_kept)


def _is_in_parts(it: SchoolLine) -> bool:
    quantity, facts = it.line.quantity or ZERO, it.facts
    is_whole = facts is not None and facts.whole
    return is_whole and not it.is_kept and quantity != quantity.to_integral_value()


def _differs(it: SchoolLine) -> bool:
    prior = it.prior
    return it.is_kept and prior is not None and (it.line.quantity or ZERO) != prior.quantity


LACKS = (
    Lack(
        "what to do",
        "action",
        _has_no_action,
        "Choose Keep, Change or Drop for a line of last year, and New for any other",
    ),
    Lack(
        "an item of the list",
        "item_id",
        _has_no_item,
        "Choose an item of the list, or Other; last year's line keeps its own item",
    ),
    Lack(
        "a description",
        "description",
        lambda it: (it.is_other or it.prior is not None) and not it.line.description,
        "Say in a few words what it is",
    ),
    Lack("a quantity", "quantity", _has_no_quantity, "Enter how many, a number above 0"),
    Lack(
        "a whole number of units",
        "quantity",
        _is_in_parts,
        "Enter a whole number: it is bought by the piece",
        is_fatal=False,
    ),
    Lack(
        "Change in place of Keep",
        "quantity",
        _differs,
        "Choose Change when the quantity is not last year's",
        is_fatal=False,
    ),
    Lack(
        "a price",
        "price",
        lambda it: it.is_other and (it.line.price is None or it.line.price <= 0),
        "Enter the price of one, in dollars",
    ),
    Lack(
        "an empty price cell",
        "price",
        lambda it: not it.is_other and it.line.price is not None,
        "Delete the price: the item, or last year's line, has its own",
        is_fatal=False,
    ),
    Lack("a goal", "goal_id", lambda it: not it.knows_goal, "Choose a goal of the list"),
    Lack("a source", "source_id", lambda it: not it.knows_source, "Choose who pays from the list"),
    Lack(
        "a reason",
        "why",
        lambda it: len(it.line.why) < SHORTEST,
        f"Say in one sentence, of {SHORTEST} letters or more, whom it helps",
        is_fatal=False,
    ),
)
"""What a line that counts may lack, in the order of its cells; formulas of the sheet follow it."""


def lacks_of(line: SchoolLine) -> tuple[Lack, ...]:
    """Return what a line lacks; a dropped or unused one lacks nothing."""
    return would_lack(line) if line.counts else ()


def would_lack(line: SchoolLine) -> tuple[Lack, ...]:
    """Return what a line would lack if it counted."""
    return tuple(lack for lack in LACKS if lack.lacks(line))


def school_lines(answer: SchoolAnswer, pack: SchoolPack) -> tuple[SchoolLine, ...]:
    """Return each line of an answer beside what the district gave for it, in the answer's order.

    A goal that the school states itself may be chosen, when it says its sentence.
    """
    priors = {prior.line.line_id: prior for prior in pack.lines}
    items = {offered.item.item_id: offered for offered in pack.items}
    goals = {goal.goal_id for goal in pack.goals}
    goals |= {goal.goal_id for goal in answer.goals if goal.statement}
    sources = {source.source_id for source in pack.sources}
    return tuple(
        SchoolLine(
            line=line,
            prior=priors.get(line.line_id),
            item=items.get(line.item_id),
            knows_goal=line.goal_id in goals,
            knows_source=line.source_id in sources,
        )
        for line in answer.lines
    )


def goal_lacks(goal: BuildingGoal, known: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Return what a building goal that is in use lacks: each noun, and its column.

    Args:
        goal: The goal.
        known: The ids of the district's goals.

    """
    if not goal.in_use:
        return ()
    tests = (
        ("a sentence", "statement", not goal.statement),
        ("a district goal", "parent_goal_id", goal.parent_goal_id not in known),
        ("a measure", "measure", not goal.measure),
    )
    return tuple((noun, column) for noun, column, lacks in tests if lacks)
