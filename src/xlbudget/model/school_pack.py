"""What a district gives a school to plan with: its goals, lines, items, sources and money."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from xlbudget.errors import UnknownChoiceError
from xlbudget.model.budget import Budget
from xlbudget.model.choices import LineStatus, Plan
from xlbudget.model.cost import line_costs
from xlbudget.model.district import District
from xlbudget.model.funding_source import FundingSource
from xlbudget.model.line_item import LineItem
from xlbudget.model.plan_goal import PlanGoal
from xlbudget.model.school import School
from xlbudget.model.school_cost import CostFacts, cost_facts, quantity_of
from xlbudget.model.school_item import OTHER, is_other, line_of_item
from xlbudget.model.sent import sent
from xlbudget.model.split import last_paying_year
from xlbudget.model.standard_item import StandardItem

_NUMBER = re.compile("[0-9]{1,6}")


@sent
@dataclass(frozen=True, slots=True)
class PriorLine:
    """A line of last year: whole, with its quantity, the item it matches, and what it costs."""

    line: LineItem
    quantity: Decimal
    item_id: str
    facts: CostFacts


@dataclass(frozen=True, slots=True)
class OfferedItem:
    """A standard item that schools may pick, and what one of it costs."""

    item: StandardItem
    facts: CostFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolPack:
    """What a district gives a school.

    Attributes:
        district: The district, and the years of its plan.
        school: The school, with the money it may plan with by fiscal year.
        contact: Who answers for the school's answer.
        due: Day by which the answer is due.
        send_to: Where the answer goes.
        goals: The district's goals.
        building_goals: The school's own goals of last year.
        lines: Its lines of last year; none when the district starts it from nothing.
        items: The district's standard items, and last what is not on the list.
        sources: The sources that a line may be paid from, the usual one first.
        next_line: Number of the first new line: no line of the district has it.
        next_goal: Number of the first new goal.

    """

    district: District
    school: School
    contact: str = ""
    due: date | None = None
    send_to: str = ""
    goals: tuple[PlanGoal, ...] = ()
    building_goals: tuple[PlanGoal, ...] = ()
    lines: tuple[PriorLine, ...] = ()
    items: tuple[OfferedItem, ...] = ()
    sources: tuple[FundingSource, ...] = ()
    next_line: int = 1
    next_goal: int = 1

    @property
    def goals_offered(self) -> tuple[PlanGoal, ...]:
        """Return the goals of last year that a line may serve, the building's own first."""
        return (*self.building_goals, *self.goals)

    def line_id(self, number: int) -> str:
        """Return the id of a new line, counted from 1."""
        return f"{self.school.school_id}-N{self.next_line + number - 1:02d}"

    def goal_id(self, number: int) -> str:
        """Return the id of a new goal of the building, counted from 1."""
        return f"{self.school.school_id}-G{self.next_goal + number - 1:02d}"


@dataclass(frozen=True, slots=True)
class Offer:
    """What a district offers all of its schools alike: goals, items, sources; from ``offer_of``."""

    goals: tuple[PlanGoal, ...]
    items: tuple[OfferedItem, ...]
    sources: tuple[FundingSource, ...]


def offer_of(budget: Budget) -> Offer:
    """Return what a district offers all of its schools alike.

    Items without a price are left out, and so are sources that pay in no year of the plan.
    """
    items = (
        item
        for item in budget.standard_items
        if item.unit_price is not None and not is_other(item.item_id)
    )
    return Offer(
        goals=tuple(goal for goal in budget.goals if goal.plan == Plan.DISTRICT),
        items=_offered(budget, (*items, OTHER)),
        sources=tuple(source for source in budget.sources if _pays(source, budget.district)),
    )


