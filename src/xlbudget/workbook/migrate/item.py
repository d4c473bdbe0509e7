"""One thing to be told of a migration: where it stands in the old workbook, and what it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be told of a migration.

    Attributes:
        sheet: The sheet in the old workbook; that of the new one for what is new.
        what: What it is, in words.
        cell: Its cell; "" for more than one.
        value: What the cell holds; "" for more than one.

    """

    sheet: str
    what: str
    cell: str = ""
    value: str = ""
