"""What a host hands over for a cell, made plain: one conversion for all hosts.

=====================  =======================================================================
A host hands over      It becomes
=====================  =======================================================================
float, bool            itself
int                    float; a number that Excel's automation uses for an error is that error
str                    itself; the text of an error, such as "#REF!", is that error
None                   a blank cell
OMITTED                an argument that was left out
CellError              that error
Decimal (a currency)   float
datetime, date         itself
=====================  =======================================================================
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from math import nan

from xlbudget.catalogue.cell_error import NEWER, NUMBERS, CellError, ErrorInCellError, of_automation

EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet's dates."""

_FIRST_SERIAL = 61
"""1900-03-01: before it, spreadsheets disagree about the calendar."""

_LAST_SERIAL = 2_958_465
_ERRORS = frozenset((*NUMBERS, *NEWER))


class Omitted(Enum):
    """An argument that was left out, in contrast to a reference to a blank cell."""

    OMITTED = "omitted"


OMITTED = Omitted.OMITTED


def plain(raw: object) -> object:
    """Return what a cell holds: a number, text, truth value or date, or None for a blank.

    What no cell can hold comes back as it is, for the caller to refuse.

    Raises:
        ErrorInCellError: It holds an error.

    """
    if isinstance(raw, (float, bool)):
        return raw
    if isinstance(raw, str):
        return _text(raw)
    if isinstance(raw, int):
        return _whole(raw)
    if isinstance(raw, CellError):
        raise ErrorInCellError(raw.error)
    if isinstance(raw, Decimal):
        return _as_float(raw)
    return None if raw is OMITTED else raw


def is_blank(raw: object) -> bool:
    """Return whether a cell holds nothing to be seen."""
    return raw is None or raw is OMITTED or (isinstance(raw, str) and not raw.strip())


def as_date(raw: object) -> object:
    """Return the calendar date that a cell holds, as a serial number or in ISO form.

    A time of the day is cut off.  What is no date comes back as it is, for the caller to refuse.
    """
    value = plain(raw)
    if isinstance(value, str):
        return _iso(value)
    if isinstance(value, float) and _FIRST_SERIAL <= value < _LAST_SERIAL + 1:
        return EPOCH + timedelta(days=int(value))
    return value


def _text(raw: str) -> str:
    if raw[:1] == "#" and raw in _ERRORS:
        raise ErrorInCellError(raw)
    return raw


def _whole(raw: int) -> float:
    if error := of_automation(raw):
        raise ErrorInCellError(error)
    return _as_float(raw)


def _as_float(raw: Decimal | int) -> float:
    try:
        return float(raw)
    except (OverflowError, ValueError):  # a whole number of 400 digits; a signalling NaN
        return nan


def _iso(text: str) -> object:
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return text
