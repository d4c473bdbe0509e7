"""At which rate each of many plans neither gains nor loses, and whether it is the only one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from math import log1p, nextafter

import numpy as np
from numpy.typing import NDArray

from xlbudget.errors import NoFiniteAnswerError, TermError
from xlbudget.finance import _arguments as arguments
from xlbudget.finance import irr_all
from xlbudget.portfolio._cells import Numbers, Rows, table
from xlbudget.portfolio._single_rates import single_rates
from xlbudget.portfolio.present_values import worths_of_rows

_BLOCK = 4096
"""Plans at a time: so many that a sweep is long, so few that they stay in the cache."""

_LEAST_GROWTH = 2.0**-53
_JUST_ABOVE_MINUS_ONE = nextafter(-1.0, 0.0)


class RateStatus(IntEnum):
    """What is certain about a plan's internal rate."""

    NONE = 0
    """No rate above -100 % solves the flows, or every rate does."""
    UNIQUE = 1
    """Exactly one rate does, and this is proved."""
    SEVERAL = 2
    """Several rates do: none of them is the yield."""
    NOT_TOLD_APART = 3
    """The signs change more than once over more than 480 periods: there may be several."""
    TOO_LARGE = 4
    """A rate is too large to be a number."""


@dataclass(frozen=True, slots=True)
class InternalRates:
    """The internal rates of many plans, each with its certificate.

    Attributes:
        rates: A rate per period for each plan, as a fraction; NaN unless it is the only one.
        statuses: A ``RateStatus`` for each plan.

    """

    rates: Numbers
    statuses: NDArray[np.uint8]

    @property
    def flagged(self) -> NDArray[np.bool_]:
        """Whether a plan may have more than one rate: judge it by MIRR or NPV instead."""
        return np.isin(self.statuses, (RateStatus.SEVERAL, RateStatus.NOT_TOLD_APART))


def irr_by_plan(plans: Rows) -> InternalRates:
    r"""Return each plan's internal rate of return, and whether it is the only one.

    Use it to compare the yields of many plans in one call.  A plan without a yield, or with
    more than one, does not stop the others: its rate is NaN, and its status says why.

    Args:
        plans: A row for each plan, a column for each period, the first one now; dollars, money
            paid out is negative.  An array or a list of lists; no blanks.

    Returns:
        Rates and statuses, in the order of the plans.

    Raises:
        NotANumberError: A flow is blank, text or not finite.
        ShapeError: The rows are not equally long, or hold no flows.

    Example:
        A truck's income; flows that two rates solve, 9 % and 12 %; income alone:

        >>> found = irr_by_plan([[-16_000, 6_000, 7_000, 8_000],
        ...                      [-1_000, 2_210, -1_220.8, 0],
        ...                      [100, 200, 0, 0]])
        >>> found.rates.round(4).tolist()
        [0.1417, nan, nan]
        >>> [RateStatus(status).name for status in found.statuses]
        ['UNIQUE', 'SEVERAL', 'NONE']

    Formula:
        The r above -1 with :math:`\sum_k F_k (1 + r)^{-k} = 0`.

    Source:
        Descartes' rule of signs: one change of sign, one rate.  Flows with more changes are
        told apart by :func:`xlbudget.finance.irr_all`.

    """
    flows = table(plans, "flow")
    rates = np.empty(len(flows))
    statuses = np.empty(len(flows), np.uint8)
    for start in range(0, len(flows), _BLOCK):
        part = slice(start, start + _BLOCK)
        rates[part], statuses[part] = _rates_of_block(flows[part])
    return InternalRates(rates, statuses)


