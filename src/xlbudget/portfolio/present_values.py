"""What many plans are worth today, all at once."""

from __future__ import annotations

from math import log1p

import numpy as np

from xlbudget.errors import NoFiniteAnswerError
from xlbudget.finance import _arguments as arguments
from xlbudget.portfolio._cells import Numbers, Rows, table


def npv_by_plan(rate: float, plans: Rows, *, first_period: float = 0) -> Numbers:
    r"""Return what each plan is worth today: the net present value, row by row.

    Use it to compare hundreds of schools' or scenarios' plans in one call.  Mind the first flow:
    here it falls now, while a spreadsheet's NPV takes it to fall at the end of the first period.

    Args:
        rate: Discount rate per period as a fraction (0.03 is 3 %), above -1.
        plans: A row for each plan, a column for each period; dollars, money paid out is
            negative.  An array or a list of lists; no blanks.
        first_period: When the first flow falls, in periods from now; 1 is as in a spreadsheet.

    Returns:
        Dollars of today for each plan; positive when it gains.

    Raises:
        NotANumberError: An argument or a flow is blank, text or not finite.
        RateError: ``rate`` is -1 or less.
        ShapeError: The rows are not equally long, or hold no flows.
        TermError: ``first_period`` is negative.
        NoFiniteAnswerError: A worth is too large to be a number.

    Example:
        A truck for $16,000 and six years of income, and the same truck sold after three:

        >>> plans = [[-16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000],
        ...          [-16_000, 2_000, 4_000, 14_000, 0, 0, 0]]
        >>> npv_by_plan(0.09, plans).round(2).tolist()
        [2835.62, 12.15]

    Formula:
        :math:`\sum_k F_k (1 + r)^{-(p + k)}` with k from 0 and p the first period.

    Source:
        OpenStax, *Principles of Finance* 2e, section 16.2.

    """
    force = log1p(arguments.rate(rate))
    start = arguments.moment(first_period, "The first period")
    worths = worths_of_rows(force, start, table(plans, "flow"))
    beyond = ~np.isfinite(worths)
    if beyond.any():
        raise NoFiniteAnswerError(
            saw=f"The present value of row {beyond.argmax() + 1} grows too large to be a number",
            wants="The answer must be a finite number",
            fix="Check the amounts, and any rate close to -100 %",
        )
    return worths


def worths_of_rows(force: float, start: float, flows: Numbers) -> Numbers:
    """Return each row's worth today; infinite or NaN where it grows beyond all numbers.

    Args:
        force: ln(1 + rate) per period.
        start: When the first flow falls, in periods from now.
        flows: A row for each plan, a column for each period.

    """
    with np.errstate(over="ignore", invalid="ignore"):
        factors = np.exp(-force * (start + np.arange(flows.shape[1])))
        reached = np.isfinite(factors)
        worths: Numbers = flows[:, reached] @ factors[reached]
    # Where a factor is beyond all numbers, nothing is still worth nothing.
    worths[flows[:, ~reached].any(axis=1)] = np.nan
    return worths
