"""The shared strings of a workbook: each text once, and cells tell its number."""

from __future__ import annotations

import re

from xlbudget.workbook.read.careful import parse
from xlbudget.workbook.read.limits import MOST_STRINGS, refuse
from xlbudget.workbook.read.xml_text import plain, words

# The last choice matches whatever else stands there, and leaves both groups empty: no text is
# passed over unseen.
_STRING = re.compile(
    '<si><t(?: xml:space="preserve")?+>([^<]*+)(</t></si>)|[^<]*+<',
)
_ANY_STRING = re.compile(rb"[<:]si[\s/>]")
_OPENS, _CLOSES = re.compile(rb"<sst\b[^>]*[^>/]>"), b"</sst>"


def shared_strings(data: bytes, place: str) -> dict[str, str]:
    """Return the shared strings by their numbers, as a cell writes the number.

    Raises:
        UnreadableFileError: The part is not sound XML, or it holds too many strings.

    """
    if len(_ANY_STRING.findall(data)) > MOST_STRINGS:
        refuse(
            f"It holds more than {MOST_STRINGS:,} texts",
            f"At most {MOST_STRINGS:,} are read",
            "Delete what is no part of the budget",
            place,
        )
    found = quick_strings(data)
    texts = careful_strings(data, place) if found is None else found
    return dict(zip(map(str, range(len(texts))), texts, strict=True))


def quick_strings(data: bytes) -> list[str] | None:
    """Return the texts of a part that is written as programs mostly do; None for any other."""
    opened, end = _OPENS.search(data), data.rfind(_CLOSES)
    if opened is None or end < opened.end() or b"<!" in data[: opened.end()]:
        return None
    try:
        inner = data[opened.end() : end].decode()
    except UnicodeDecodeError:
        return None
    pairs = _STRING.findall(inner.replace("\r\n", "\n").replace("\r", "\n"))
    if not pairs:
        return [] if not inner else None
    texts, closes = zip(*pairs, strict=True)
    if "" in closes:
        return None
    found: list[str] = list(texts)
    if "&" in inner:
        found = [plain(text) for text in found]
    return [words(text) for text in found] if "_x" in inner else found


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
