"""What a cell may hold: a number, text, a truth value, an error, or a result not yet known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """An error that a cell shows, such as "#REF!": no text, though it is written like one."""

    code: str

    def __str__(self) -> str:
        """Return the error as the cell shows it."""
        return self.code


class NotCalculated(Enum):
    """The one value that stands for a formula whose result the file does not hold."""

    NOT_CALCULATED = "not calculated"


NOT_CALCULATED: Final = NotCalculated.NOT_CALCULATED
"""A formula without a stored result: neither blank, nor empty text, nor an error."""

Value: TypeAlias = float | str | bool | ErrorValue | Literal[NotCalculated.NOT_CALCULATED] | None
