"""Dates that a cell tells in the words of the standard, such as 2026-07-01, as serial numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

_DAY = timedelta(days=1)
_FALSE_LEAP_DAY = 60  # 1900-02-29, which spreadsheets count and the calendar does not have
_FROM_1900 = datetime(1899, 12, 31, tzinfo=UTC)
_FROM_1904 = datetime(1904, 1, 1, tzinfo=UTC)


def serial_of(text: str, *, starts_1904: bool) -> float:
    """Return the serial number of a date, a time, or both; the time zone does not count.

    Raises:
        ValueError: The text is no date.

    """
    text = text.removesuffix("Z")
    if "-" not in text:
        return (_at(f"{date.min}T{text.removeprefix('T')}") - _at(f"{date.min}")) / _DAY
    if starts_1904:
        return (_at(text) - _FROM_1904) / _DAY
    days = (_at(text) - _FROM_1900) / _DAY
    return days if days < _FALSE_LEAP_DAY else days + 1


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
