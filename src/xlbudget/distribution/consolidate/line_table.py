"""Consolidated lines as plain rows: each line's fields, the way back to its file, its amounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from xlbudget.analysis.line_parts import cents_of
from xlbudget.distribution.consolidate.merged import Merged
from xlbudget.model.field import Kind, fields_of
from xlbudget.model.line_item import LineItem
from xlbudget.model.origin import Origin
from xlbudget.model.table import text_of

Plain = str | int | None
Row = tuple[Plain, ...]

_FIELDS = tuple(item for item in fields_of(LineItem) if not item.yearly)
_WHOLE_KINDS = (Kind.YEAR, Kind.WHOLE)
_WAY_BACK = ("file", "sheet", "row", "sha256")
WHOLE = frozenset(item.name for item in _FIELDS if item.kind in _WHOLE_KINDS) | {"row"}
"""Columns of whole numbers."""
NUMBERS = frozenset(item.name for item in _FIELDS if item.is_number) - WHOLE
"""Columns of other numbers: text with every digit; blank is None."""


class FlatLine(NamedTuple):
    """A line that counts: where it came from, and what it costs, in cents by year."""

    item: LineItem
    origin: Origin
    cents: Sequence[int]


def flat_lines(merged: Merged) -> Iterator[FlatLine]:
    """Yield every line of a consolidated budget."""
    for cost, origin in zip(merged.costs, merged.origins, strict=True):
        yield FlatLine(cost.line, origin, cents_of(cost.years))


def amount_header(year: int) -> str:
    """Return the header of a fiscal year's amount: ``amount_2027``."""
    return f"amount_{year}"


def line_headers(years: Sequence[int]) -> tuple[str, ...]:
    """Return the columns: those of line_items.csv, the way back, and an amount for each year."""
    return (*(item.name for item in _FIELDS), *_WAY_BACK, *map(amount_header, years))


def line_rows(lines: Iterable[FlatLine]) -> Iterator[Row]:
    """Yield each line as a row under ``line_headers``; amounts are cents."""
    for item, origin, cents in lines:
        facts = (_plain(item, field.name) for field in _FIELDS)
        yield (*facts, origin.file, origin.sheet, origin.row, origin.sha256, *cents)


def _plain(item: LineItem, name: str) -> Plain:
    value = getattr(item, name)
    if name in WHOLE:
        return value if isinstance(value, int) else None
    return (text_of(value) or None) if name in NUMBERS else text_of(value)
