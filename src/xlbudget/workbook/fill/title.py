"""The title among a file's properties: each copy's own, unless the owner gave it another."""

from __future__ import annotations

from dataclasses import dataclass

from xlbudget.workbook.elements import as_text, elements, spliced
from xlbudget.workbook.parts import Package, read_part

PART = "docProps/core.xml"


@dataclass(frozen=True, slots=True)
class Title:
    """Where a template says its title.

    Attributes:
        data: The part that holds it; nothing when the title is the owner's, or there is none.
        start: Where its words begin.
        end: Where they end.

    """

    data: bytes = b""
    start: int = 0
    end: int = 0

    def told(self, words: str) -> dict[str, bytes]:
        """Return the part with another title; none when the title stays."""
        if not self.data:
            return {}
        edit = (self.start, self.end, as_text(words).encode())
        return {PART: spliced(self.data, [edit])}


def title_of(package: Package, begins: str) -> Title:
    """Return where a template says its title, if that is ours.

    Args:
        package: The template.
        begins: How our titles begin, whosever workbook it is.

    """
    if PART not in package.members:
        return Title()
    data = read_part(package, PART)
    for element in elements(data, ("title",), f"{package.place}: {PART}"):
        if element.text.startswith(begins):
            return Title(data, element.opened, element.closed)
    return Title()
