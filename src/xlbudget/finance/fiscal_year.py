"""Which fiscal year a day belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlbudget.finance import _arguments as arguments

if TYPE_CHECKING:
    from datetime import date

MONTHS = 12


def fiscal_year(day: date, start_month: int = 7) -> int:
    """Return the fiscal year that holds a day, named by the calendar year in which it ends.

    Use it to sort invoices and grants into budget years.

    Args:
        day: The day.
        start_month: Month in which the fiscal year starts, 1 to 12; 1 is the calendar year.

    Returns:
        A fiscal year: 2027 for July 2026 to June 2027.

    Raises:
        NotANumberError: ``day`` is not a date, or ``start_month`` not a whole number.
        TermError: ``start_month`` lies outside 1 to 12.

    Example:
        >>> from datetime import date
        >>> fiscal_year(date(2026, 7, 1)), fiscal_year(date(2026, 6, 30))
        (2027, 2026)

    Formula:
        The calendar year, and one more from the start month on unless that is January.

    Source:
        NCES, *Revenues and Expenditures for Public Elementary and Secondary Education: School
        Year 2020-21 (Fiscal Year 2021)*, for the naming.

    """
    start = arguments.whole(start_month, "The start month", highest=MONTHS)
    held = arguments.day_of(day, "The day")
    return held.year + (start > 1 and held.month >= start)
