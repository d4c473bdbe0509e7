"""What many lines of devices cost to own, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlbudget.errors import ShapeError, XlbudgetError
from xlbudget.finance import _arguments as arguments
from xlbudget.finance.ownership import ownership_schedule

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_YEARS = 50
"""The longest plan of many lines: a budget has 10 years, a building 40."""

COLUMNS = (
    "quantity", "price", "setup", "service life", "residual", "annual unit cost", "first year",
)  # fmt: skip
"""What a line holds, in order."""


def tco_by_year(lines: Sequence[Sequence[float]], horizon: int) -> tuple[tuple[float, ...], ...]:
    r"""Return what each line of devices costs to own, in each year of a plan.

    Use it for a table of lines: one call answers for all of them.  Devices are bought again
    whenever they are worn out.

    Args:
        lines: Seven numbers for each line: quantity, price, setup, service life, residual,
            annual unit cost, first year; as in :func:`ownership_schedule`.
        horizon: Years of the plan, 1 to 50.

    Returns:
        Dollars for each line and year; 0 before the first year.

    Raises:
        NotANumberError: A number is blank, text or not finite, or not whole years.
        ShapeError: There are no lines, or a line does not hold 7 numbers.
        TermError: A service life or first year is below 1, or ``horizon`` outside 1 to 50.
        FinanceError: A quantity is negative.
        NoFiniteAnswerError: A cost is too large to be a number.

    Example:
        Two lines: Chromebooks now, and access points in year 2:

        >>> tco_by_year([(100, 400, 0, 4, 0, 20, 1), (10, 800, 0, 8, 0, 0, 2)], 3)
        ((12000.0, 12000.0, 12000.0), (0.0, 1000.0, 1000.0))

    Formula:
        :math:`Q ((P + U - S) / L + A)` from the first year on.

    Source:
        CoSN, Project Cost Estimator: annualized initial cost and ongoing annual cost.

    """
    years = arguments.whole(horizon, "The horizon in years", highest=MOST_YEARS)
    held = arguments.listed(lines, "line")
    return tuple(_by_year(line, row, years) for row, line in enumerate(held, start=1))


def _by_year(line: object, row: int, years: int) -> tuple[float, ...]:
    if not isinstance(line, (tuple, list)) or len(line) != len(COLUMNS):
        raise ShapeError(
            saw=f"Line {row} does not hold {len(COLUMNS)} numbers",
            wants=f"A line holds, in this order: {', '.join(COLUMNS)}",
            fix="Give these seven, and 0 where there is nothing",
        )
    quantity, price, setup, life, residual, annual, first = line
    try:
        return ownership_schedule(
            price,
            setup,
            life,
            horizon=years,
            residual=residual,
            quantity=quantity,
            annual_unit_cost=annual,
            first_year=first,
        )
    except XlbudgetError as refusal:
        refusal.place = f"Line {row}"
        raise