def pack_of(
    budget: Budget,
    school_id: str,
    *,
    offer: Offer | None = None,
    with_lines: bool = True,
    contact: str = "",
    send_to: str = "",
    due: date | None = None,
) -> SchoolPack:
    """Return what a budget gives one of its schools to plan with.

    Whom the office writes to stays with the office: a workbook does not hold it.  Lines that
    lapsed are left out.

    Args:
        budget: The district's budget, with the lines of last year.
        school_id: The school.
        offer: What the district offers all schools, when that is known already.
        with_lines: Whether its lines of last year are given.
        contact: Who answers for the school.
        send_to: Where the answer goes; the district's owner, unless given.
        due: Day by which it is due; the district's, unless given.

    Raises:
        UnknownChoiceError: The budget has no such school.

    """
    school = replace(_school(budget, school_id), contact_name="", contact_email="")
    district = budget.district
    same = offer or offer_of(budget)
    own = list(lines_given(budget.lines, school_id)) if with_lines else []
    return SchoolPack(
        district=district,
        school=school,
        contact=contact,
        due=due or district.due,
        send_to=send_to or district.owner,
        goals=same.goals,
        building_goals=tuple(
            goal
            for goal in budget.goals
            if goal.plan == Plan.BUILDING and goal.school_id == school_id
        ),
        lines=_prior_lines(budget, own, [offered.item for offered in same.items[:-1]]),
        items=same.items,
        sources=same.sources,
        next_line=_next(f"{school_id}-N", (line.line_id for line in budget.lines)),
        next_goal=_next(f"{school_id}-G", (goal.goal_id for goal in budget.goals)),
    )


def lines_given(lines: Iterable[LineItem], school_id: str) -> Iterator[LineItem]:
    """Yield the lines that a school is given as last year's: its own that did not lapse."""
    own = (line for line in lines if line.school_id == school_id)
    return (line for line in own if line.status != LineStatus.LAPSED)


def item_matching(line: LineItem, items: Iterable[StandardItem]) -> str:
    """Return the one item of a line's category at its unit price; "" when none or several are."""
    category, price = line.category, line.unit_price
    alike = [it.item_id for it in items if it.category == category and it.unit_price == price]
    return alike[0] if len(alike) == 1 else ""


def _school(budget: Budget, school_id: str) -> School:
    for school in budget.schools:
        if school.school_id == school_id:
            return school
    raise UnknownChoiceError(
        saw=f"There is no school {school_id!r} in the budget",
        wants=f"Its schools are {', '.join(item.school_id for item in budget.schools) or 'none'}",
        fix="Name one of them, or add the school to the sheet Schools",
    )


def _prior_lines(
    budget: Budget, lines: Sequence[LineItem], items: Sequence[StandardItem]
) -> tuple[PriorLine, ...]:
    costs = line_costs(replace(budget, lines=tuple(lines)))
    return tuple(
        PriorLine(cost.line, quantity_of(cost), item_matching(cost.line, items), cost_facts(cost))
        for cost in costs
    )


def _offered(budget: Budget, items: Sequence[StandardItem]) -> tuple[OfferedItem, ...]:
    first = budget.district.base_fiscal_year
    lines = tuple(line_of_item(item, first_year=first) for item in items)
    costs = line_costs(replace(budget, lines=lines))
    return tuple(
        OfferedItem(item, cost_facts(cost)) for item, cost in zip(items, costs, strict=True)
    )


def _pays(source: FundingSource, district: District) -> bool:
    last = last_paying_year(source, district.fiscal_year_start_month)
    begins = source.first_fiscal_year or district.base_fiscal_year
    return begins <= district.last_year and (last is None or last >= district.base_fiscal_year)


def _next(stem: str, ids: Iterable[str]) -> int:
    """Return the number after the greatest that follows a stem in any id, capitals or not."""
    begins = stem.casefold()
    rests = (key.removeprefix(begins) for it in ids if (key := it.casefold()).startswith(begins))
    numbers = (int(rest) for rest in rests if _NUMBER.fullmatch(rest))
    return max(numbers, default=0) + 1
