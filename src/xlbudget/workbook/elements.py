"""Where the elements of an XML part stand in its bytes: some change, all the rest stays as it is.

A parser of the standard library reads the part and tells the places; nothing is written anew but
what is replaced between two places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.saxutils import escape

from xlbudget.errors import UnreadableFileError

_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_PREFIX = re.compile(rb"[^\s:/>]+:(?=[^\s=]+[\s/>])")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_QUOTE = {'"': "&quot;"}
_UTF_8 = {"", "UTF-8", "UTF8", "US-ASCII"}


@dataclass(slots=True, eq=False)
class Element:
    """An element that was asked for.

    Attributes:
        data: The bytes of its part.
        name: Its name, without a prefix.
        facts: Its attributes, by their full names.
        start: Where its first byte stands.
        parent: The nearest element around it that was asked for.
        last: Where its end tag begins; without meaning for an element of one tag.
        inside: The elements in it that were asked for.
        text: The words in it, outside of elements that were asked for.

    """

    data: bytes
    name: str
    facts: dict[str, str]
    start: int
    parent: Element | None
    last: int = 0
    inside: list[Element] = field(default_factory=list)
    text: str = ""

    @property
    def opened(self) -> int:
        """Where the bytes between its tags begin."""
        tag = _TAG.match(self.data, self.start)
        return tag.end() if tag else self.start

    @property
    def closed(self) -> int:
        """Where the bytes between its tags end."""
        opened = self.opened
        return opened if self._is_one_tag(opened) else self.last

    @property
    def end(self) -> int:
        """Where the next thing begins."""
        opened = self.opened
        return opened if self._is_one_tag(opened) else self.data.index(b">", self.last) + 1

    def child(self, name: str) -> Element | None:
        """Return the first element of a name in it."""
        for element in self.inside:
            if element.name == name:
                return element
        return None

    def _is_one_tag(self, opened: int) -> bool:
        return self.data[opened - 2 : opened] == b"/>"


Edit = tuple[int, int, bytes]
"""From where to where, and what stands there instead."""


def elements(
    data: bytes,
    names: Collection[str],
    place: str,
    keep: Callable[[Element], bool] = lambda _: True,
) -> list[Element]:
    """Return the outermost elements of these names, with those inside them.

    Args:
        data: The bytes of a part.
        names: Names without a prefix.
        place: What to call the part in a message.
        keep: Says of each outermost element whether it is wanted.

    Raises:
        UnreadableFileError: It is not sound XML in UTF-8, or it declares a document type.

    """
    reader = _Reader(data, frozenset(names), keep)
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, facts: reader.begin(
        name, facts, parser.CurrentByteIndex
    )
    parser.EndElementHandler = lambda name: reader.finish(name, parser.CurrentByteIndex)
    parser.CharacterDataHandler = reader.words
    parser.StartDoctypeDeclHandler = lambda *_: _refuse(place, "It declares a document type")
    parser.XmlDeclHandler = lambda _, code, __: _check_code(code, place)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        _refuse(place, "It is not written in UTF-8")
    try:
        parser.Parse(data, True)
    except ExpatError as error:
        _refuse(place, f"It is not sound XML in line {error.lineno}", error)
    return reader.found


def spliced(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the bytes with some of them replaced; the places do not overlap."""
    pieces: list[bytes] = []
    done = 0
    for start, end, new in sorted(edits):
        pieces += (data[done:start], new)
        done = end
    return b"".join((*pieces, data[done:]))


def without_facts(tag: bytes, names: Collection[bytes]) -> bytes:
    """Return a start tag without some of its attributes."""
    return _ATTRIBUTE.sub(lambda found: b"" if found[1] in names else found[0], tag)


def prefix_of(data: bytes, element: Element) -> str:
    """Return what stands before an element's name, with its colon: mostly nothing."""
    found = _PREFIX.match(data, element.start + 1)
    return found[0].decode() if found else ""


def as_text(words: str) -> str:
    """Return words as they stand in an element or an attribute."""
    return _NOT_XML.sub("?", escape(words, _QUOTE))


class _Reader:
    """What the parser tells, put together: the elements that are open, and those kept."""

    def __init__(self, data: bytes, names: frozenset[str], keep: Callable[[Element], bool]) -> None:
        self.found: list[Element] = []
        self._data = data
        self._names = names
        self._keep = keep
        self._open: list[Element] = []
        self._wanted: dict[str, str] = {}

    def begin(self, full_name: str, facts: dict[str, str], at: int) -> None:
        if name := self._wanted_name(full_name):
            parent = self._open[-1] if self._open else None
            self._open.append(Element(self._data, name, facts, at, parent))

    def words(self, text: str) -> None:
        if self._open:
            self._open[-1].text += text

    def finish(self, full_name: str, at: int) -> None:
        if not self._wanted_name(full_name):
            return
        element = self._open.pop()
        element.last = at
        if element.parent is not None:
            element.parent.inside.append(element)
        elif self._keep(element):
            self.found.append(element)

    def _wanted_name(self, full_name: str) -> str:
        """Return a name without its prefix, or nothing for an element nobody asked for."""
        known = self._wanted.get(full_name)
        if known is None:
            name = full_name.rpartition(":")[2]
            known = self._wanted[full_name] = name if name in self._names else ""
        return known


def _check_code(code: str | None, place: str) -> None:
    if (code or "").upper() not in _UTF_8:
        _refuse(place, "It is not written in UTF-8")


def _refuse(place: str, saw: str, error: Exception | None = None) -> NoReturn:
    raise UnreadableFileError(
        saw=saw,
        wants="Each part of a workbook is plain XML",
        fix="Open the workbook in Excel or LibreOffice and save it anew",
        place=place,
    ) from error