def mirr_by_plan(plans: Rows, finance_rate: float, reinvest_rate: float) -> Numbers:
    """Return each plan's yield when what it earns is reinvested at a stated rate.

    Use it in place of ``irr_by_plan`` for the plans that are flagged there: it has one answer.

    Args:
        plans: A row for each plan, a column for each period, the first one now; dollars, money
            paid out is negative.  An array or a list of lists; no blanks.
        finance_rate: Rate per period at which outlays are discounted to now, above -1.
        reinvest_rate: Rate per period at which income grows to the end, above -1.

    Returns:
        A rate per period for each plan, as a fraction; NaN for a plan without an outlay or
        without income, or whose worth is too large to be a number.

    Raises:
        NotANumberError: A flow or a rate is blank, text or not finite.
        RateError: A rate is -1 or less.
        ShapeError: The rows are not equally long, or hold no flows.

    Example:
        >>> plans = [[-16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]]
        >>> mirr_by_plan(plans, 0.09, 0.09).round(6).tolist()
        [0.120048]

    Formula:
        :math:`(FV_{in} / PV_{out})^{1/n} - 1`, n the number of periods.

    Source:
        OpenStax, *Principles of Finance* 2e, section 16.4.

    """
    finance = log1p(arguments.rate(finance_rate, "The finance rate"))
    reinvest = log1p(arguments.rate(reinvest_rate, "The reinvestment rate"))
    flows = table(plans, "flow")
    outlays = worths_of_rows(finance, 0, np.maximum(-flows, 0))
    income = worths_of_rows(reinvest, 0, np.maximum(flows, 0))
    with np.errstate(all="ignore"):
        growth = (np.log(income) - np.log(outlays)) / (flows.shape[1] - 1)
        rates = np.expm1(growth + reinvest)
    return np.where((outlays > 0) & (income > 0) & np.isfinite(rates), rates, np.nan)


def _rates_of_block(flows: Numbers) -> tuple[Numbers, NDArray[np.uint8]]:
    periods = _in_shares_of_the_largest(flows)
    changes, last = _sign_changes(periods)
    rates = np.full(len(flows), np.nan)
    statuses = np.full(len(flows), RateStatus.NONE, np.uint8)
    once = np.flatnonzero(changes == 1)
    if len(once):
        rates[once] = _as_rates(single_rates(periods[:, once], last[once]))
    statuses[np.isfinite(rates)] = RateStatus.UNIQUE
    for row in np.flatnonzero((changes > 0) & (statuses != RateStatus.UNIQUE)):
        rates[row], statuses[row] = _certified(flows[row])
    return rates, statuses


def _in_shares_of_the_largest(flows: Numbers) -> Numbers:
    """Return the flows period by period, those of each plan divided by its largest one."""
    periods = flows.T.copy()  # a period in a row: each sweep then runs along memory
    largest = np.abs(periods).max(axis=0, initial=0)
    largest[largest == 0] = 1
    periods /= largest
    return periods


def _sign_changes(periods: Numbers) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return how often each plan changes sign, and the period of the last change."""
    signs = np.sign(periods).astype(np.int8)
    changes = np.zeros(periods.shape[1], np.intp)
    last = np.zeros(periods.shape[1], np.intp)
    for period in range(1, len(signs)):
        before, sign = signs[period - 1], signs[period]
        np.copyto(sign, before, where=sign == 0)
        changed = sign * before < 0
        changes += changed
        last[changed] = period
    return changes, last


def _as_rates(forces: Numbers) -> Numbers:
    """Return exp(force) - 1; near -1 the next number above stands for a rate yet closer."""
    with np.errstate(over="ignore"):
        rates = np.expm1(forces)
    rates[np.abs(rates) < _LEAST_GROWTH] = 0  # rounding, and a cell would show -0 for it
    return np.maximum(rates, _JUST_ABOVE_MINUS_ONE)


def _certified(flows: Numbers) -> tuple[float, RateStatus]:
    try:
        rates = irr_all(flows.tolist())
    except TermError:
        return np.nan, RateStatus.NOT_TOLD_APART
    except NoFiniteAnswerError:
        return np.nan, RateStatus.TOO_LARGE
    if len(rates) == 1:
        return rates[0], RateStatus.UNIQUE
    return np.nan, RateStatus.SEVERAL if rates else RateStatus.NONE
