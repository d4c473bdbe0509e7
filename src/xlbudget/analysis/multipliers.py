"""What a scenario's drivers do to lines and sources.

In one dimension the changes of all drivers that match are added; the dimensions are
multiplied: ``m = product of (1 + sum of (multiplier - 1))`` over area, category and tag.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.analysis.breakdown import Amounts
from xlbudget.model import Budget, Driver, LineItem, Program, Scenario
from xlbudget.model.choices import CostType, Dimension
from xlbudget.model.split import ONE, ZERO, to_cents

PER_STUDENT = "per_student"  # tag of programs whose quantities follow enrollment


@dataclass(frozen=True, slots=True)
class Multiplier:
    """What a scenario multiplies a line's quantity and its price (staff: salary) by."""

    quantity: Decimal = ONE
    price: Decimal = ONE
    excluded: bool = False  # the line costs nothing


PLAIN = Multiplier()
EXCLUDED = Multiplier(excluded=True)
_Key = tuple[str, str, str, bool]


@dataclass(frozen=True, slots=True)
class Changes:
    """What drivers of one key change: the sums of their multipliers less 1."""

    quantity: Decimal = ZERO
    price: Decimal = ZERO
    salary: Decimal = ZERO
    funding: Decimal = ZERO

    def plus(self, driver: Driver) -> Changes:
        """Return the changes with those of one more driver; a blank changes nothing."""
        return Changes(
            self.quantity + _change(driver.quantity),
            self.price + _change(driver.price),
            self.salary + _change(driver.salary),
            self.funding + _change(driver.funding),
        )


NO_CHANGES = Changes()


@dataclass(frozen=True, slots=True)
class Multipliers:
    """The multipliers of one scenario, worked out once for lines that are alike."""

    scenario: Scenario
    changes: Mapping[tuple[str, str], Changes]  # by dimension and key
    tagged: Mapping[str, Changes]  # by program: those of its tags
    grown: Mapping[str, Decimal]  # by program: what enrollment multiplies quantity by
    excluded: frozenset[str]  # programs that are left out
    known: dict[_Key, Multiplier]

    @property
    def is_plain(self) -> bool:
        """Whether the scenario leaves every line and source as it is."""
        scenario = self.scenario
        return not (self.changes or scenario.excluded_tags or scenario.enrollment_change)

    def of(self, line: LineItem) -> Multiplier:
        """Return what the scenario multiplies a line by."""
        staff = line.cost_type == CostType.STAFF
        key = (line.area, line.category, line.program_id, staff)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self._multiplier(*key)
        return found

    def funding(self, source_id: str) -> Decimal:
        """Return what the scenario multiplies a source's money by."""
        return ONE + self._changes(Dimension.SOURCE, source_id).funding

    def _multiplier(self, area: str, category: str, program_id: str, staff: bool) -> Multiplier:
        if program_id in self.excluded:
            return EXCLUDED
        quantity, price = self.grown.get(program_id, ONE), ONE
        for change in (
            self._changes(Dimension.AREA, area),
            self._changes(Dimension.CATEGORY, category),
            self.tagged.get(program_id, NO_CHANGES),
        ):
            if change is not NO_CHANGES:
                quantity *= ONE + change.quantity
                price *= ONE + (change.salary if staff else change.price)
        found = Multiplier(quantity, price)
        return PLAIN if found == PLAIN else found

    def _changes(self, dimension: Dimension, key: str) -> Changes:
        return self.changes.get((dimension, key), NO_CHANGES)


def multipliers_of(
    scenario: Scenario, budget: Budget, programs: Mapping[str, Program]
) -> Multipliers:
    """Return the multipliers of a scenario.

    Args:
        scenario: The scenario.
        budget: The budget with its drivers.
        programs: The programs of the budget by id.

    """
    changes: dict[tuple[str, str], Changes] = {}
    tagged: dict[str, Changes] = {}
    for driver in budget.drivers:
        if driver.scenario_id != scenario.scenario_id:
            continue
        key = (driver.dimension, driver.key)
        changes[key] = changes.get(key, NO_CHANGES).plus(driver)
        if driver.dimension == Dimension.TAG:
            for name, program in programs.items():
                if driver.key in program.tags:
                    tagged[name] = tagged.get(name, NO_CHANGES).plus(driver)
    left_out = frozenset(scenario.excluded_tags)
    grown = ONE + (scenario.enrollment_change or ZERO)
    return Multipliers(
        scenario,
        changes,
        tagged,
        {name: grown for name, program in programs.items() if PER_STUDENT in program.tags},
        frozenset(
            name for name, program in programs.items() if not left_out.isdisjoint(program.tags)
        ),
        {},
    )


def source_amounts(
    multipliers: Multipliers, amounts: Mapping[str, Amounts]
) -> Mapping[str, Amounts]:
    """Return the money of each source by year in a scenario, to the cent.

    Args:
        multipliers: The multipliers of the scenario.
        amounts: Money of each source by year, as entered.

    """
    return {
        key: tuple(to_cents(amount * multipliers.funding(key)) for amount in years)
        for key, years in amounts.items()
    }


def _change(multiplier: Decimal | None) -> Decimal:
    return ZERO if multiplier is None else multiplier - ONE
