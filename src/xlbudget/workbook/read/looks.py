"""The look of a cell, as its attributes tell it: how its stored value is read.

A sheet has many cells and few looks, so each look is understood once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from math import isfinite

from xlbudget.workbook.read.iso_date import serial_of
from xlbudget.workbook.read.raw_cells import Unusual
from xlbudget.workbook.read.value import ErrorValue, Value
from xlbudget.workbook.read.xml_text import all_words, plain, words

Convert = Callable[[str], Value]
MISFITS = (KeyError, ValueError, OverflowError)
"""What is raised by a value that is not of the kind of its look."""

_LOOK = re.compile(r'(?: [\w:]+="[^"&]*")*')
_FACT = re.compile(r' ([\w:]+)="([^"]*)"')


@dataclass(frozen=True)
class Shared:
    """What the sheets of a workbook share.

    Attributes:
        strings: The shared strings by number.
        date_styles: The numbers of the styles that show dates.
        starts_1904: Whether the workbook counts days from 1904.

    """

    strings: Mapping[str, str]
    date_styles: AbstractSet[int] = frozenset()
    starts_1904: bool = False

    @cached_property
    def quick_looks(self) -> Looks:
        """How values are read that stand as in XML."""
        return Looks(self, quick=True)

    @cached_property
    def careful_looks(self) -> Looks:
        """How values are read that a parser told."""
        return Looks(self, quick=False)


class Looks(dict[str, tuple[Convert, bool]]):
    """How the values of a look are read, and whether it shows dates.

    Args:
        shared: What the sheets of the workbook share.
        quick: Whether texts stand as in XML, and what is unusual is left to the other reader.

    """

    def __init__(self, shared: Shared, *, quick: bool) -> None:
        super().__init__()
        self.quick = quick
        self._date_styles = shared.date_styles
        truths: dict[str, Value] = {"": None, "1": True, "0": False, "true": True, "false": False}
        self._converts: dict[str, Convert] = {
            "n": _number,
            "s": shared.strings.__getitem__,
            "str": _as_written if quick else words,
            "inlineStr": _as_written if quick else words,
            "b": truths.__getitem__,
            "e": lambda code: ErrorValue(code) if code else None,
            "d": lambda text: serial_of(text, starts_1904=shared.starts_1904) if text else None,
        }

    def __missing__(self, look: str) -> tuple[Convert, int]:
        """Understand a look that was not met before."""
        facts = dict(_FACT.findall(look))
        kind, style = facts.get("t", "n"), facts.get("s", "0")
        if not _LOOK.fullmatch(look) or kind not in self._converts or not style.isdecimal():
            if self.quick:
                raise Unusual
            kind, style = "str", "0"  # what no program writes is at least a text
        is_date = kind == "d" or (kind == "n" and int(style) in self._date_styles)
        self[look] = self._converts[kind], is_date
        return self[look]


def _as_written(text: str) -> str:
    """Return the text that stands in XML as it was found there."""
    return text if "&" not in text and "_x" not in text else words(plain(text))


def all_converted(convert: Convert, texts: Sequence[str]) -> Sequence[Value]:
    """Return the values of a column of cells with one look.

    Raises:
        ValueError: One of the texts is not of the kind of the look; KeyError likewise.

    """
    if convert is _as_written:
        return all_words(texts)
    if convert is not _number or "" in texts:
        return list(map(convert, texts))
    numbers = list(map(float, texts))
    if not isfinite(sum(numbers)):  # a number is not finite, or they are large beyond all money
        return list(map(_number, texts))
    return numbers


def _number(text: str) -> float | None:
    if not text:
        return None
    number = float(text)
    if not isfinite(number):
        raise ValueError(text)
    return number
