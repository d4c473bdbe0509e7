"""What an argument is to be, and how its cells become what a Python function takes."""

from __future__ import annotations

from datetime import date
from enum import Enum
from itertools import chain
from math import isfinite
from typing import TYPE_CHECKING

from xlbudget.catalogue.block import (
    SHEET_COLUMNS,
    Cells,
    argument,
    line_of,
    one_of,
    rectangle,
    rows_of,
    two_columns_of,
    without_blank_end,
)
from xlbudget.catalogue.cell import as_date, plain
from xlbudget.errors import NotANumberError
from xlbudget.finance import _arguments as arguments

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ONLY_NUMBERS = {float}


class Kind(Enum):
    """What an argument is: the value is what people call it."""

    NUMBER = "a number"
    FLAG = "TRUE or FALSE"
    WORD = "a word"
    DATE = "a date"
    NUMBERS = "numbers in one row or one column"
    DATES = "dates in one row or one column"
    WORDS = "words in one row or one column"
    PAIRS = "numbers in two columns"
    BLOCK = "numbers in rows and columns"
    CELLS = "anything, any number of times"

    @property
    def is_range(self) -> bool:
        """Whether more than one cell can be given."""
        return self not in {Kind.NUMBER, Kind.FLAG, Kind.WORD, Kind.DATE}


def number(raw: object, name: str) -> float:
    """Return the number of a single cell."""
    if type(raw) is float:
        return raw
    return arguments.number(plain(one_of(raw, name)), argument(name))


def number_or_none(raw: object, name: str) -> float | None:
    """Return the number of a single cell; a blank one is as good as none."""
    held = one_of(raw, name)
    return None if held is None else number(held, name)


def flag(raw: object, name: str) -> bool:
    """Return a truth value; some hosts hand over 1 and 0 for it."""
    value = plain(one_of(raw, name))
    if isinstance(value, (bool, float)) and value in {0, 1}:
        return bool(value)
    raise NotANumberError(
        saw=f"{argument(name)} is {arguments.shown(value, 'neither TRUE nor FALSE')}",
        wants="TRUE or FALSE is needed",
        fix="Type TRUE or FALSE, or leave the argument out",
    )


def word(raw: object, name: str) -> str:
    """Return a text without spaces around it; a number counts as its digits, 0 as a blank."""
    return _word(one_of(raw, name), argument(name))


def day(raw: object, name: str) -> date:
    """Return the calendar date of a single cell."""
    return arguments.day_of(as_date(one_of(raw, name)), argument(name))


def numbers(raw: object, name: str) -> Cells:
    """Return the numbers of one row or column; a refusal names the cell by its position."""
    if isinstance(raw, tuple) and len(raw) == 1 and isinstance(raw[0], tuple):
        held: Cells = raw[0] if len(raw[0]) < SHEET_COLUMNS else line_of(raw, name)
    else:
        held = line_of(raw, name)
    if set(map(type, held)) == _ONLY_NUMBERS:
        return held
    # All errors come out before any refusal; and no words are made for a good number.
    values = [plain(cell) for cell in held]
    return [
        value if type(value) is float else arguments.number(value, _place(name, at, len(values)))
        for at, value in enumerate(values, start=1)
    ]


def dates(raw: object, name: str) -> Sequence[date]:
    """Return the dates of one row or column; a refusal names the cell by its position."""
    values = [as_date(cell) for cell in line_of(raw, name)]
    return [
        arguments.day_of(value, _place(name, at, len(values)))
        for at, value in enumerate(values, start=1)
    ]


def words(raw: object, name: str) -> Sequence[str]:
    """Return the texts of one row or column; a blank cell is an empty one."""
    held = line_of(raw, name)
    return [_word(cell, _place(name, at, len(held))) for at, cell in enumerate(held, start=1)]


def pairs(raw: object, name: str) -> Sequence[Cells]:
    """Return rows of two numbers, without the blank rows below the last filled one."""
    return two_columns_of(block(raw, name), name)


def block(raw: object, name: str) -> Sequence[Cells]:
    """Return rows of numbers, without the blank rows below the last filled one."""
    rows = rectangle(rows_of(raw), name)
    if set(map(type, chain.from_iterable(rows))) == _ONLY_NUMBERS:
        return rows
    values = [tuple(map(plain, row)) for row in without_blank_end(rows)]
    return [
        tuple(
            value
            if type(value) is float
            else arguments.number(value, f'Row {down}, column {across} of "{name}"')
            for across, value in enumerate(row, start=1)
        )
        for down, row in enumerate(values, start=1)
    ]


def cells(raw: object, _name: str) -> object:
    """Return the cells untouched, for the function that looks into them itself."""
    return raw


def _word(raw: object, subject: str) -> str:
    value = plain(raw)
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and isfinite(value):
        return f"{value:.15g}" if value else ""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()[: len("yyyy-mm-dd")]
    raise NotANumberError(
        saw=f"{subject} is {arguments.shown(value, 'nothing that can be read')}",
        wants="A word is needed",
        fix="Type a word, or leave the cell blank",
    )


def _place(name: str, at: int, count: int) -> str:
    """Return what messages call one cell: the third of "flows" is flow 3 of 6."""
    noun = name.replace("_", " ").capitalize()
    singular = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
    return f"{singular} {at} of {count}"


CONVERT: dict[Kind, Callable[[object, str], object]] = {
    Kind.NUMBER: number,
    Kind.FLAG: flag,
    Kind.WORD: word,
    Kind.DATE: day,
    Kind.NUMBERS: numbers,
    Kind.DATES: dates,
    Kind.WORDS: words,
    Kind.PAIRS: pairs,
    Kind.BLOCK: block,
    Kind.CELLS: cells,
}
