"""At which rate a plan neither gains nor loses."""

from __future__ import annotations

from math import expm1, inf, log, log1p, nextafter
from typing import TYPE_CHECKING

from xlbudget.errors import NoAnswerError, SeveralAnswersError, TermError
from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import finite
from xlbudget.finance._discounting import worth
from xlbudget.finance._rate_roots import rate_roots, sign_changes
from xlbudget.finance.present_value import DAYS_PER_YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

MOST_PERIODS = 480
"""Forty years of months: the longest flows whose several rates are told apart."""

MOST_DATES = 400
"""The most dates of such flows: powers of uneven times take longer."""

_LEAST_GROWTH = 2.0**-53
_JUST_ABOVE_MINUS_ONE = nextafter(-1.0, 0.0)


def irr(flows: Sequence[float], guess: float | None = None) -> float:
    r"""Return the one rate at which the flows are worth nothing today.

    Use it to compare a plan's yield with a borrowing cost.  Where flows change sign more than
    once there may be several such rates, and none of them is *the* yield: prefer ``mirr``.

    Args:
        flows: Dollars, one flow per period, the first one now; money paid out is negative.
        guess: A rate per period.  Where several rates solve the flows, the nearest one to it
            is returned; without a guess several rates are refused.

    Returns:
        A rate per period as a fraction, above -1.

    Raises:
        NotANumberError: A flow or the guess is blank, text or not finite.
        ShapeError: There are no flows.
        RateError: ``guess`` is -1 or less.
        NoAnswerError: No rate above -1 solves the flows, or all are zero.
        SeveralAnswersError: Several rates do; the message lists them.
        TermError: The signs change more than once over more than 480 periods.
        NoFiniteAnswerError: The rate is too large to be a number.

    Example:
        >>> round(irr([-16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]), 4)
        0.1409
        >>> round(irr([-1_000, 2_210, -1_220.8], guess=0.10), 6)
        0.09

    Formula:
        The r with :math:`\sum_k F_k (1 + r)^{-k} = 0`.

    Source:
        OpenStax, *Principles of Finance* 2e, section 16.3.

    """
    held = arguments.numbers(flows, "flow")
    return _chosen(_rates(dict(enumerate(held))), guess)


def irr_all(flows: Sequence[float]) -> tuple[float, ...]:
    r"""Return every rate at which the flows are worth nothing today.

    Use it to see whether an internal rate means anything: it does when there is exactly one.
    The list is complete (Descartes' rule of signs and Rolle's theorem).  Rates so close that
    the rounding of the flows does not tell them apart, as two within a millionth, count as one.

    Args:
        flows: Dollars, one flow per period, the first one now; money paid out is negative.

    Returns:
        Rates per period as fractions above -1, rising; empty when there is none.  Flows that
        are all zero single out no rate, so for them it is empty too.

    Raises:
        NotANumberError: A flow is blank, text or not finite.
        ShapeError: There are no flows.
        TermError: The signs change more than once over more than 480 periods.
        NoFiniteAnswerError: A rate is too large to be a number.

    Example:
        >>> [round(rate, 6) for rate in irr_all([-1_000, 2_210, -1_220.8])]
        [0.09, 0.12]
        >>> irr_all([100, 200])
        ()

    Formula:
        All r above -1 with :math:`\sum_k F_k (1 + r)^{-k} = 0`.

    Source:
        Descartes' rule of signs for sums of exponentials; G. Polya and G. Szego, *Problems and
        Theorems in Analysis* II, part V.

    """
    return _rates(dict(enumerate(arguments.numbers(flows, "flow"))))


