"""The shared strings of a template, and the part without those that no cell holds any more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from xlbudget.workbook.contents import Contents
from xlbudget.workbook.elements import Element, elements, prefix_of, spliced
from xlbudget.workbook.parts import Package, read_part
from xlbudget.workbook.read.xml_text import words


@dataclass(frozen=True, slots=True)
class Strings:
    """The shared strings.

    Attributes:
        part: The name of their part; "" when there is none.
        data: The part.
        items: The element of each string, in order.
        texts: What a cell shows for each.

    """

    part: str
    data: bytes
    items: tuple[Element, ...]
    texts: tuple[str, ...]

    def without(self, numbers: Collection[int]) -> bytes:
        """Return the part with some strings empty; the numbers of the others stay."""
        return spliced(
            self.data,
            (
                (item.opened, item.closed, f"<{prefix_of(self.data, item)}t/>".encode())
                for number in numbers
                if (item := self.items[number]).opened < item.closed
            ),
        )


def read_strings(package: Package, contents: Contents) -> Strings:
    """Return the shared strings of a workbook.

    Raises:
        UnreadableFileError: Their part is not sound.

    """
    parts = (relation.target for relation in contents.related("sharedStrings"))
    part = next((part for part in parts if part in package.members), "")
    if not part:
        return Strings("", b"", (), ())
    data = read_part(package, part)
    items = elements(data, ("si", "t", "rPh"), f"{package.place}: {part}")
    return Strings(part, data, tuple(items), tuple(text_of(item) for item in items))


def text_of(item: Element) -> str:
    """Return the text of a string with its runs joined, without reading aids for Japanese."""
    return words("".join(inner.text for inner in item.inside if inner.name == "t"))
