"""What a cell can be filled with, and how it is written in XML."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias
from xml.sax.saxutils import escape

from xlbudget.errors import InputError

Value: TypeAlias = float | int | str | bool | date | Decimal | None
Plain: TypeAlias = float | str | bool | None

LONGEST = 32_767
"""The most letters that a cell holds."""

# Spreadsheets read _x000D_ as a letter of that number, so that a text that looks so is escaped.
_ESCAPED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]|_(?=x[0-9A-Fa-f]{4}_)")
_SIMPLE = re.compile("[ !-%'-;=?-^`-~]*")
_START_1900, _START_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - no zones
_FALSE_LEAP_DAY = 61  # 1 March 1900; spreadsheets believe in a day before it
_DAY = 86_400


def plain(value: Value, *, starts_1904: bool = False) -> Plain:
    """Return a value as a cell stores it: a date is a number of days.

    Args:
        value: A number, text, truth value, date or nothing.
        starts_1904: Whether the workbook counts days from 1904.

    """
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return _days(value, starts_1904=starts_1904)
    return float(value)


def words(text: str) -> str:
    """Return a text as XML tells it, with a letter for each byte of UTF-8.

    Letters that XML does not know are escaped.

    Raises:
        InputError: It is longer than a cell holds.

    """
    if len(text) > LONGEST:
        raise InputError(
            saw=f"The text has {len(text):,} letters: {text[:40]}…",
            wants=f"A cell holds at most {LONGEST:,} letters",
            fix="Shorten it, or part it over several cells",
        )
    if _SIMPLE.fullmatch(text):
        return text
    return _escaped(text)


@lru_cache(maxsize=5_000)
def _escaped(text: str) -> str:
    safe = _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return escape(safe).encode().decode("latin-1")


def _days(value: date, *, starts_1904: bool) -> float:
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)  # noqa: DTZ001
    gap = moment.replace(tzinfo=None) - (_START_1904 if starts_1904 else _START_1900)
    days = gap.days + gap.seconds / _DAY if gap.seconds else gap.days
    if not starts_1904 and days < _FALSE_LEAP_DAY:
        days -= 1
    if days < 0:
        raise InputError(
            saw=f"The date is {value.isoformat()}",
            wants="A spreadsheet knows no day before its first one, in 1900 or 1904",
            fix="Give the date as text",
        )
    return days
