"""Changes of a package, gathered by part: edits, parts that go, parts that come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from posixpath import relpath

from xlbudget.workbook.contents import TYPES, Contents, relations_part
from xlbudget.workbook.elements import Edit, Element, elements, prefix_of, spliced
from xlbudget.workbook.parts import Package, read_part


class Changes:
    """The changes of one package.  It keeps them until all are known; nothing is done twice."""

    def __init__(self, package: Package, contents: Contents) -> None:
        self.package = package
        self.contents = contents
        self._edits: defaultdict[str, list[Edit]] = defaultdict(list)
        self._parts: dict[str, bytes | None] = {}
        self._taken = {relation.id for relation in contents.relations}

    def edit(self, part: str, edits: Iterable[Edit]) -> None:
        """Replace some bytes of a part."""
        if new := list(edits):
            self._edits[part] += new

    def drop(self, part: str) -> None:
        """Leave out a part that the workbook part is related to, and all that names it."""
        self._parts[part] = None
        if (own := relations_part(part)) in self.package.members:
            self._parts[own] = None
        ids = {found.id for found in self.contents.relations if found.target == part}
        book = relations_part(self.contents.part)
        self.edit(book, (_gone(item) for item in self._items(book) if item.facts.get("Id") in ids))
        self.edit(
            TYPES,
            (
                _gone(item)
                for item in self._items(TYPES)
                if item.facts.get("PartName", "").lstrip("/") == part
            ),
        )

    def add(self, part: str, content: bytes, kind: str, content_type: str) -> str:
        """Add a part that the workbook part is related to; return the relation's id."""
        self._parts[part] = content
        link = next(name for n in range(1, 1 << 20) if (name := f"rIdX{n}") not in self._taken)
        self._taken.add(link)
        folder = self.contents.part.rpartition("/")[0]
        target = relpath(f"/{part}", f"/{folder}")
        self._append(
            relations_part(self.contents.part),
            f'Relationship Id="{link}" Type="{kind}" Target="{target}"',
        )
        self._append(TYPES, f'Override PartName="/{part}" ContentType="{content_type}"')
        return link

    def was(self, part: str) -> bytes:
        """Return what a part was."""
        return read_part(self.package, part)

    def now(self, part: str) -> bytes:
        """Return what a part will be."""
        content = self._parts.get(part)
        return spliced(content or self.was(part), self._edits.get(part, ()))

    def gathered(self) -> dict[str, bytes | None]:
        """Return the new content of each part that changes; None for one that goes."""
        edited = {part: self.now(part) for part in self._edits if part not in self._parts}
        return edited | self._parts

    def _append(self, part: str, element: str) -> None:
        root = self._root(part)
        prefix = prefix_of(self.was(part), root)
        self.edit(part, [(root.closed, root.closed, f"<{prefix}{element}/>".encode())])

    def _items(self, part: str) -> list[Element]:
        return self._root(part).inside

    def _root(self, part: str) -> Element:
        names = ("Types", "Override", "Relationships", "Relationship")
        return elements(self.was(part), names, f"{self.package.place}: {part}")[0]


def _gone(element: Element) -> Edit:
    return element.start, element.end, b""