def xirr(flows: Sequence[float], dates: Sequence[date], guess: float | None = None) -> float:
    r"""Return the one yearly rate at which dated flows are worth nothing.

    Use it where money moves on uneven days.

    Args:
        flows: Dollars; money paid out is negative.
        dates: The day of each flow, in any order.
        guess: A rate per year.  Where several rates solve the flows, the nearest one to it is
            returned; without a guess several rates are refused.

    Returns:
        A rate per year of 365 days as a fraction, above -1.

    Raises:
        NotANumberError: A flow or the guess is not a finite number, or a date is no date.
        ShapeError: There are no flows, or not as many dates as flows.
        RateError: ``guess`` is -1 or less.
        NoAnswerError: No rate above -1 solves the flows, or all are zero.
        SeveralAnswersError: Several rates do; the message lists them.
        TermError: The signs change more than once over more than 400 dates.
        NoFiniteAnswerError: The rate is too large to be a number.

    Example:
        >>> from datetime import date
        >>> days = [date(2008, 1, 1), date(2008, 3, 1), date(2008, 10, 30),
        ...         date(2009, 2, 15), date(2009, 4, 1)]
        >>> round(xirr([-10_000, 2_750, 4_250, 3_250, 2_750], days), 6)
        0.373363

    Formula:
        The r with :math:`\sum_k F_k (1 + r)^{-(d_k - d_0) / 365} = 0`.

    Source:
        The documented example of the spreadsheet function XIRR.

    """
    held = arguments.numbers(flows, "flow")
    days = arguments.day_numbers(dates)
    arguments.same_length(held, days, "flows and dates")
    by_time: dict[float, float] = {}
    for day, flow in zip(days, held, strict=True):
        time = day / DAYS_PER_YEAR
        by_time[time] = finite(by_time.get(time, 0.0) + flow, "The flow of a day")
    return _chosen(_rates(by_time, MOST_DATES, "dates"), guess)


def mirr(flows: Sequence[float], finance_rate: float, reinvest_rate: float) -> float:
    """Return a plan's yield when what it earns is reinvested at a stated rate.

    Use it in place of ``irr`` wherever flows change sign more than once: it has one answer.

    Args:
        flows: Dollars, one flow per period, the first one now; money paid out is negative.
        finance_rate: Rate per period at which outlays are discounted to now, above -1.
        reinvest_rate: Rate per period at which income grows to the end, above -1.

    Returns:
        A rate per period as a fraction, above -1.

    Raises:
        NotANumberError: A flow or a rate is blank, text or not finite.
        ShapeError: There are no flows.
        RateError: A rate is -1 or less.
        NoAnswerError: There is no outlay or no income.
        NoFiniteAnswerError: A worth is too large to be a number.

    Example:
        >>> round(mirr([-16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000], 0.09, 0.09), 6)
        0.120048

    Formula:
        :math:`(FV_{in} / PV_{out})^{1/n} - 1`, n the number of periods.

    Source:
        OpenStax, *Principles of Finance* 2e, section 16.4.

    """
    held = arguments.numbers(flows, "flow")
    finance = arguments.rate(finance_rate, "The finance rate")
    reinvest = arguments.rate(reinvest_rate, "The reinvestment rate")
    periods = len(held) - 1
    outlays = -worth(finance, [min(flow, 0.0) for flow in held], range(len(held)))
    income = worth(reinvest, [max(flow, 0.0) for flow in held], range(len(held)))
    if outlays <= 0 or income <= 0:
        raise NoAnswerError(
            saw="The flows hold no outlay, or no income",
            wants="A yield needs both: money paid out is negative, money received positive",
            fix="Check the signs of the flows",
        )
    force = (log(income) - log(outlays)) / periods + log1p(reinvest)
    return _as_rate(force)


def _rates(
    by_time: Mapping[float, float], most: int = MOST_PERIODS + 1, noun: str = "flows"
) -> tuple[float, ...]:
    if len(by_time) > most and sign_changes(by_time) > 1:
        raise TermError(
            saw=f"The flows change sign more than once, and there are {len(by_time)} {noun}",
            wants=f"Several rates are told apart among at most {most} {noun}",
            fix="Use MIRR, or sum the flows to longer periods",
        )
    return tuple(_as_rate(u) for u in rate_roots(by_time))


def _as_rate(force: float) -> float:
    """Return exp(force) - 1; near -1 the next number above stands for a rate yet closer."""
    try:
        found = expm1(force)
    except OverflowError:
        found = inf
    if abs(found) < _LEAST_GROWTH:  # rounding, and a cell would show -0 for it
        return 0.0
    return max(finite(found, "The rate"), _JUST_ABOVE_MINUS_ONE)


def _chosen(rates: tuple[float, ...], guess: float | None) -> float:
    near = None if guess is None else arguments.rate(guess, "The guess")
    if not rates:
        raise NoAnswerError(
            saw="No rate above -100 % makes the flows worth nothing, or every rate does",
            wants="Flows with an internal rate hold both outlays and income",
            fix="Check the signs: money paid out is negative; or compare by NPV",
        )
    if near is not None:
        return min(rates, key=lambda rate: abs(rate - near))
    if len(rates) > 1:
        raise SeveralAnswersError(
            saw=f"{len(rates)} rates solve the flows: {', '.join(f'{r:.4%}' for r in rates)}",
            wants="An internal rate means something only where there is one",
            fix="Use MIRR or NPV, or give a guess near the rate you want",
        )
    return rates[0]
