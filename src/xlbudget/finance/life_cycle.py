"""What a thing costs over its whole life, and which of two ways costs less."""

from __future__ import annotations

from math import exp, inf, log
from typing import TYPE_CHECKING

from xlbudget.errors import NoAnswerError
from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import finite
from xlbudget.finance._discounting import worth
from xlbudget.finance.lease import LeaseOrBuy, lease_or_buy
from xlbudget.finance.present_value import uniform_present_value

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "LeaseOrBuy",
    "adjusted_irr",
    "lease_or_buy",
    "life_cycle_cost",
    "net_savings",
    "savings_to_investment_ratio",
]


def life_cycle_cost(
    rate: float,
    years: int,
    *,
    investment: float,
    recurring: float = 0.0,
    nonrecurring: Sequence[tuple[float, float]] = (),
    replacements: Sequence[tuple[float, float]] = (),
    residual: float = 0.0,
    energy_present_value: float = 0.0,
) -> float:
    r"""Return everything that an alternative costs over a study period, in dollars of today.

    Use it to compare alternatives that do the same job over the same years: the lowest is the
    most economical.  It does not say which project a budget should fund.

    Args:
        rate: Discount rate per year as a fraction, above -1; real for constant dollars.
        years: Length of the study period in years, 1 or more.
        investment: Dollars paid now.
        recurring: Dollars a year for operation and repair, at each year's end.
        nonrecurring: Pairs of year and dollars, for operation that is not yearly.
        replacements: Pairs of year and dollars, less what the replaced thing brings.
        residual: Dollars that the thing is worth at the end; income, so it is taken off.
        energy_present_value: Dollars of today for energy and water, if worked out elsewhere.

    Returns:
        Dollars of today; positive is cost.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole years.
        RateError: ``rate`` is -1 or less.
        ShapeError: A timed amount is not a pair.
        TermError: ``years`` is below 1, or an amount falls outside the study period.
        NoFiniteAnswerError: The cost is too large to be a number.

    Example:
        To buy an office for $5 million, keep it for $200,000 a year and sell it at half the
        price after 15 years, at 2.4 %:

        >>> round(life_cycle_cost(0.024, 15, investment=5_000_000, recurring=200_000,
        ...                       residual=2_500_000), 2)
        5742966.65

    Formula:
        :math:`I + A \cdot UPV + \sum X_t \cdot SPV_t - R \cdot SPV_n + E`.

    Source:
        10 CFR 436.19; NIST Handbook 135.

    """
    checked = arguments.rate(rate)
    term = arguments.whole(years, "The study period in years")
    timed = [
        *_timed(nonrecurring, "non-recurring amount", term),
        *_timed(replacements, "replacement", term),
        (0.0, arguments.number(investment, "The investment")),
        (0.0, arguments.number(energy_present_value, "The present value of energy")),
        (float(term), -arguments.number(residual, "The residual value")),
    ]
    yearly = arguments.number(recurring, "The recurring cost")
    once = worth(checked, [amount for _, amount in timed], [year for year, _ in timed])
    return finite(once + yearly * uniform_present_value(checked, term), "The life-cycle cost")


def net_savings(base: float, alternative: float) -> float:
    """Return what an alternative saves over its life against the base case.

    Use it after two life-cycle costs with the same rate and the same study period.

    Args:
        base: Life-cycle cost in dollars of today without the project.
        alternative: Life-cycle cost in dollars of today with it.

    Returns:
        Dollars of today; above 0 the alternative is economical.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        NoFiniteAnswerError: The difference is too large to be a number.

    Example:
        >>> round(net_savings(311_627.56, 250_000), 2)
        61627.56

    Formula:
        :math:`LCC_{base} - LCC_{alternative}`.

    Source:
        10 CFR 436.20.

    """
    before = arguments.number(base, "The base case's cost")
    after = arguments.number(alternative, "The alternative's cost")
    return finite(before - after, "The saving")


def savings_to_investment_ratio(operating_savings: float, added_investment: float) -> float:
    """Return how many dollars of saving stand against one dollar of added investment.

    Use it to rank independent projects; above 1 a project is economical.  Both sides are
    differences between the base case and the alternative, in dollars of today.

    Args:
        operating_savings: Operation, repair and energy of the base case less those of the
            alternative, as present values.
        added_investment: Investment, replacements less residual values of the alternative
            less those of the base case, as present values.

    Returns:
        A ratio; infinity when there is a saving and no added investment.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        NoAnswerError: Neither a saving nor an added investment is there: not calculable.
        NoFiniteAnswerError: The ratio is too large to be a number.

    Example:
        >>> round(savings_to_investment_ratio(308_166, 170_000), 2)
        1.81

    Formula:
        :math:`(O_{base} - O_{alternative}) / (I_{alternative} - I_{base})`.

    Source:
        NIST, BLCC 5.3 ECIP report, project 342; edge cases as in NIST E3.

    """
    savings = arguments.number(operating_savings, "The operating saving")
    added = arguments.number(added_investment, "The added investment")
    if added > 0:
        return finite(savings / added, "The ratio")
    if savings > 0:
        return inf
    raise NoAnswerError(
        saw="There is neither an operating saving nor an added investment",
        wants="A ratio needs a saving above 0, or an added investment above 0",
        fix="Check which of the two is the base case, or compare by net savings",
    )


def adjusted_irr(sir: float, reinvest_rate: float, years: int) -> float:
    r"""Return a project's yearly yield when its savings are reinvested.

    Use it to put a savings-to-investment ratio beside a discount rate: above that rate a
    project is economical.

    Args:
        sir: Savings-to-investment ratio, above 0, worked out at the reinvestment rate.
        reinvest_rate: Rate per year as a fraction, above -1.
        years: Length of the study period in years, 1 or more.

    Returns:
        A rate per year as a fraction.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole years.
        RateError: ``reinvest_rate`` is -1 or less.
        TermError: ``years`` is below 1.
        NoAnswerError: ``sir`` is 0 or less; nothing is earned.
        NoFiniteAnswerError: The rate is too large to be a number.

    Example:
        >>> round(adjusted_irr(308_166 / 170_000, 0.03, 21), 4)
        0.0596

    Formula:
        :math:`(1 + d) \cdot SIR^{1/n} - 1`.

    Source:
        NIST, BLCC 5.3 ECIP report, project 342; 10 CFR 436.22.

    """
    ratio = arguments.number(sir, "The savings-to-investment ratio")
    checked = arguments.rate(reinvest_rate, "The reinvestment rate")
    term = arguments.whole(years, "The number of years")
    if ratio <= 0:
        raise NoAnswerError(
            saw=f"The savings-to-investment ratio is {ratio:,.10g}",
            wants="A yield needs a ratio above 0",
            fix="Check that the savings are positive",
        )
    return finite((1 + checked) * exp(log(ratio) / term) - 1, "The adjusted internal rate")


def _timed(
    values: Sequence[tuple[float, float]], noun: str, term: int
) -> list[tuple[float, float]]:
    """Return pairs of year and dollars, each within the study period."""
    return [
        (arguments.moment(year, f"The year of a {noun}", latest=term), amount)
        for year, amount in arguments.pairs(values, noun, "the year and the dollars")
    ]
