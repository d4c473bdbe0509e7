"""Figures in words: the same in a formula and in Python, in any country's spreadsheet.

``TEXT`` and ``FIXED`` speak the locale, so a sentence holds whole numbers only.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

NONE = "none"


def percent(share: Decimal | float | None) -> str:
    """Return a share in words, ``31 %``; None is ``none``."""
    return NONE if share is None else f"{_whole(100 * _exact(share))} %"


def percent_formula(cell: str) -> str:
    """Return the formula text of a share in words; the cell holds a share or ``none``."""
    return f'IF({cell}="{NONE}","{NONE}",ROUND(100*{cell},0)&" %")'


def thousands(amount: Decimal | float) -> str:
    """Return dollars in words, ``84 thousand dollars``."""
    return f"{_whole(_exact(amount) / 1000)} thousand dollars"


def thousands_formula(cell: str) -> str:
    """Return the formula text of dollars in words."""
    return f'ROUND({cell}/1000,0)&" thousand dollars"'


def grouped(amount: Decimal) -> str:
    """Return an amount in whole dollars without its sign, thousands set apart: ``120,000``."""
    return f"{_whole(abs(amount)):,}"


def signed(amount: Decimal) -> str:
    """Return an amount in whole dollars with its sign, thousands set apart: ``-1,250``."""
    words = grouped(amount)
    return f"-{words}" if amount < 0 and words != "0" else words


def grouped_formula(cell: str) -> str:
    """Return the formula text of the same; the cell holds a whole number, 0 or more.

    The digits are cut in threes, since a number format would speak the locale.
    """
    steps = ("/1000" * 3, "/1000" * 2, "/1000")
    limits = ("1000*1000*1000", "1000*1000", "1000")
    parts = [
        f'REPT(RIGHT(INT({cell}{step}),3)&",",{cell}>={limit})'
        for step, limit in zip(steps, limits, strict=True)
    ]
    return "&".join([*parts, f"RIGHT({cell},3)"])


def thousands_by_year(amounts: Iterable[Decimal]) -> str:
    """Return amounts as a list of thousands of dollars, ``2162, 2212``."""
    return ", ".join(str(_whole(amount / 1000)) for amount in amounts)


def _whole(number: Decimal) -> int:
    return int(number.quantize(Decimal(1), ROUND_HALF_UP))


def _exact(number: Decimal | float) -> Decimal:
    """Return a number as it is written: 0.305 is no less than 30.5 %."""
    return number if isinstance(number, Decimal) else Decimal(str(number))
