"""What is to be known of a workbook besides its sheets."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

from xlbudget.errors import UnreadableFileError
from xlbudget.workbook.contents import Contents, link_of, relations_of
from xlbudget.workbook.elements import elements
from xlbudget.workbook.lock_file import Lock
from xlbudget.workbook.parts import Package
from xlbudget.workbook.read.limits import read_small

_YES = {"1", "true", "on"}
_CORE = (
    *("title", "subject", "creator", "language", "lastModifiedBy", "created", "modified"),
    "keywords",
)
_CORE_PART, _APP_PART = "docProps/core.xml", "docProps/app.xml"
_SHEET = "worksheet"
_APP = ("Application", "AppVersion", "Company")


@dataclass(frozen=True)
class Facts:
    """What is to be known of a workbook.

    Attributes:
        starts_1904: Whether day 0 is the first of 1904, as once on the Mac.
        is_strict: Whether it is of the strict form of the standard.
        calculates: "auto", "manual" or "autoNoTable".
        calculates_on_open: Whether all is calculated anew when a program opens it.
        has_macros: Whether there are macros in it.
        links: The other files that its formulas look into.
        has_connections: Whether it fetches data from elsewhere.
        other_tabs: Tabs that are no sheets of cells, such as chart sheets.
        missing_sheets: Sheets that it names and does not hold.
        lock: The program that has it open, when one has.

    """

    starts_1904: bool
    is_strict: bool
    calculates: str
    calculates_on_open: bool
    has_macros: bool
    links: tuple[str, ...]
    has_connections: bool
    other_tabs: tuple[str, ...]
    missing_sheets: tuple[str, ...]
    lock: Lock | None
    _package: Package = field(repr=False, compare=False)

    @cached_property
    def properties(self) -> Mapping[str, str]:
        """The document properties, such as title and creator."""
        return _properties(self._package)


def facts_of(package: Package, contents: Contents, lock: Lock | None) -> Facts:
    """Return what is to be known of a workbook."""
    root, names = contents.root, package.members
    calculation, settings = root.child("calcPr"), root.child("workbookPr")
    calc = calculation.facts if calculation else {}
    other, missing = _other_and_missing(contents, names.keys())
    return Facts(
        starts_1904=settings is not None and _is_yes(settings.facts.get("date1904")),
        is_strict=any("purl.oclc.org" in relation.type for relation in contents.relations),
        calculates=calc.get("calcMode", "auto"),
        calculates_on_open=_is_yes(calc.get("fullCalcOnLoad")),
        has_macros=any(name.endswith("vbaProject.bin") for name in names),
        links=_links(package, contents),
        has_connections=bool(contents.related("connections")),
        other_tabs=tuple(other),
        missing_sheets=tuple(missing),
        lock=lock,
        _package=package,
    )


def _other_and_missing(contents: Contents, names: Collection[str]) -> tuple[list[str], list[str]]:
    """Return the tabs that are no sheets of cells, and those of which the file has no part."""
    targets = {relation.id: relation for relation in contents.relations}
    other: list[str] = []
    missing: list[str] = []
    for sheet in contents.all("sheet"):
        target = targets.get(link_of(sheet))
        if target is None or target.target not in names:
            missing.append(sheet.facts.get("name", ""))
        elif target.kind != _SHEET:
            other.append(sheet.facts.get("name", ""))
    return other, missing


def _links(package: Package, contents: Contents) -> tuple[str, ...]:
    parts = (relation.target for relation in contents.related("externalLink"))
    found = (one for part in parts for one in relations_of(package, part, read_small))
    return tuple(one.target for one in found)


def _properties(package: Package) -> dict[str, str]:
    """Return the document properties; a part of them that is not sound is passed over."""
    found: dict[str, str] = {}
    for part, names in ((_CORE_PART, _CORE), (_APP_PART, _APP)):
        if part in package.members:
            with suppress(UnreadableFileError):
                place = f"{package.place}: {part}"
                data = read_small(package, part)
                found |= {one.name: one.text for one in elements(data, names, place) if one.text}
    return found


def _is_yes(text: str | None) -> bool:
    return text in _YES
