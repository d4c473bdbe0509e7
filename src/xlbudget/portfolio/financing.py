"""How financed purchases are paid back, year by year: a lease purchase, a bond, an energy loan."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy_financial as npf

from xlbudget.errors import ShapeError, XlbudgetError
from xlbudget.finance import _arguments as arguments
from xlbudget.portfolio._cells import Numbers, Rows, table

_COLUMNS = ("amount", "rate", "years")
_MOST_YEARS = 50
_NO_INTEREST = 1e-9
"""A lower rate counts as 0: the quotients of the formula would lose their digits."""


@dataclass(frozen=True, slots=True, eq=False)
class Financing:
    """What each financed purchase costs in each year: a row for each, a column for each year.

    Attributes:
        principal: Dollars that pay the amount back; object 831 of the NCES accounts.
        interest: Dollars of interest; object 832.
        balance: Dollars still owed at the end of the year.

    """

    principal: Numbers
    interest: Numbers
    balance: Numbers

    @property
    def payments(self) -> Numbers:
        """Principal and interest together: level in every year of the term."""
        return self.principal + self.interest


def financing_by_year(purchases: Rows, horizon: int, *, paid_in_advance: bool = False) -> Financing:
    r"""Return how financed purchases are paid back in level yearly payments.

    Use it to put the principal and the interest of many leases under their account codes, and to
    see what is still owed when a plan ends.

    Args:
        purchases: A row for each: the amount financed in dollars (0 or more), the rate per year
            as a fraction (0 or more), and the number of yearly payments (whole, 1 to 50).
        horizon: Years to show, 1 to 50; the first payment falls in year 1.
        paid_in_advance: Whether each payment falls at the start of its year, as in most lease
            purchases; at its end otherwise.

    Returns:
        Principal, interest and balance; 0 after the term.

    Raises:
        NotANumberError: A number is blank, text or not finite, or not whole years.
        ShapeError: A row does not hold three numbers.
        TermError: A term or ``horizon`` lies outside 1 to 50 years.
        FinanceError: An amount or a rate is negative.

    Example:
        Laptops for $100,000 over 4 years at 5 %, paid at each year's end:

        >>> plan = financing_by_year([[100_000, 0.05, 4]], 5)
        >>> plan.payments.round(2).tolist()
        [[28201.18, 28201.18, 28201.18, 28201.18, 0.0]]
        >>> plan.interest.round(2).tolist()
        [[5000.0, 3839.94, 2621.88, 1342.91, 0.0]]

    Formula:
        Payment :math:`P r / (1 - (1 + r)^{-n})`, over :math:`1 + r` when paid in advance;
        interest is the rate on what was owed before it.

    Source:
        The documented formulas of the spreadsheet functions PMT, IPMT and PPMT, as numpy-financial
        works them out.

    """
    years = arguments.whole(horizon, "The horizon in years", highest=_MOST_YEARS)
    held = _checked(table(purchases, "number"))
    amounts, rates, terms = (held[:, [place]] for place in range(len(_COLUMNS)))
    rates = np.where(rates < _NO_INTEREST, 0.0, rates)
    year = np.arange(1, years + 1)
    when = "begin" if paid_in_advance else "end"
    inside = year <= terms
    paid = np.minimum(year, terms)
    with np.errstate(divide="ignore", invalid="ignore"):  # a rate of 0 has a branch of its own
        interest = np.where(inside, -npf.ipmt(rates, paid, terms, amounts, when=when), 0.0)
        payment = np.where(inside, -npf.pmt(rates, terms, amounts, when=when), 0.0)
    principal = payment - interest
    return Financing(principal, interest, amounts - np.cumsum(principal, axis=1))


def _checked(held: Numbers) -> Numbers:
    """Return the rows, or refuse the first that makes no sense, by its row."""
    for place, row in enumerate(held.tolist(), start=1):
        if len(row) != len(_COLUMNS):
            raise ShapeError(
                saw=f"Row {place} holds {len(row)} numbers",
                wants=f"A row holds three: {', '.join(_COLUMNS)}",
                fix="Give these three, in this order",
            )
        amount, rate, years = row
        try:
            arguments.at_least(amount, "The amount")
            arguments.at_least(rate, "The rate")
            arguments.whole(years, "The number of years", highest=_MOST_YEARS)
        except XlbudgetError as refusal:
            refusal.place = f"Row {place}"
            raise
    return held.reshape(-1, len(_COLUMNS))
