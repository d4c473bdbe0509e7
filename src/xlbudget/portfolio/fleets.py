"""What very many lines of devices cost to own, year by year."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from xlbudget.finance import fleet
from xlbudget.finance._arguments import LONGEST_TERM
from xlbudget.portfolio._cells import Numbers, Rows, plain_floats


def tco_by_year(lines: Sequence[Sequence[float]], horizon: int) -> tuple[tuple[float, ...], ...]:
    r"""Return what each line of devices costs to own, in each year of a plan.

    Use it in place of :func:`xlbudget.finance.tco_by_year` where a host hands over many
    thousand lines: the same answers and the same refusals, many times sooner.

    Args:
        lines: Seven numbers for each line: quantity, price, setup, service life, residual,
            annual unit cost, first year.
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

        >>> tco_by_year([(100.0, 400.0, 0.0, 4.0, 0.0, 20.0, 1.0),
        ...              (10.0, 800.0, 0.0, 8.0, 0.0, 0.0, 2.0)], 3)
        ((12000.0, 12000.0, 12000.0), (0.0, 1000.0, 1000.0))

    Formula:
        :math:`Q ((P + U - S) / L + A)` from the first year on.

    Source:
        CoSN, Project Cost Estimator: annualized initial cost and ongoing annual cost.

    """
    found = _yearly_costs(lines, horizon)
    if found is None:  # there is a fault, which is told in words there, or a rarer kind of number
        return fleet.tco_by_year(lines, horizon)
    costs, years_before = found
    # A line costs the same in every year, so its row repeats one float instead of making many.
    return tuple(
        [
            (0.0,) * before + (cost,) * (horizon - before)
            for cost, before in zip(costs.tolist(), years_before.tolist(), strict=True)
        ]
    )


def tco_table(lines: Rows, horizon: int) -> Numbers:
    """Return the same as ``tco_by_year`` as an array: a row for each line, a column a year.

    Use it in a notebook, on columns that are arrays already.

    Args:
        lines: An array with seven columns, or a list of lists, as in ``tco_by_year``.
        horizon: Years of the plan, 1 to 50.

    Returns:
        Dollars for each line and year; 0 before the first year.

    Raises:
        XlbudgetError: Whatever ``tco_by_year`` refuses.

    Example:
        >>> tco_table(np.array([[10, 800, 0, 8, 0, 0, 2]]), 3).tolist()
        [[0.0, 1000.0, 1000.0]]

    Formula:
        As in :func:`tco_by_year`.

    Source:
        As in :func:`tco_by_year`.

    """
    found = _yearly_costs(lines, horizon)
    if found is None:
        plain = lines.tolist() if isinstance(lines, np.ndarray) else lines
        return np.array(fleet.tco_by_year(plain, horizon))
    costs, years_before = found
    return np.where(np.arange(horizon) >= years_before[:, None], costs[:, None], 0.0)


def _yearly_costs(lines: Rows, horizon: int) -> tuple[Numbers, NDArray[np.intp]] | None:
    """Return each line's cost in a year of service and the years before; None at any doubt."""
    table = plain_floats(lines)
    if table is None or table.shape[1] != len(fleet.COLUMNS) or not len(table):
        return None
    if type(horizon) is not int or not 1 <= horizon <= fleet.MOST_YEARS:
        return None
    quantity, price, setup, life, residual, annual, first = table.T
    with np.errstate(all="ignore"):
        share = quantity * ((price + setup - residual) / life)
        costs = quantity * annual + share
    finite = np.isfinite(table).all() and np.isfinite(costs).all()
    if not finite or not (quantity >= 0).all() or not (_whole(life) and _whole(first)):
        return None
    return costs, np.minimum(first - 1, horizon).astype(np.intp)


def _whole(years: Numbers) -> bool:
    return bool(((years >= 1) & (years <= LONGEST_TERM) & (years == np.floor(years))).all())
