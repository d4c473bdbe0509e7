"""Rows that follow another table of the live workbook: its first, second, … record.

A block that lists records has one row for each row of their table, spare ones included, so that
a record typed into a spare row appears.  A row that was deleted there reads as a spare one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from xlbudget.sheets.context import Context
from xlbudget.sheets.plan import whole

Record = TypeVar("Record")
CENTS_KEPT = 2


def places(
    context: Context, table: str, records: Sequence[Record]
) -> Iterator[tuple[int, Record | None]]:
    """Yield the number of each row of a table, from 1, with its record; None for a spare row."""
    for i in range(context.room.of(table, len(records))):
        yield i + 1, records[i] if i < len(records) else None


def nth(table: str, column: str, place: int) -> str:
    """Return the formula text that reads a column of a table at a place."""
    return f"INDEX({whole(column, table)},{place})"


def text_at(table: str, column: str, place: int) -> str:
    """Return the formula of the text of a column at a place; "" for a blank or a missing row."""
    return f'=IFERROR({nth(table, column, place)}&"","")'


def cents(amount: str) -> str:
    """Return the formula text of a sum of whole cents without the dust of binary fractions."""
    return f"ROUND({amount},{CENTS_KEPT})"


def years_block(context: Context) -> str:
    """Return the reference to the cost of all lines in all years."""
    last = len(context.years)
    return f"LineItems[[Year 1]:[Year {last}]]" if last > 1 else whole("Year 1")


def total(amounts: Sequence[Decimal]) -> Decimal:
    """Return the exact sum of amounts."""
    return sum(amounts, Decimal(0))
