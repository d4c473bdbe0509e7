"""Is an answer a number?  What has grown beyond all numbers is refused here, once."""

from __future__ import annotations

from math import fsum, inf, isfinite
from typing import TYPE_CHECKING

from xlbudget.errors import NoFiniteAnswerError

if TYPE_CHECKING:
    from collections.abc import Iterable


def total(parts: Iterable[float], subject: str) -> float:
    """Return the exact sum of ``parts``, rounded once, or refuse one beyond all numbers."""
    try:
        return finite(fsum(parts), subject)
    except (OverflowError, ValueError):  # beyond the largest number, or both infinities
        return finite(inf, subject)


def finite(answer: float, subject: str) -> float:
    """Return ``answer``, or refuse one that has grown beyond all numbers."""
    if not isfinite(answer):
        raise NoFiniteAnswerError(
            saw=f"{subject} grows too large to be a number",
            wants="The answer must be a finite number",
            fix="Check the amounts, and any rate close to -100 %",
        )
    return answer
