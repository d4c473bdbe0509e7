"""A workbook as the rules see it; each thing is read once, when the first rule asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from xlbudget.sheets.identity import Fact
from xlbudget.workbook.contents import Contents
from xlbudget.workbook.elements import elements
from xlbudget.workbook.lint.leaf import Leaf, Pattern
from xlbudget.workbook.lint.looks import LookBook, look_book
from xlbudget.workbook.lint.profile import Profile, profile_told
from xlbudget.workbook.parts import Package
from xlbudget.workbook.read import Book, Table, open_book
from xlbudget.workbook.read.limits import read_small

MANIFEST, CHECKS, ABOUT, START = "Manifest", "Checks", "About", "Start"


@dataclass(frozen=True)
class Subject:
    """A workbook to be judged.

    Attributes:
        book: Its sheets, names and facts.
        profile: What it is meant to be.
        recalculated: The same workbook, calculated anew and saved by another program, if asked for.

    """

    book: Book
    profile: Profile
    recalculated: Book | None = None

    @property
    def package(self) -> Package:
        """Its parts."""
        return self.book.package

    @property
    def contents(self) -> Contents:
        """Its workbook part."""
        return self.book.contents

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Its sheets of cells, those whose part is there."""
        there = (sheet for sheet in self.book.sheets if sheet.part in self.package.members)
        return tuple(Leaf(sheet, self.package) for sheet in there)

    @cached_property
    def looks(self) -> LookBook:
        """How its cells look."""
        styles, theme = self._part("styles"), self._part("theme")
        return look_book(styles, theme, self.package.place) if styles else LookBook()

    @cached_property
    def roles(self) -> dict[str, str]:
        """The role that its Manifest declares for each sheet, in the order told there."""
        rows = self.rows_of("SheetRoles", "Sheet", "Role")
        return {row[0]: row[1] for row in rows}

    @cached_property
    def facts(self) -> dict[str, str]:
        """What its Manifest says of it."""
        rows = self.rows_of("Manifest", "Fact", "Value")
        return {row[0]: row[1] for row in rows}

    @cached_property
    def tables(self) -> dict[str, Table]:
        """Its tables by name in small letters."""
        return {table.name.casefold(): table for leaf in self.leaves for table in leaf.tables}

    @cached_property
    def locks_structure(self) -> bool:
        """Whether its tabs cannot be renamed, moved or deleted."""
        data = read_small(self.package, self.contents.part)
        found = elements(data, ("workbookProtection",), self.package.place)
        return any(one.facts.get("lockStructure") in {"1", "true"} for one in found)

    @cached_property
    def has_lines(self) -> bool:
        """Whether anything stands in its table of lines: a template has none."""
        return bool(self.rows_of("LineItems", "Line", "Description"))

    @cached_property
    def is_from_libreoffice(self) -> bool:
        """Whether LibreOffice saved it last, which drops table styles and the workbook's lock."""
        return self.properties.get("Application", "").startswith("LibreOffice")

    @property
    def properties(self) -> Mapping[str, str]:
        """Its document properties, such as title and creator."""
        return self.book.facts.properties

    @property
    def is_schools(self) -> bool:
        """Whether it is meant to be a school's workbook, in whatever edition."""
        if self.profile is not Profile.ACCESSIBLE:
            return self.profile is Profile.SCHOOL
        return profile_told({**self.facts, Fact.EDITION: ""}) is Profile.SCHOOL

    @property
    def front_name(self) -> str:
        """How the sheet is called that says what the workbook is."""
        return START if self.is_schools else ABOUT

    @property
    def front(self) -> Leaf | None:
        """The sheet that says what the workbook is, if it is there."""
        return self.leaf(self.front_name)

    def leaf(self, name: str) -> Leaf | None:
        """Return a sheet by its name, large or small letters."""
        wanted = name.casefold()
        return next((leaf for leaf in self.leaves if leaf.name.casefold() == wanted), None)

    def patterns(self) -> Iterator[tuple[Leaf, Pattern]]:
        """Give the formulas of all sheets, those that were filled down or across once."""
        return ((leaf, pattern) for leaf in self.leaves for pattern in leaf.patterns)

    def role(self, leaf: Leaf) -> str:
        """Return the declared role of a sheet; the sheets about the workbook need none."""
        return self.roles.get(leaf.name, "")

    def rows_of(self, table: str, *headers: str) -> list[tuple[str, ...]]:
        """Return the filled rows of a table as texts, by header."""
        for leaf in self.leaves:
            for held, area in leaf.areas:
                if held.name != table:
                    continue
                names = [column.name for column in held.columns]
                if not set(headers) <= set(names):
                    return []
                grid, rows = leaf.grid, range(area.top + 1, area.bottom + 1)
                places = [area.left + names.index(header) for header in headers]
                found = [
                    tuple(leaf.text(grid.get((row, column), "")) for column in places)
                    for row in rows
                ]
                return [row for row in found if any(row)]
        return []

    def _part(self, kind: str) -> bytes:
        parts = (one.target for one in self.contents.related(kind))
        part = next((part for part in parts if part in self.package.members), None)
        return read_small(self.package, part) if part else b""


def subject_of(path: Path, profile: Profile | None, *, recalculated: Path | None = None) -> Subject:
    """Return a workbook to be judged; without a profile, it is what its Manifest says it is.

    Args:
        path: The workbook.
        profile: What it is meant to be, unless it says so itself.
        recalculated: A copy that another program calculated anew and saved: results are compared.

    Raises:
        FileError: One of the two cannot be read.

    """
    book = open_book(path)
    anew = open_book(recalculated) if recalculated else None
    subject = Subject(book, profile or Profile.ANY, anew)
    if profile is not None:
        return subject
    return Subject(book, profile_told(subject.facts), anew)
