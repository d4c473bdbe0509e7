"""Moments in time and texts as both databases keep them alike."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Dialect, Text
from sqlalchemy.types import DateTime, TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A moment with its time zone: kept in UTC, given back in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment as the database takes it; SQLite knows no time zones."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"{value} has no time zone; use datetime.now(UTC)"
            raise ValueError(message)
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Words(TypeDecorator[str]):
    """A text from outside, such as a file's name: what no database can hold is written out."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return the text as a database can hold it."""
        del dialect
        return None if value is None else storable(value)


IDENTITY = Words(collation="C").with_variant(Words(), "sqlite")
"""An id from outside: ordered by its characters; PostgreSQL would sort as people do."""


def storable(text: str) -> str:
    r"""Return a text that every database can hold.

    Example:
        >>> storable("North\0.xlsx")
        'North\\x00.xlsx'

    """
    if "\0" not in text and text.isascii():
        return text
    return text.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode("utf-8")
