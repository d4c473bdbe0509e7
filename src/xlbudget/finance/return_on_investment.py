"""What a plan gives back for each dollar spent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import finite
from xlbudget.finance._discounting import worth

if TYPE_CHECKING:
    from collections.abc import Sequence


def roi(benefits: float, costs: float) -> float:
    """Return the gain on each dollar spent.

    Use it for a headline, with the years and the discounting stated beside it.

    Args:
        benefits: Dollars of benefit, best as present value.
        costs: Dollars of cost on the same basis, above 0.

    Returns:
        A fraction: 0.25 is a gain of 25 cents on the dollar, -1 the loss of all.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        ZeroBaseError: ``costs`` is 0.
        FinanceError: ``costs`` is negative.
        NoFiniteAnswerError: The ratio is too large to be a number.

    Example:
        >>> round(roi(3_840, 2_061), 2)
        0.86

    Formula:
        :math:`(B - C) / C`.

    Source:
        Figures of WSIPP, program 524 (benefit-cost results, dollars of 2023).

    """
    spent = arguments.divisor(costs, "The cost")
    return finite(net_benefit(benefits, spent) / spent, "The return")


def net_benefit(benefits: float, costs: float) -> float:
    """Return what remains of the benefits after the costs.

    Use it to compare plans of like purpose: the largest is the best, whatever its size.

    Args:
        benefits: Dollars of benefit, best as present value.
        costs: Dollars of cost on the same basis; positive is money spent.

    Returns:
        Dollars; negative when the plan costs more than it gives.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        NoFiniteAnswerError: The difference is too large to be a number.

    Example:
        >>> net_benefit(3_840, 2_061)
        1779.0

    Formula:
        :math:`B - C`.

    Source:
        ASTM E1074; figures of WSIPP, program 524.

    """
    gained = arguments.number(benefits, "The benefit")
    return finite(gained - arguments.number(costs, "The cost"), "The net benefit")


def benefit_cost_ratio(benefits: float, costs: float) -> float:
    """Return the benefit for each dollar of cost.

    Use it to rank plans of unlike size; above 1 a plan gives more than it takes.

    Args:
        benefits: Dollars of benefit as present value.
        costs: Dollars of cost as present value, above 0.

    Returns:
        A ratio.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        ZeroBaseError: ``costs`` is 0.
        FinanceError: ``costs`` is negative.
        NoFiniteAnswerError: The ratio is too large to be a number.

    Example:
        >>> round(benefit_cost_ratio(3_840, 2_061), 2)
        1.86

    Formula:
        :math:`B / C`.

    Source:
        ASTM E964; figures of WSIPP, program 524.

    """
    spent = arguments.divisor(costs, "The cost")
    return finite(arguments.number(benefits, "The benefit") / spent, "The ratio")


def profitability_index(rate: float, flows: Sequence[float]) -> float:
    """Return the present value of income for each dollar of outlay.

    Use it to rank projects that compete for one budget; above 1 a project gains.

    Args:
        rate: Discount rate per period as a fraction, above -1.
        flows: Dollars, one flow per period, the first one now; money paid out is negative.

    Returns:
        A ratio.

    Raises:
        NotANumberError: An argument or a flow is blank, text or not finite.
        RateError: ``rate`` is -1 or less.
        ShapeError: There are no flows.
        ZeroBaseError: There is no outlay.
        NoFiniteAnswerError: A worth is too large to be a number.

    Example:
        >>> flows = [-16_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]
        >>> round(profitability_index(0.09, flows), 2)
        1.18

    Formula:
        :math:`PV_{in} / PV_{out}`.

    Source:
        OpenStax, *Principles of Finance* 2e, section 16.4.

    """
    checked = arguments.rate(rate)
    held = arguments.numbers(flows, "flow")
    income = worth(checked, [max(flow, 0.0) for flow in held], range(len(held)))
    outlays = -worth(checked, [min(flow, 0.0) for flow in held], range(len(held)))
    return finite(income / arguments.divisor(outlays, "The outlay"), "The index")
