"""The error that a cell shows, and the reason for it in words."""

from __future__ import annotations

from dataclasses import dataclass

NUMBERS = {
    "#NULL!": 2000,
    "#DIV/0!": 2007,
    "#VALUE!": 2015,
    "#REF!": 2023,
    "#NAME?": 2029,
    "#NUM!": 2036,
    "#N/A": 2042,
}
"""The errors that every spreadsheet knows, each with the number of Excel's ``CVErr``."""

NEWER = ("#GETTING_DATA", "#SPILL!", "#CONNECT!", "#BLOCKED!", "#UNKNOWN!", "#FIELD!", "#CALC!")
"""Errors that only some know; a function hands each of them on as #VALUE!."""

_AUTOMATION = -2146828288
"""What Excel adds to an error's number when it hands a cell to another program."""

_BY_NUMBER = {number: error for error, number in NUMBERS.items()}
_FIRST, _LAST = 2000, 2099


@dataclass(frozen=True, slots=True)
class CellError:
    """An error in a cell: one that came in, or one that a function gives.

    Attributes:
        error: What the cell shows, such as "#NUM!".
        reason: Why, in words that a budget officer can act on; empty for an error of a cell.
        code: The code of the refusal, such as "XLB-101"; empty for an error of a cell.

    """

    error: str
    reason: str = ""
    code: str = ""


class ErrorInCellError(Exception):
    """An argument holds an error; the function answers with the same one."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error if error in NUMBERS else "#VALUE!"


def of_automation(number: int) -> str:
    """Return the error that Excel's automation hands over as ``number``, or nothing."""
    own = number - _AUTOMATION
    return _BY_NUMBER.get(own, "#VALUE!") if _FIRST <= own <= _LAST else ""
