"""What comes home from a school: its goals, its lines, and who signed."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from xlbudget.model.field import Kind, column
from xlbudget.model.finding import Place
from xlbudget.model.school_pack import PriorLine, SchoolPack


class Action(StrEnum):
    """What a school does with a line."""

    KEEP = "Keep"
    CHANGE = "Change"
    DROP = "Drop"
    NEW = "New"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildingGoal:
    """A goal of the building's plan, as the school states it."""

    goal_id: str = column(Kind.ID, "Id of the goal; it stands there already.", required=True)
    statement: str = column(
        Kind.TEXT, "The goal in one sentence.", header="The goal in one sentence"
    )
    parent_goal_id: str = column(
        Kind.ID,
        "Choose the district goal that it serves.",
        header="District goal it serves",
        refers="PlanGoal",
    )
    measure: str = column(Kind.TEXT, "What is measured, such as percent of grade 3 proficient.")
    baseline: Decimal | None = column(Kind.NUMBER, "Where the measure stands now, a number.")
    target: Decimal | None = column(Kind.NUMBER, "Where the measure shall stand, a number.")

    @property
    def in_use(self) -> bool:
        """Whether anything is entered beside the id."""
        given = (self.statement, self.parent_goal_id, self.measure)
        return any(given) or self.baseline is not None or self.target is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """A line as the school states it: what to do, how many, what for, paid from what, and why."""

    line_id: str = column(Kind.ID, "Id of the line; it stands there already.", required=True)
    action: str = column(
        Kind.CHOICE,
        "Last year's line: choose Keep, Change or Drop. New line: choose New, or leave it blank.",
        header="What to do",
        choices=Action,
    )
    item_id: str = column(
        Kind.TEXT,
        "New line: choose from the list. It brings the price. Not there: choose Other.",
        header="Item",
    )
    description: str = column(Kind.TEXT, "Say what it is, for Other only.")
    quantity: Decimal | None = column(
        Kind.NUMBER, "How many this year. When you keep a line, leave last year's.", low=0
    )
    price: Decimal | None = column(
        Kind.MONEY,
        "For Other only: the price of one, in dollars. All else has its price.",
        header="Price if Other",
        low=0,
        unit="$",
    )
    goal_id: str = column(Kind.ID, "Choose the goal that it serves.", refers="PlanGoal")
    source_id: str = column(
        Kind.ID,
        "Choose who pays. The usual one stands there.",
        header="Paid from",
        refers="FundingSource",
    )
    why: str = column(Kind.TEXT, "Say in one sentence what it changes for students or staff.")

    @property
    def in_use(self) -> bool:
        """Whether anything is entered beside the id and the source, which stand there already."""
        given = (self.action, self.item_id, self.description, self.goal_id, self.why)
        return any(given) or self.quantity is not None or self.price is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """Who answers for what the school sends."""

    name: str = column(Kind.TEXT, "Who answers for this workbook.")
    role: str = column(Kind.TEXT, "Such as principal, or school secretary.")
    day: date | None = column(Kind.DATE, "The day you sign, such as 2026-02-27.", header="Date")
    note: str = column(
        Kind.TEXT,
        "What else must be known, such as why the lines cost more than is allocated.",
        header="Note to the district",
    )

    @property
    def lacks(self) -> tuple[str, ...]:
        """Return what of name, role and date is blank, by the field's name."""
        return tuple(name for name in SIGNED if not getattr(self, name))


SIGNED = ("name", "role", "day")
"""What a signature needs; the note is free."""

SIGNATURE = ""
"""Stands for the id of a line or goal where an entry of the signature is meant."""

Places = Mapping[tuple[str, str], Place]
"""Where the cells of an answer stand, by line or goal id and name of the column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolAnswer:
    """What comes home from a school; rows that nobody used are left out."""

    school_id: str
    goals: tuple[BuildingGoal, ...] = ()
    lines: tuple[AnswerLine, ...] = ()
    sign_off: SignOff = field(default_factory=SignOff)
    places: Places = field(default_factory=dict, compare=False, repr=False)

    def place(self, key: str, column: str) -> Place:
        """Return where a cell of a line or goal stands; without a file, its id and column."""
        return self.places.get((key, column)) or Place(column=column, record=key)


def opening_answer(pack: SchoolPack) -> SchoolAnswer:
    """Return what stands in a workbook when it is issued: every line of last year is kept."""
    return SchoolAnswer(
        school_id=pack.school.school_id,
        goals=tuple(
            BuildingGoal(
                goal_id=goal.goal_id,
                statement=goal.statement,
                parent_goal_id=goal.parent_goal_id,
                measure=goal.measure,
                baseline=goal.baseline,
                target=goal.target,
            )
            for goal in pack.building_goals
        ),
        lines=_kept(pack, pack.lines),
    )


def as_issued(prior: PriorLine, pack: SchoolPack) -> AnswerLine:
    """Return a line of last year as it is kept; a goal or source not offered is left blank."""
    return _kept(pack, (prior,))[0]


def _kept(pack: SchoolPack, priors: Iterable[PriorLine]) -> tuple[AnswerLine, ...]:
    offered = {source.source_id for source in pack.sources}
    may_serve = {goal.goal_id for goal in pack.goals_offered}
    return tuple(_line(prior, may_serve, offered) for prior in priors)


def _line(prior: PriorLine, may_serve: Container[str], offered: Container[str]) -> AnswerLine:
    line = prior.line
    return AnswerLine(
        line_id=line.line_id,
        action=Action.KEEP.value,
        item_id=prior.item_id,
        description=line.description,
        quantity=prior.quantity,
        goal_id=line.goal_1 if line.goal_1 in may_serve else "",
        source_id=line.source_1 if line.source_1 in offered else "",
        why=line.justification,
    )


def same_as_before(line: AnswerLine, prior: PriorLine, pack: SchoolPack) -> bool:
    """Return whether a line states what last year's did, whatever it says to do."""
    return replace(line, action=Action.KEEP.value, price=None) == as_issued(prior, pack)
