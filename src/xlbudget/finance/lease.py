"""Is it cheaper to lease or to buy?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import finite
from xlbudget.finance.present_value import single_present_value, uniform_present_value


@dataclass(frozen=True, slots=True)
class LeaseOrBuy:
    """What leasing and buying cost, both in dollars of today.

    Attributes:
        lease: Present cost of leasing.
        buy: Present cost of buying, resale taken off.
        cheaper: The word "lease", "buy" or, when they cost the same, "either".

    """

    lease: float
    buy: float
    cheaper: Literal["lease", "buy", "either"]


def lease_or_buy(
    rate: float,
    years: int,
    *,
    lease_payment: float,
    purchase_price: float,
    owner_annual_cost: float = 0.0,
    resale_value: float = 0.0,
    lease_annual_cost: float = 0.0,
    paid_in_advance: bool = False,
) -> LeaseOrBuy:
    r"""Return what leasing and buying cost in dollars of today, and which one costs less.

    Use it with a real rate for payments in constant dollars, or a nominal rate for payments
    as they will be made: the wrong basis can turn the answer round.

    Args:
        rate: Discount rate per year as a fraction, above -1.
        years: Years for which the thing is needed, 1 or more.
        lease_payment: Dollars a year, at each year's end.
        purchase_price: Dollars paid now by the buyer.
        owner_annual_cost: Dollars a year that the owner alone bears, at each year's end.
        resale_value: Dollars that the owner gets back at the end.
        lease_annual_cost: Dollars a year that the lessee alone bears, at each year's end.
        paid_in_advance: Whether the lease is paid at each year's start instead.

    Returns:
        Both present costs, and the cheaper way.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole years.
        RateError: ``rate`` is -1 or less.
        TermError: ``years`` is below 1.
        NoFiniteAnswerError: A cost is too large to be a number.

    Example:
        >>> answer = lease_or_buy(0.024, 15, lease_payment=500_000, purchase_price=5_000_000,
        ...                       owner_annual_cost=200_000, resale_value=2_500_000)
        >>> round(answer.lease, 2), round(answer.buy, 2), answer.cheaper
        (6236474.33, 5742966.65, 'buy')

    Formula:
        :math:`P \cdot UPV` against :math:`C + A \cdot UPV - R \cdot SPV_n`.

    Source:
        NIST BLCC, "OMB Demo: Lease vs. Buy Decision"; OMB Circular A-94.

    """
    payment = arguments.number(lease_payment, "The lease payment")
    beside = arguments.number(lease_annual_cost, "The lessee's annual cost")
    price = arguments.number(purchase_price, "The purchase price")
    upkeep = arguments.number(owner_annual_cost, "The owner's annual cost")
    resale = arguments.number(resale_value, "The resale value")
    factor = uniform_present_value(rate, years)
    paid = uniform_present_value(rate, years, first_year=0) if paid_in_advance else factor
    lease = finite(payment * paid + beside * factor, "The cost of leasing")
    buy = price + upkeep * factor - resale * single_present_value(rate, years)
    finite(buy, "The cost of buying")
    if lease == buy:
        return LeaseOrBuy(lease, buy, "either")
    return LeaseOrBuy(lease, buy, "lease" if lease < buy else "buy")
