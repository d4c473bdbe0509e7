"""What E-rate pays, and up to which bill."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from xlbudget.errors import ShareError, UnknownChoiceError
from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import finite

if TYPE_CHECKING:
    from collections.abc import Sequence

FULL_PERCENT = 100

_LOCALES = ("urban", "rural")
_CATEGORIES = (1, 2)

# From each whole percentage of students on, the discount in percent: category 1 urban and
# rural, category 2 urban and rural (USAC, discount matrix).
_DISCOUNTS = (
    (75, (90, 90, 85, 85)),
    (50, (80, 80, 80, 80)),
    (35, (60, 70, 60, 70)),
    (20, (50, 60, 50, 60)),
    (1, (40, 50, 40, 50)),
    (0, (20, 25, 20, 25)),
)


def erate_discount(nslp_percent: float, locale: str, category: int) -> float:
    """Return the share of an E-rate bill that the program pays.

    Use it with one percentage for the whole district; every school has the district's rate.

    Args:
        nslp_percent: Students eligible for the National School Lunch Program, in percent from
            0 to 100.  It is rounded to a whole percentage, half up, before the band is taken.
        locale: The word "urban" or "rural"; rural when more than half of the schools are.
        category: 1 for connections to the school, 2 for those inside it.

    Returns:
        A share from 0.20 to 0.90 of the bill before discount.

    Raises:
        NotANumberError: ``nslp_percent`` is blank, text or not finite.
        ShareError: ``nslp_percent`` lies outside 0 to 100.
        UnknownChoiceError: ``locale`` or ``category`` is none of the choices.

    Example:
        >>> erate_discount(34.6, "rural", 1)
        0.7

    Formula:
        The discount matrix of the Schools and Libraries Program, by band of percentages.

    Source:
        USAC, E-rate discount matrix; 47 CFR 54.505.

    """
    percent = arguments.number(nslp_percent, "The percentage of eligible students")
    if not 0 <= percent <= FULL_PERCENT:
        raise ShareError(
            saw=f"The percentage of eligible students is {percent:,.10g}",
            wants="It lies between 0 and 100",
            fix="Write 62 for 62 %",
        )
    place = _choice(locale, _LOCALES, "locale")
    group = _choice(category, _CATEGORIES, "category")
    rounded = int(Decimal(repr(percent)).quantize(Decimal(1), ROUND_HALF_UP))
    discounts = next(row for least, row in _DISCOUNTS if rounded >= least)
    return discounts[len(_LOCALES) * group + place] / FULL_PERCENT


def erate_category_two_budget(students: int, multiplier: float, floor: float) -> float:
    r"""Return what a district may buy under E-rate category 2 in five years.

    Use it to cap the cost inside buildings; the cap is on the bill before discount.

    Args:
        students: Students of the whole district, 0 or more.
        multiplier: Dollars per student for the five years, of the cycle's order.
        floor: Least budget in dollars, of the same order.

    Returns:
        Dollars before discount, for five fiscal years together.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole students.
        TermError: ``students`` is negative, or beyond all districts.
        FinanceError: ``multiplier`` or ``floor`` is negative.
        NoFiniteAnswerError: The budget is too large to be a number.

    Example:
        1,200 and 120 students in fiscal years 2026 to 2030:

        >>> erate_category_two_budget(1_200, 201.57, 30_175)
        241884.0
        >>> erate_category_two_budget(120, 201.57, 30_175)
        30175.0

    Formula:
        :math:`\max(N \cdot m, floor)`.

    Source:
        USAC, category two budgets; 47 CFR 54.502.

    """
    count = arguments.whole(students, "The number of students", lowest=0, highest=10**9)
    each = arguments.at_least(multiplier, "The multiplier")
    least = arguments.at_least(floor, "The floor")
    return finite(max(count * each, least), "The budget")


def _choice(value: object, choices: Sequence[object], noun: str) -> int:
    """Return the position of ``value`` among ``choices``; capitals do not matter."""
    asked = value.strip().lower() if isinstance(value, str) else value
    if isinstance(asked, bool) or asked not in choices:
        raise UnknownChoiceError(
            saw=f"The {noun} is {_said(value)}",
            wants=f"It is one of {', '.join(map(str, choices))}",
            fix="Use one of these",
        )
    return choices.index(asked)


def _said(value: object) -> str:
    is_number = isinstance(value, (int, float))
    return arguments.shown(value, f"{value:,.10g}" if is_number else "none of them")
