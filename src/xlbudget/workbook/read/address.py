"""Addresses of cells, such as "B7", and what row and column they name."""

from __future__ import annotations

import re
from functools import cache

from xlbudget.sheets.layout import column_letters

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
MOST_DIGITS = 7
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LETTERS = 26


def parted(address: str) -> tuple[int, int] | None:
    """Return the row and column of an address, counted from 1; None when it is none."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return None
    row, column = int(found[2]), column_of(found[1])
    return (row, column) if 1 <= row <= MOST_ROWS and column <= MOST_COLUMNS else None


@cache
def column_of(letters: str) -> int:
    """Return the number of a column, 1 for A."""
    column = 0
    for letter in letters:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return column


def letters_of(column: int) -> str:
    """Return the letters of a column, A for 1."""
    return column_letters(column - 1)
