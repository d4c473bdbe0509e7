"""How much room a school's workbook has: the one thing that its geometry hangs on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xlbudget.errors import ShapeError
from xlbudget.model.school_answer import SchoolAnswer
from xlbudget.model.school_pack import SchoolPack

SPARE_LINES, SPARE_GOALS = 50, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How many rows each table has; with the years of the plan it settles every address.

    Attributes:
        lines: Lines of last year.
        spare_lines: Rows for new lines, when there are as many lines of last year.
        goals: Goals of the building.
        district_goals: Goals of the district.
        items: Standard items.
        sources: Funding sources.

    """

    lines: int = 30
    spare_lines: int = SPARE_LINES
    goals: int = 5
    district_goals: int = 12
    items: int = 60
    sources: int = 16

    @property
    def rows(self) -> int:
        """Return how many rows My lines has: spare ones take what lines of last year leave."""
        return self.lines + self.spare_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a school has of what needs room; the fields are those of ``Sizes``."""

    lines: int
    goals: int
    district_goals: int
    items: int
    sources: int


def counts_of(pack: SchoolPack, answer: SchoolAnswer | None = None) -> Counts:
    """Return how much a school has; the goals are those that it is given, or states."""
    return Counts(
        lines=len(pack.lines),
        goals=len(pack.building_goals if answer is None else answer.goals),
        district_goals=len(pack.goals),
        items=len(pack.items) - 1,
        sources=len(pack.sources),
    )


def sizes_for(packs: Iterable[SchoolPack], *, spare_lines: int = SPARE_LINES) -> Sizes:
    """Return the least room that one template must have for all schools, from their packs."""
    return room_for(map(counts_of, packs), spare_lines=spare_lines)


def room_for(schools: Iterable[Counts], *, spare_lines: int = SPARE_LINES) -> Sizes:
    """Return the least room that one template must have for all schools of a district.

    Args:
        schools: How much each school is given.
        spare_lines: Rows for new lines that the school with the most lines shall have.

    """
    given = list(schools)
    return Sizes(
        lines=max((one.lines for one in given), default=0),
        spare_lines=spare_lines,
        goals=max((one.goals for one in given), default=0) + SPARE_GOALS,
        district_goals=max((one.district_goals for one in given), default=0) or 1,
        items=max((one.items for one in given), default=0),
        sources=max((one.sources for one in given), default=0) or 1,
    )


def refuse_what_does_not_fit(school_id: str, has: Counts, sizes: Sizes) -> None:
    """Refuse a school that has more of anything than there is room for.

    Raises:
        ShapeError: It has more lines, goals, items or sources; all of them are named.

    """
    wanted = {
        "lines of last year": (has.lines, sizes.lines),
        "goals": (has.goals, sizes.goals),
        "district goals": (has.district_goals, sizes.district_goals),
        "standard items": (has.items, sizes.items),
        "funding sources": (has.sources, sizes.sources),
    }
    over = [f"{noun} ({count})" for noun, (count, room) in wanted.items() if count > room]
    room = [f"{noun} ({room})" for noun, (count, room) in wanted.items() if count > room]
    if over:
        raise ShapeError(
            saw=f"The school {school_id} has {', '.join(over)}",
            wants=f"The template has room for {', '.join(room)}",
            fix="Make a template with more room",
        )
