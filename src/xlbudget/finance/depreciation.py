"""How the book value of a thing falls, year by year.

Governmental funds budget cash, not depreciation; these schedules serve residual values and the
book view.  Each holds dollars per fiscal year.  A thing put to use with less than 12 months of
its first year left has one year more in its schedule, for the months that the first one lacks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlbudget.finance import _arguments as arguments

if TYPE_CHECKING:
    from collections.abc import Iterable

MONTHS = 12


def straight_line(
    cost: float, residual_value: float, service_life: int, *, first_year_months: int = 12
) -> tuple[float, ...]:
    """Return a depreciation that is the same in every full year.

    Use it unless a rule asks for another one: most districts' books do.

    Args:
        cost: Dollars paid, 0 or more.
        residual_value: Dollars that remain at the end of service, from 0 to ``cost``.
        service_life: Years of service, 1 or more.
        first_year_months: Months of use in the first fiscal year, 1 to 12.

    Returns:
        Dollars for each fiscal year; they sum to ``cost`` less ``residual_value``.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole.
        TermError: ``service_life`` is below 1, or ``first_year_months`` outside 1 to 12.
        FinanceError: ``cost`` is negative, or ``residual_value`` outside 0 to ``cost``.

    Example:
        >>> straight_line(10_000, 1_000, 5)
        (1800.0, 1800.0, 1800.0, 1800.0, 1800.0)
        >>> straight_line(10_000, 1_000, 2, first_year_months=3)
        (1125.0, 4500.0, 3375.0)

    Formula:
        :math:`(C - S) / L`, in the first year times its months over 12.

    Source:
        OpenStax, *Principles of Accounting* 1, section 11.3.

    """
    paid, kept, life, months = _checked(cost, residual_value, service_life, first_year_months)
    return _shifted([(paid - kept) / life] * life, months)


def sum_of_years(
    cost: float, residual_value: float, service_life: int, *, first_year_months: int = 12
) -> tuple[float, ...]:
    r"""Return a depreciation that falls by equal steps, by the sum of the years' digits.

    Use it for things that lose most of their value early.

    Args:
        cost: Dollars paid, 0 or more.
        residual_value: Dollars that remain at the end of service, from 0 to ``cost``.
        service_life: Years of service, 1 or more.
        first_year_months: Months of use in the first fiscal year, 1 to 12.

    Returns:
        Dollars for each fiscal year; they sum to ``cost`` less ``residual_value``.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole.
        TermError: ``service_life`` is below 1, or ``first_year_months`` outside 1 to 12.
        FinanceError: ``cost`` is negative, or ``residual_value`` outside 0 to ``cost``.

    Example:
        >>> sum_of_years(10_000, 1_000, 5)
        (3000.0, 2400.0, 1800.0, 1200.0, 600.0)

    Formula:
        :math:`(C - S) \cdot 2 (L - t + 1) / (L (L + 1))` in year t of service.

    Source:
        The documented formula of the spreadsheet function SYD.

    """
    paid, kept, life, months = _checked(cost, residual_value, service_life, first_year_months)
    digits = life * (life + 1) / 2
    return _shifted([(paid - kept) / digits * left for left in range(life, 0, -1)], months)


def declining_balance(
    cost: float,
    residual_value: float,
    service_life: int,
    *,
    factor: float | None = 2.0,
    first_year_months: int = 12,
) -> tuple[float, ...]:
    r"""Return a depreciation that is a constant share of the book value.

    Use it for things that lose a like share of their value each year.  With a factor it stops
    at the residual value, and it need not get there: compare the sum with ``straight_line``.

    Args:
        cost: Dollars paid, 0 or more.
        residual_value: Dollars that remain at the end of service, from 0 to ``cost``.
        service_life: Years of service, 1 or more.
        factor: The share is this over the service life: 2 is the double declining balance.
            None takes the share that leads to the residual value, rounded to 3 decimals, so
            that it ends close to it (the spreadsheet's DB).
        first_year_months: Months of use in the first fiscal year, 1 to 12.

    Returns:
        Dollars for each fiscal year.

    Raises:
        NotANumberError: An argument is blank, text or not finite, or not whole.
        TermError: ``service_life`` is below 1, or ``first_year_months`` outside 1 to 12.
        FinanceError: ``cost`` is negative, ``residual_value`` outside 0 to ``cost``, or
            ``factor`` negative.

    Example:
        >>> declining_balance(10_000, 1_000, 5)
        (4000.0, 2400.0, 1440.0, 864.0, 296.0)

    Formula:
        :math:`\min(BV \cdot f / L, BV - S)`; without a factor the share is
        :math:`1 - (S / C)^{1/L}`.

    Source:
        OpenStax, *Principles of Accounting* 1, section 11.3; the documented formulas of the
        spreadsheet functions DDB and DB.

    """
    paid, kept, life, months = _checked(cost, residual_value, service_life, first_year_months)
    if factor is None:
        yearly = round(1 - (kept / paid) ** (1 / life), 3) if paid else 0.0
        kept = 0.0  # rounding the share may lead a little below, as it does in a spreadsheet
    else:
        yearly = min(1.0, arguments.at_least(factor, "The factor") / life)
    parts = [months / MONTHS, *[1.0] * (life - 1), 1 - months / MONTHS]
    return _fallen(paid, kept, yearly, parts[: life + (months < MONTHS)])


def _fallen(paid: float, kept: float, yearly: float, parts: Iterable[float]) -> tuple[float, ...]:
    """Return the share ``yearly`` of what is left, for each part of a year."""
    book, schedule = paid, []
    for part in parts:
        schedule.append(min(book * yearly * part, book - kept))
        book -= schedule[-1]
    return tuple(schedule)


def _shifted(years_of_service: list[float], months: int) -> tuple[float, ...]:
    """Return fiscal years, each holding the end of one year of service and the next's start."""
    if months == MONTHS:
        return tuple(years_of_service)
    starts, ends = [*years_of_service, 0.0], [0.0, *years_of_service]
    part = months / MONTHS
    return tuple(start * part + end * (1 - part) for start, end in zip(starts, ends, strict=True))


def _checked(
    cost: float, residual_value: float, service_life: int, first_year_months: int
) -> tuple[float, float, int, int]:
    paid = arguments.at_least(cost, "The cost")
    kept = arguments.at_least(residual_value, "The residual value")
    if kept > paid:
        raise arguments.outside(
            "The residual value", kept, f"It cannot exceed the cost, {paid:,.10g}"
        )
    life = arguments.whole(service_life, "The service life in years")
    months = arguments.whole(
        first_year_months, "The number of months in the first year", highest=MONTHS
    )
    return paid, kept, life, months
