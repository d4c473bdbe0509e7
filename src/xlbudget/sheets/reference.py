"""What a formula of a plan refers to: cells by tokens, columns of tables, and defined names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

THIS, ALL, LABELS, HEADERS = "#", "*", "^", "h"
_STRING = r'"(?:[^"]|"")*"'
_CELL = r"\{\$?(?P<table>[^{}|]+)\|(?P<row>[^{}|]*)\|(?P<column>[^{}|]+)\}"
_TO = r"(?::\{\$?(?P=table)\|(?P<last_row>[^{}|]*)\|(?P<last_column>[^{}|]+)\})?"
_HEADERS = r"\[?(?P<first>[^\[\]:]+)\]?(?::\[(?P<last>[^\[\]]+)\])?"
_COLUMN = rf"(?P<of>[A-Za-z_]\w*)\[(?:\[#(?P<part>[A-Z][A-Za-z ]+)\],)?{_HEADERS}\]"
_NAME = r"(?<![\w.])(?P<name>[A-Za-z_]\w*)(?![\w.(\[])"
_REFERENCE = re.compile(rf"{_STRING}|{_CELL}{_TO}|{_COLUMN}|[A-Z][A-Z.0-9]*\(|{_NAME}")
_PARTS = {None: ALL, "This Row": THIS, "Headers": HEADERS}
_WORDS = frozenset({"TRUE", "FALSE"})


@dataclass(frozen=True, slots=True)
class Reference:
    """What a part of a formula refers to.

    Attributes:
        table: The table; "" for a defined name.
        row: The key of a row, or of the first and last with two points between; ``THIS`` for the
            row of the formula, ``ALL`` for all rows, ``HEADERS`` for the headers, ``LABELS`` for
            the row above them.
        column: A header, or the first and last with two points between; the name itself.
        start: Where it begins in the formula.
        end: Where it ends.

    """

    table: str
    row: str
    column: str
    start: int
    end: int


def references(formula: str) -> Iterator[Reference]:
    """Yield what a formula with tokens refers to, in order."""
    for found in _REFERENCE.finditer(formula):
        if found["table"]:
            row = _spanned(found["row"], found["last_row"])
            column = _spanned(found["column"], found["last_column"])
            yield Reference(found["table"], row, column, *found.span())
        elif found["of"]:
            column = _spanned(found["first"], found["last"])
            yield Reference(found["of"], _PARTS[found["part"]], column, *found.span())
        elif found["name"] and found["name"] not in _WORDS:
            yield Reference("", "", found["name"], *found.span())


def _spanned(first: str, last: str | None) -> str:
    """Return the words for what lies between two rows or columns."""
    return first if last in (None, first) else f"{first}..{last}"
