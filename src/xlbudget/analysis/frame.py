"""What every figure of one budget starts from: its years, its rates, and what its lines cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.analysis.breakdown import Amounts
from xlbudget.analysis.present_value import Factors, discount_factors
from xlbudget.model import Budget, Program
from xlbudget.model.cost import LineCost, line_costs
from xlbudget.model.defaults import assumption_values

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Frame:
    """A budget, its years and rates, and what each of its lines costs."""

    budget: Budget
    years: tuple[int, ...]
    values: Mapping[str, Decimal]  # assumptions by key, defaults included
    costs: tuple[LineCost, ...]  # aligned with the budget's lines
    programs: Mapping[str, Program]  # by id; of two the first counts
    headcount: Amounts  # students of the district by year

    @property
    def count(self) -> int:
        """Return the number of years of the plan."""
        return len(self.years)

    def value(self, key: str) -> Decimal:
        """Return an assumption; 0 when it is not known."""
        return self.values.get(key, ZERO)

    def factors(self, rate: Decimal | None = None) -> Factors:
        """Return the factor rows of a rate; of the plan's discount rate when none is given."""
        nominal = self.value("discount_rate") if rate is None else rate
        return discount_factors(nominal, self.count, mid_year=self.value("mid_year") == 1)


def frame_of(budget: Budget) -> Frame:
    """Return the frame of a budget: its lines are costed once, here."""
    years = budget.district.years
    return Frame(
        budget,
        years,
        assumption_values(budget.assumptions),
        line_costs(budget),
        {program.program_id: program for program in reversed(budget.programs)},
        tuple(
            sum((school.enrollment.get(year) or ZERO for school in budget.schools), ZERO)
            for year in years
        ),
    )
