"""The shared strings of a workbook: each text once, and cells tell its number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xlbudget.workbook.read.careful import parse
from xlbudget.workbook.read.limits import MOST_STRINGS, refuse
from xlbudget.workbook.read.xml_text import all_words, words

_ANY_STRING = re.compile(rb"[<:]si[\s/>]")
_SMALL_STRING = len("<si/>")
_OPENS, _CLOSES = re.compile(rb"<sst\b[^>]*[^>/]>"), b"</sst>"
_BEFORE, _AFTER, _TAGS = "<si><t>", "</t></si>", 4
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
    return dict(zip(map(str, range(len(texts))), texts, strict=True))


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
    texts = inner.removeprefix(_BEFORE).removesuffix(_AFTER).split(_AFTER + _BEFORE)
    # Where each text has these tags around it, these alone are left beside the texts.
    length = sum(map(len, texts)) + len(texts) * len(_BEFORE + _AFTER)
    is_usual = length == len(inner) and inner.count("<") == len(texts) * _TAGS
    return all_words(texts) if is_usual else None


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
