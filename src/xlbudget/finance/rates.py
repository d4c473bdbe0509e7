"""Which rate goes with which dollars, and with which term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from xlbudget.errors import TermError
from xlbudget.finance import _arguments as arguments
from xlbudget.finance._answers import finite


def real_rate(nominal: float, inflation: float) -> float:
    """Return the rate for dollars of constant value.

    Use it to discount costs that are stated in prices of today.

    Args:
        nominal: Rate per year as quoted by a bank, a fraction above -1.
        inflation: Growth of prices per year, a fraction above -1.

    Returns:
        A rate per year as a fraction.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        RateError: An argument is -1 or less.
        NoFiniteAnswerError: The rate is too large to be a number.

    Example:
        >>> round(real_rate(0.044484, 0.022), 6)
        0.022

    Formula:
        :math:`(1 + R) / (1 + i) - 1`.

    Source:
        Fisher's equation; OMB Circular A-94.

    """
    quoted = arguments.rate(nominal, "The nominal rate")
    growth = arguments.rate(inflation, "The inflation")
    return finite((quoted - growth) / (1 + growth), "The real rate")


def nominal_rate(real: float, inflation: float) -> float:
    """Return the rate for dollars as they will be paid.

    Use it to discount a budget, which is always stated in dollars of its own year.

    Args:
        real: Rate per year for dollars of constant value, a fraction above -1.
        inflation: Growth of prices per year, a fraction above -1.

    Returns:
        A rate per year as a fraction.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        RateError: An argument is -1 or less.
        NoFiniteAnswerError: The rate is too large to be a number.

    Example:
        >>> round(nominal_rate(0.022, 0.022), 6)
        0.044484

    Formula:
        :math:`(1 + r)(1 + i) - 1`.

    Source:
        Fisher's equation; OMB Circular A-94.

    """
    constant = arguments.rate(real, "The real rate")
    growth = arguments.rate(inflation, "The inflation")
    return finite(constant + growth + constant * growth, "The nominal rate")


def implied_inflation(real: float, nominal: float) -> float:
    """Return the inflation that a pair of published rates takes for granted.

    Use it to check that a real and a nominal rate belong together.

    Args:
        real: Rate per year for dollars of constant value, a fraction above -1.
        nominal: Rate per year as quoted, of the same term and date, a fraction above -1.

    Returns:
        Growth of prices per year as a fraction.

    Raises:
        NotANumberError: An argument is blank, text or not finite.
        RateError: An argument is -1 or less.
        NoFiniteAnswerError: The inflation is too large to be a number.

    Example:
        The 5-year rates of 2024, 2.2 % real and 4.4 % nominal:

        >>> round(implied_inflation(0.022, 0.044), 6)
        0.021526

    Formula:
        :math:`(1 + R) / (1 + r) - 1`.

    Source:
        Fisher's equation; NIST, discount rates of 2024.

    """
    constant = arguments.rate(real, "The real rate")
    quoted = arguments.rate(nominal, "The nominal rate")
    return finite((quoted - constant) / (1 + constant), "The implied inflation")


def rate_for_term(
    table: Mapping[float, float] | Sequence[tuple[float, float]], term: float
) -> float:
    """Return the rate that a table of published rates gives for a term.

    Use it with the dated rates of OMB Circular A-94, Appendix C, or of a bond market.

    Args:
        table: Rates per year as fractions above -1, by term in years above 0: a mapping, or
            pairs of term and rate in any order.
        term: Length of the analysis in years, above 0.

    Returns:
        A rate per year as a fraction: on a straight line between neighboring terms; the
        longest term's beyond it, and the shortest term's below it.

    Raises:
        NotANumberError: A term or a rate is blank, text or not finite.
        RateError: A rate of the table is -1 or less.
        ShapeError: The table is empty, or an entry is not a pair.
        TermError: A term is not above 0, or stands twice in the table.

    Example:
        >>> round(rate_for_term({3: 0.059, 5: 0.060}, 4), 5)
        0.0595

    Formula:
        :math:`r_a + (r_b - r_a)(t - a) / (b - a)` for neighbors a and b of t.

    Source:
        OMB Circular A-94, Appendix C (January 2000).

    """
    entries = tuple(table.items()) if isinstance(table, Mapping) else table
    arguments.listed(entries, "rate")
    checked = arguments.pairs(entries, "rate", "the term and the rate")
    points = sorted((_term(years), arguments.rate(rate, "A rate")) for years, rate in checked)
    wanted = _term(arguments.number(term, "The term"))
    if wanted <= points[0][0]:
        return points[0][1]
    for (before, low), (after, high) in pairwise(points):
        if before == after:
            raise TermError(
                saw=f"The term of {before:g} years stands twice in the table",
                wants="Each term has one rate",
                fix="Remove one of them",
            )
        if wanted <= after:
            return low + (high - low) * (wanted - before) / (after - before)
    return points[-1][1]


def escalate(values: Sequence[float], index: Sequence[float]) -> tuple[float, ...]:
    r"""Return amounts in prices of today as they will be paid, by a published price index.

    Use it where prices grow unevenly.  The index tells the whole growth since today, so it is
    not compounded again.

    Args:
        values: Dollars of today, one amount per year.
        index: Price level of each year, 1 is today's; 0 or more.

    Returns:
        Dollars of each year.

    Raises:
        NotANumberError: An amount or an index is blank, text or not finite.
        ShapeError: A list is empty, or they are of unlike length.
        FinanceError: A price level is negative.
        NoFiniteAnswerError: An amount is too large to be a number.

    Example:
        >>> escalate([100, 100, 100], [1.0, 1.25, 1.5])
        (100.0, 125.0, 150.0)

    Formula:
        :math:`A_t \cdot index_t`.

    Source:
        U.S. Department of Energy, EnergyPlus: use price escalation in life-cycle costing.

    """
    amounts = arguments.numbers(values, "amount")
    levels = arguments.numbers(index, "price level")
    arguments.same_length(amounts, levels, "amounts and price levels")
    return tuple(
        finite(amount * arguments.at_least(level, "A price level"), "An amount")
        for amount, level in zip(amounts, levels, strict=True)
    )


def _term(years: float) -> float:
    if years <= 0:
        raise TermError(
            saw=f"A term is {years:g} years",
            wants="A term must be above 0 years",
            fix="Give the length in years",
        )
    return years
