"""A cell's place in its sheet's part, and what is written there for a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, nan
from sys import intern
from typing import NoReturn
from xml.sax.saxutils import escape

from xlbudget.errors import InputError, NotANumberError
from xlbudget.workbook.elements import Element, prefix_of, without_facts
from xlbudget.workbook.fill.value import Plain, words

UNLIKE = nan
"""Stands for what a cell holds that no value equals: an error, or something odd."""

_OF_A_VALUE = (b"t", b"vm")  # the kind of the old value, and what is told of it
_OF_A_FORMULA = (b"cm",)  # that it is an array of its own size
_VALUES = {"v", "is"}
_LEAST, _MOST = -inf, inf


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a cell stands, and what is written around its value for each kind of value.

    All of it is text that has a letter for each byte, so that places in it are those of the part.

    Attributes:
        start: Its first letter in the texts of all sheets; for a cell that is not there and is to
            be inserted, a number below zero that no other one has.
        end: Where the next thing begins.
        was: What it holds.
        string: The number of the shared string that it holds, or None.
        head: Its start tag without the kind of its value, and without an end.
        number: The head with what stands before a number.
        opens: What stands before a truth value, behind the start tag.
        closes: What stands after it.
        kind: The kind of a text, and the end of the start tag.
        text: What stands before a text: of an inline string, or of a formula.
        text_closes: What stands after it.
        blank: What follows the head when it has no value.
        empty: Whether a text without letters is a value, as it is of a formula.

    """

    start: int
    end: int
    was: Plain
    string: int | None
    head: str
    number: str
    opens: str
    closes: str
    kind: str
    text: str
    text_closes: str
    blank: str
    empty: bool

    def filled(self, value: Plain) -> str | None:
        """Return the cell with a value, formula and style as they were; None if it has it."""
        was, kind = self.was, type(value)
        if value == was and type(was) is (float if kind is int else kind):
            return None
        if kind is float or kind is int:
            if not _LEAST < value < _MOST:  # type: ignore[operator]
                _refuse_infinite(value)
            return f"{self.number}{value!r}{self.closes}"
        if kind is str and (value or self.empty):
            return f"{self.head}{self.kind}{self.text}{words(str(value))}{self.text_closes}"
        if kind is bool:
            return f'{self.head} t="b">{self.opens}{value:d}{self.closes}'
        return None if was is None else f"{self.head}{self.blank}"


class HeaderSlot(Slot):
    """The slot of a cell that names a column of a table: it takes no other value."""

    def filled(self, value: Plain) -> str | None:
        """Refuse any value but the one that the cell has."""
        if Slot.filled(self, value) is not None:
            raise InputError(
                saw=f"{value!r} would take the place of {self.was!r}, the header of a column",
                wants="The headers of a template stay as they are",
                fix="Leave the cell out, or rename the column in the template",
            )
        return None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell is, and what is known of it besides its element.

    Attributes:
        before: How long the texts of the sheets before its own are; below zero for a cell that is
            not there, a number of its own.
        is_calculated: Whether a formula gives it its value: its own or that of an array.
        is_header: Whether it names a column of a table.

    """

    before: int
    is_calculated: bool = False
    is_header: bool = False


def slot_of(
    place: Place, cell: Element, was: Plain, string: int | None, formula: str | None = None
) -> Slot:
    """Return the slot of a cell that is there.

    Args:
        place: Where it is.
        cell: Its element, with its formula and value inside.
        was: What it holds.
        string: The number of its shared string.
        formula: The formula, without an equals sign, that takes the place of its own; "" takes its
            own away, None leaves it.

    """
    data, opened = cell.data, cell.opened
    tag = data[cell.start : opened].removesuffix(b">").removesuffix(b"/").rstrip()
    head = without_facts(tag, _OF_A_VALUE if formula is None else (*_OF_A_VALUE, *_OF_A_FORMULA))
    own, rest = b"", b""
    at = opened
    for inner in cell.inside:
        rest += data[at : inner.start].strip()
        if inner.name == "f":
            own = data[inner.start : inner.end]
        elif inner.name not in _VALUES:
            rest += data[inner.start : inner.end]
        at = inner.end
    rest += data[at : cell.closed].strip()
    prefix = prefix_of(data, cell).encode()
    pieces = (head, own if formula is None else _element(formula, prefix), rest, prefix)
    ends = cell.start + place.before, cell.end + place.before
    return _slot(place, ends, (was, string), pieces)


def new_slot(place: Place, ref: str, style: str, prefix: str, formula: str = "") -> Slot:
    """Return the slot of a cell that is not there yet."""
    styled = f' s="{style}"' if style else ""
    head = f'<{prefix}c r="{ref}"{styled}'.encode()
    pieces = (head, _element(formula, prefix.encode()), b"", prefix.encode())
    was = UNLIKE if formula else None
    return _slot(place, (place.before, place.before), (was, None), pieces)


def _element(formula: str, prefix: bytes) -> bytes:
    return b"<%bf>%b</%bf>" % (prefix, escape(formula).encode(), prefix) if formula else b""


def _slot(
    place: Place,
    ends: tuple[int, int],
    held: tuple[Plain, int | None],
    pieces: Iterable[bytes],
) -> Slot:
    head, formula, rest, p = (piece.decode("latin-1") for piece in pieces)
    inside = formula + rest
    opens, closes = f"{formula}<{p}v>", f"</{p}v>{rest}</{p}c>"
    kind, text, text_closes = ' t="str">', opens, closes
    if not place.is_calculated:
        kind, text = ' t="inlineStr">', f'<{p}is><{p}t xml:space="preserve">'
        text_closes = f"</{p}t></{p}is>{rest}</{p}c>"
    blank = f">{inside}</{p}c>" if inside else "/>"
    made = HeaderSlot if place.is_header else Slot
    return made(
        *ends,
        *held,
        head=head,
        number=f"{head}>{opens}",
        opens=intern(opens),
        closes=intern(closes),
        kind=intern(kind),
        text=intern(text),
        text_closes=intern(text_closes),
        blank=intern(blank),
        empty=place.is_calculated,
    )


def _refuse_infinite(value: Plain) -> NoReturn:
    raise NotANumberError(
        saw=f"The value is {value}",
        wants="A cell takes a finite number",
        fix="Leave the cell empty, or give the number that is meant",
    )
