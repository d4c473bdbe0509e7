"""What a thing costs per year, so that things of unlike life can be compared."""

from __future__ import annotations

from math import log1p
from typing import TYPE_CHECKING

from xlbudget.errors import TermError
from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import finite
from xlbudget.finance._discounting import geometric_sum, recovery_factor, worth

if TYPE_CHECKING:
    from collections.abc import Sequence


def equivalent_annual_cost(present_cost: float, rate: float, years: int) -> float:
    r"""Return the level yearly cost that is worth the same as one cost today.

    Use it to compare a 4-year Chromebook with a 6-year laptop: the lower figure is the
    cheaper way to keep a student supplied, provided both would be replaced by their like.

    Args:
        present_cost: Cost in dollars at the start of year 1.  Positive is money spent.
        rate: Discount rate per year as a fraction (0.03 is 3 %), above -1.
        years: Years of service, 1 or more.  Payments fall at the end of each year.

    Returns:
        Dollars per year, with the sign of ``present_cost``.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole years.
        RateError: ``rate`` is -1 or less.
        TermError: ``years`` is below 1; there is no year to bear the cost.
        NoFiniteAnswerError: The yearly cost is too large to be a number.

    Example:
        A $540 Chromebook kept 4 years, against a $900 laptop kept 6, at 3 %:

        >>> round(equivalent_annual_cost(540, 0.03, 4), 2)
        145.27
        >>> round(equivalent_annual_cost(900, 0.03, 6), 2)
        166.14

    Formula:
        :math:`C \cdot r / (1 - (1 + r)^{-n})`, and :math:`C / n` when :math:`r = 0`.

    Source:
        "Equal annuity approach", OpenStax, *Principles of Finance* 2e, section 16.5.

    """
    cost = arguments.number(present_cost, "The present cost")
    checked = arguments.rate(rate)
    term = arguments.whole(years, "The number of years")
    return finite(cost * recovery_factor(checked, term), "The annual cost")


def equivalent_annuity(rate: float, flows: Sequence[float]) -> float:
    r"""Return the level yearly flow that is worth the same as a whole plan.

    Use it to compare plans of unlike length that would both be repeated: the higher figure
    is the better plan.

    Args:
        rate: Discount rate per period as a fraction, above -1.
        flows: Dollars, one flow per period, the first one now; money paid out is negative.

    Returns:
        Dollars per period, at each period's end; negative when the plan costs.

    Raises:
        NotANumberError: An argument or a flow is blank, text or not finite.
        RateError: ``rate`` is -1 or less.
        ShapeError: There are no flows.
        TermError: There is only the flow of now, and no period to spread it over.
        NoFiniteAnswerError: The worth is too large to be a number.

    Example:
        One device: $365 now, $13.20 a year for repair, $15 back after 4 years, at 3 %:

        >>> round(equivalent_annuity(0.03, [-365, -13.20, -13.20, -13.20, -13.20 + 15]), 4)
        -107.8095

    Formula:
        :math:`NPV \cdot r / (1 - (1 + r)^{-n})`, n the number of periods.

    Source:
        "Equal annuity approach", OpenStax, *Principles of Finance* 2e, section 16.5.

    """
    checked = arguments.rate(rate)
    held = arguments.numbers(flows, "flow")
    factor = recovery_factor(checked, _life(held))
    return finite(worth(checked, held, range(len(held))) * factor, "The annuity")


def replacement_chain_npv(rate: float, flows: Sequence[float], horizon: int) -> float:
    r"""Return what a plan is worth when it is repeated until a common horizon.

    Use it to compare a 2-year with a 3-year item over 6 years, each bought again and again.

    Args:
        rate: Discount rate per period as a fraction, above -1.
        flows: Dollars of one life, one flow per period, the first one now; money paid out is
            negative.  The next life begins when the last flow falls.
        horizon: Periods to cover; a multiple of the life, which is one less than the flows.

    Returns:
        Dollars of today.

    Raises:
        NotANumberError: An argument or a flow is blank, text or not finite.
        RateError: ``rate`` is -1 or less.
        ShapeError: There are no flows.
        TermError: The life is below 1 period, or does not divide the horizon.
        NoFiniteAnswerError: The worth is too large to be a number.

    Example:
        >>> round(replacement_chain_npv(0.10, [-100, 80, 80], 6), 2)
        97.47

    Formula:
        :math:`NPV \cdot \sum_j (1 + r)^{-jL}` over the starts jL before the horizon.

    Source:
        "Replacement chain approach", OpenStax, *Principles of Finance* 2e, section 16.5.

    """
    checked = arguments.rate(rate)
    held = arguments.numbers(flows, "flow")
    life = _life(held)
    periods = arguments.whole(horizon, "The horizon")
    if periods % life:
        raise TermError(
            saw=f"The horizon is {periods} periods and one life is {life}",
            wants="The horizon must hold whole lives",
            fix=f"Choose a multiple of {life}, or compare by equivalent annual cost",
        )
    lives = geometric_sum(-life * log1p(checked), 0, periods // life)
    once = worth(checked, held, range(len(held)))
    return finite(once * lives, "The worth of the chain")


def _life(flows: Sequence[float]) -> int:
    return arguments.whole(len(flows) - 1, "The life (one less than the number of flows)")
