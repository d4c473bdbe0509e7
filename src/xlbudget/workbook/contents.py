"""What a workbook's package holds: its sheets, defined names and links to other files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import TypeAlias

from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.elements import Element, elements
from xlbudget.workbook.parts import Package, read_part

TYPES = "[Content_Types].xml"
Read: TypeAlias = Callable[[Package, str], bytes]
_BOOK = (
    *("workbook", "workbookPr", "sheets", "sheet", "definedNames", "definedName"),
    *("externalReferences", "externalReference", "calcPr"),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says about another: its id, the full name of its kind, and the other one."""

    id: str
    type: str
    target: str

    @property
    def kind(self) -> str:
        """The last word of its type, such as "worksheet"."""
        return self.type.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Contents:
    """The workbook part, read.

    Attributes:
        part: The name of the workbook part.
        root: Its elements.
        relations: What it is related to.
        sheets: The part of each worksheet by the sheet's name, in the order of the tabs.

    """

    part: str
    root: Element
    relations: tuple[Relation, ...]
    sheets: dict[str, str]

    def all(self, name: str) -> Iterator[Element]:
        """Return the elements of a name that stand in a list, such as each sheet."""
        return (inner for outer in self.root.inside for inner in outer.inside if inner.name == name)

    def related(self, kind: str) -> list[Relation]:
        """Return the relations of a kind."""
        return [relation for relation in self.relations if relation.kind == kind]


def read_contents(package: Package, read: Read = read_part) -> Contents:
    """Return what a workbook holds.

    Args:
        package: The workbook.
        read: Unpacks a part.

    Raises:
        UnreadableFileError: It has no workbook part, or that part is not sound.

    """
    main = [found for found in relations_of(package, "", read) if found.kind == "officeDocument"]
    if not main:
        raise UnreadableFileError(
            saw="It is a package of files, and no workbook",
            wants="A workbook in the form .xlsx is needed",
            fix="Look whether it is the file you mean",
            place=package.place,
        )
    part = main[0].target
    roots = elements(read(package, part), _BOOK, f"{package.place}: {part}")
    if not roots or roots[0].name != "workbook":
        raise UnreadableFileError(
            saw=f"Its main part {part} is no workbook",
            wants="A workbook in the form .xlsx is needed",
            fix="Look whether it is the file you mean",
            place=package.place,
        )
    relations = relations_of(package, part, read)
    targets = {found.id: found.target for found in relations if found.kind == "worksheet"}
    contents = Contents(part, roots[0], relations, {})
    for sheet in contents.all("sheet"):
        if (link := link_of(sheet)) in targets:
            contents.sheets[sheet.facts.get("name", "")] = targets[link]
    return contents


def relations_of(package: Package, part: str, read: Read = read_part) -> tuple[Relation, ...]:
    """Return what a part is related to; the whole package for an empty name."""
    name = relations_part(part)
    if name not in package.members:
        return ()
    data = read(package, name)
    found = elements(data, ("Relationship",), f"{package.place}: {name}")
    return tuple(
        Relation(
            element.facts.get("Id", ""),
            element.facts.get("Type", ""),
            _target(part, element.facts),
        )
        for element in found
    )


def relations_part(part: str) -> str:
    """Return the name of the part that holds another's relations."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def link_of(element: Element) -> str:
    """Return the id of the relation that an element of the workbook names."""
    return next((value for key, value in element.facts.items() if key.endswith(":id")), "")


def _target(part: str, facts: dict[str, str]) -> str:
    """Return the name of a part that is told from another one, or an address outside."""
    target = facts.get("Target", "")
    if facts.get("TargetMode") == "External":
        return target
    return normpath(join("/", dirname(part), target)).lstrip("/")
