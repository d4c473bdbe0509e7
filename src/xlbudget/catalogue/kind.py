"""What an argument is to be, and how its cells become what a Python function takes."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from xlbudget.catalogue.block import Cells, line_of, one_of, rows_of, size, without_blank_end
from xlbudget.catalogue.cell import as_date, is_blank, plain
from xlbudget.errors import NotANumberError, ShapeError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PAIR = 2
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


def number(raw: object, subject: str) -> object:
    """Return what a single cell holds; the function itself refuses what is no number."""
    if type(raw) is float:
        return raw
    return plain(one_of(raw, subject))


def flag(raw: object, subject: str) -> bool:
    """Return a truth value; some hosts hand over 1 and 0 for it."""
    value = plain(one_of(raw, subject))
    if isinstance(value, (bool, int, float)) and value in {0, 1}:
        return bool(value)
    raise NotANumberError(
        saw=f"{subject} is {'blank' if is_blank(value) else 'neither TRUE nor FALSE'}",
        wants="TRUE or FALSE is needed",
        fix="Type TRUE or FALSE, or leave the argument out",
    )


def word(raw: object, subject: str) -> str:
    """Return a text without spaces around it; a number counts as its digits, 0 as a blank."""
    return _word(one_of(raw, subject))


def day(raw: object, subject: str) -> object:
    """Return a calendar date; the function itself refuses what is none."""
    return as_date(one_of(raw, subject))


def numbers(raw: object, subject: str) -> Cells:
    """Return the cells of one row or column; the function itself refuses what is no number."""
    held = line_of(raw, subject)
    if set(map(type, held)) == _ONLY_NUMBERS:
        return held
    return [plain(cell) for cell in held]


def dates(raw: object, subject: str) -> Cells:
    """Return the dates of one row or column; the function itself refuses what is none."""
    return [as_date(cell) for cell in line_of(raw, subject)]


def words(raw: object, subject: str) -> Sequence[str]:
    """Return the texts of one row or column; a blank cell is an empty one."""
    return [_word(cell) for cell in line_of(raw, subject)]


def pairs(raw: object, subject: str) -> Sequence[Cells]:
    """Return rows of two cells, without the blank rows below the last filled one."""
    rows = block(raw, subject)
    if rows and set(map(len, rows)) != {_PAIR}:
        raise ShapeError(
            saw=f"{subject} is a range of {size(rows)}",
            wants="Two columns are needed",
            fix="Select two columns that stand side by side",
        )
    return rows


def block(raw: object, subject: str) -> Sequence[Cells]:
    """Return rows of cells, without the blank rows below the last filled one."""
    rows = rows_of(raw)
    if {kind for row in rows for kind in map(type, row)} == _ONLY_NUMBERS:
        kept = rows
    else:
        kept = [tuple(map(plain, row)) for row in without_blank_end(rows)]
    if len(set(map(len, kept))) > 1:
        raise ShapeError(
            saw=f"The rows of {subject} are of unlike length",
            wants="A rectangle of cells is needed",
            fix="Select one rectangle",
        )
    return kept


def cells(raw: object, _subject: str) -> object:
    """Return the cells untouched, for the function that looks into them itself."""
    return raw


def _word(raw: object) -> str:
    value = plain(raw)
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return f"{value:.15g}" if value else ""
    return "" if value is None else str(value)


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
