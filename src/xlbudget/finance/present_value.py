"""What later money is worth today."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING

from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import finite
from xlbudget.finance._discounting import even_worth, geometric_sum, worth

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

DAYS_PER_YEAR = 365


def npv(rate: float, flows: Sequence[float], *, first_period: float = 0) -> float:
    r"""Return what a row of equally spaced flows is worth today.

    Use it to compare plans whose money moves in different years.  Mind the first flow: here it
    falls now, while a spreadsheet's NPV takes it to fall at the end of the first period.

    Args:
        rate: Discount rate per period as a fraction (0.03 is 3 %), above -1.
        flows: Dollars, one flow per period; money paid out is negative.  No blanks.
        first_period: When the first flow falls, in periods from now: 0 is now, 1 the end of
            the first period (as in a spreadsheet), 0.5 its middle.

    Returns:
        Dollars of today; positive when the plan gains.

    Raises:
        NotANumberError: An argument or a flow is blank, text or not finite.
        RateError: ``rate`` is -1 or less.
        ShapeError: There are no flows.
        TermError: ``first_period`` is negative.
        NoFiniteAnswerError: The worth is too large to be a number.

    Example:
        A truck for $16,000 and six years of income, at 9 %:

        >>> flows = [-16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]
        >>> round(npv(0.09, flows), 2)
        2835.62

        The same as a spreadsheet's NPV would have it:

        >>> round(npv(0.09, flows, first_period=1), 2)
        2601.49

    Formula:
        :math:`\sum_k F_k (1 + r)^{-(p + k)}` with k from 0 and p the first period.

    Source:
        OpenStax, *Principles of Finance* 2e, section 16.2.

    """
    checked = arguments.rate(rate)
    held = arguments.numbers(flows, "flow")
    start = arguments.moment(first_period, "The first period")
    return even_worth(checked, held, start)


def xnpv(rate: float, flows: Sequence[float], dates: Sequence[date]) -> float:
    r"""Return what dated flows are worth on the first one's date.

    Use it where money moves on uneven days: invoices, grants, buy-backs.

    Args:
        rate: Discount rate per year as a fraction, above -1; negative rates are allowed.
        flows: Dollars; money paid out is negative.  No blanks.
        dates: The day of each flow, in any order.  The first one is the day of the worth.

    Returns:
        Dollars of the first date.

    Raises:
        NotANumberError: A flow is not a finite number, or a date is not a date.
        RateError: ``rate`` is -1 or less.
        ShapeError: There are no flows, or not as many dates as flows.
        NoFiniteAnswerError: The worth is too large to be a number.

    Example:
        >>> from datetime import date
        >>> days = [date(2008, 1, 1), date(2008, 3, 1), date(2008, 10, 30),
        ...         date(2009, 2, 15), date(2009, 4, 1)]
        >>> round(xnpv(0.09, [-10_000, 2_750, 4_250, 3_250, 2_750], days), 4)
        2086.6476

    Formula:
        :math:`\sum_k F_k (1 + r)^{-(d_k - d_0) / 365}`.

    Source:
        The documented example of the spreadsheet function XNPV (actual days over 365).

    """
    checked = arguments.rate(rate)
    held = arguments.numbers(flows, "flow")
    days = arguments.day_numbers(dates)
    arguments.same_length(held, days, "flows and dates")
    return worth(checked, held, [day / DAYS_PER_YEAR for day in days])


def single_present_value(rate: float, periods: float) -> float:
    """Return what one dollar paid once, later, is worth today.

    Use it for a single replacement, or a residual value at the end of a study.

    Args:
        rate: Discount rate per period as a fraction, above -1.
        periods: Time until the payment, 0 or more; 2.5 is the middle of the third period.

    Returns:
        A factor; multiply the payment by it.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        RateError: ``rate`` is -1 or less.
        TermError: ``periods`` is negative.
        NoFiniteAnswerError: The factor is too large to be a number.

    Example:
        >>> round(single_present_value(0.03, 7), 3)
        0.813

    Formula:
        :math:`(1 + d)^{-n}`, the single present value (SPV) of life-cycle costing.

    Source:
        NIST, BLCC 5.3 ECIP report, project 342: the factors printed there.

    """
    checked = arguments.rate(rate)
    return worth(checked, (1.0,), (arguments.moment(periods, "The number of periods"),))


def uniform_present_value(
    rate: float,
    years: int,
    escalation: float = 0.0,
    *,
    first_year: int = 1,
    mid_year: bool = False,
) -> float:
    r"""Return what one dollar a year, paid for some years, is worth today.

    Use it for running costs and level savings: multiply the yearly amount, in prices of
    today, by it.  With an escalation the payment of year t has grown t times; where the first
    payment is known as it will be paid, divide by 1 + escalation.

    Args:
        rate: Discount rate per year as a fraction, above -1.
        years: How many yearly payments there are, 1 or more.
        escalation: Price growth per year as a fraction, above -1, on the same basis (real or
            nominal) as the rate.
        first_year: Year at the end of which the first payment falls; 0 is now.
        mid_year: Whether each payment falls in the middle of its year instead.  A payment of
            year 0 falls now all the same.

    Returns:
        A factor, in dollars of today per dollar a year.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole years.
        RateError: ``rate`` or ``escalation`` is -1 or less.
        TermError: ``years`` is below 1, or ``first_year`` negative.
        NoFiniteAnswerError: The factor is too large to be a number.

    Example:
        $25,000 a year for 5 years at 8 %, paid at the end and at the start of each year:

        >>> round(25_000 * uniform_present_value(0.08, 5), 2)
        99817.75
        >>> round(25_000 * uniform_present_value(0.08, 5, first_year=0), 2)
        107803.17

    Formula:
        :math:`\sum_t q^t` with :math:`q = (1 + e) / (1 + d)`; the modified uniform present
        value (UPV*) of life-cycle costing.  In mid-year times :math:`(1 + d)^{1/2}`.

    Source:
        OpenStax, *Principles of Finance* 2e, section 8.2; NIST Handbook 135 for UPV*.

    """
    discount = arguments.rate(rate)
    growth = arguments.rate(escalation, "The escalation")
    count = arguments.whole(years, "The number of years")
    first = arguments.whole(first_year, "The first year", lowest=0)
    relative = (growth - discount) / (1 + discount)
    # Against a huge discount rate every growth rounds to the loss of all, which has no logarithm.
    force = log1p(relative) if relative > -1 else log1p(growth) - log1p(discount)
    if not mid_year:
        return geometric_sum(force, first, count)
    paid_now = 1 if first == 0 else 0
    later = geometric_sum(force, first + paid_now, count - paid_now)
    return finite(paid_now + later * (1 + discount) ** 0.5, "The factor")
