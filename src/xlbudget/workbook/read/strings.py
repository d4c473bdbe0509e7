"""The shared strings of a workbook: each text once, and cells tell its number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain, islice

from xlbudget.workbook.read.careful import parse
from xlbudget.workbook.read.limits import MOST_STRINGS, refuse
from xlbudget.workbook.read.xml_text import BETWEEN, plain, words

_ANY_STRING = re.compile(rb"[<:]si[\s/>]")
_SMALL_STRING = len("<si/>")
_OPENS, _CLOSES = re.compile(rb"<sst\b[^>]*[^>/]>"), b"</sst>"
_BEFORE, _AFTER, _TAGS = "<si><t>", "</t></si>", 4
_KEPT = 5_000
_KEPT_SPACE = '<t xml:space="preserve">'


def shared_strings(data: bytes, place: str) -> dict[str, str]:
    """Return the shared strings by their numbers, as a cell writes the number.

    Raises:
        UnreadableFileError: The part is not sound XML, or it holds too many strings.

    """
    is_large = len(data) > MOST_STRINGS * _SMALL_STRING
    if is_large and sum(1 for _ in _ANY_STRING.finditer(data)) > MOST_STRINGS:
        refuse(
            f"It holds more than {MOST_STRINGS:,} texts",
            f"At most {MOST_STRINGS:,} are read",
            "Delete what is no part of the budget",
            place,
        )
    found = quick_strings(data)
    texts = careful_strings(data, place) if found is None else found
    return dict(zip(_numbers(len(texts)), texts, strict=True))


def _numbers(count: int) -> Iterable[str]:
    """Return the numbers of texts as cells write them."""
    first = _first_numbers()
    return chain(islice(first, count), map(str, range(len(first), count)))


@cache
def _first_numbers() -> tuple[str, ...]:
    """Return the first numbers, which every workbook has, made once for all of them."""
    return tuple(map(str, range(_KEPT)))


def quick_strings(data: bytes) -> Sequence[str] | None:
    """Return the texts of a part that is written as programs mostly do; None for any other."""
    opened, end = _OPENS.search(data), data.rfind(_CLOSES)
    if opened is None or end < opened.end() or b"<!" in data[: opened.end()]:
        return None
    try:
        inner = data[opened.end() : end].decode()
    except UnicodeDecodeError:
        return None
    inner = inner.replace("\r\n", "\n").replace("\r", "\n").replace(_KEPT_SPACE, "<t>")
    if not inner:
        return []
    count = inner.count(_AFTER + _BEFORE) + 1
    # Where each text has these tags around it, and there are no others, all else is the texts.
    is_usual = inner.startswith(_BEFORE) and inner.endswith(_AFTER)
    if not is_usual or inner.count("<") != count * _TAGS:
        return None
    joined = inner[len(_BEFORE) : -len(_AFTER)].replace(_AFTER + _BEFORE, BETWEEN)
    told = plain(joined)
    texts = told.split(BETWEEN)
    if len(texts) != count:
        return None
    return [words(text) for text in texts] if "_x" in told else texts


def careful_strings(data: bytes, place: str) -> list[str]:
    """Return the texts of any part: runs joined, and no reading aids for Japanese."""
    reader = _Strings()
    parse(data, place, begin=reader.begin, end=reader.end, text=reader.text)
    return reader.found


class _Strings:
    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._aids = 0
        self._listens = False

    def begin(self, name: str, _: dict[str, str]) -> None:
        if name == "si":
            self._pieces = []
        self._aids += name == "rPh"
        self._listens = name == "t" and not self._aids

    def end(self, name: str) -> None:
        self._listens = False
        self._aids -= name == "rPh"
        if name == "si":
            self.found.append(words("".join(self._pieces)))

    def text(self, text: str) -> None:
        if self._listens:
            self._pieces.append(text)
