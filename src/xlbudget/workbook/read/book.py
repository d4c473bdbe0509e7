"""A workbook as it is, opened without harm: its sheets, read when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from xlbudget.errors import FileError, LockedFileError, MissingFileError
from xlbudget.workbook.contents import Contents, link_of, read_contents, relations_of
from xlbudget.workbook.lock_file import Lock, lock_of
from xlbudget.workbook.parts import Package, open_package
from xlbudget.workbook.read.cells import Cells
from xlbudget.workbook.read.date_styles import date_styles
from xlbudget.workbook.read.facts import Facts, facts_of
from xlbudget.workbook.read.limits import (
    Count,
    check_parts,
    check_size,
    read_sheet,
    read_small,
    read_strings,
    refuse,
)
from xlbudget.workbook.read.looks import Shared
from xlbudget.workbook.read.names import DefinedName, names_of
from xlbudget.workbook.read.placed import Placed, placed
from xlbudget.workbook.read.sheet_cells import read_cells
from xlbudget.workbook.read.strings import shared_strings
from xlbudget.workbook.read.tables import Table, read_table

_WANTS = "A workbook in the form .xlsx is needed"


@dataclass(frozen=True)
class Source:
    """Where the parts of an open workbook come from, and what all its sheets share."""

    package: Package
    contents: Contents
    facts: Facts
    count: Count

    @cached_property
    def shared(self) -> Shared:
        """What the sheets share: their strings, their styles of dates, and their calendar."""
        return Shared(self._strings(), self._date_styles(), self.facts.starts_1904)

    def _strings(self) -> Mapping[str, str]:
        part = self._related("sharedStrings")
        if part is None:
            return {}
        return shared_strings(read_strings(self.package, part), f"{self.package.place}: {part}")

    def _date_styles(self) -> frozenset[int]:
        part = self._related("styles")
        if part is None:
            return frozenset()
        return date_styles(read_small(self.package, part), f"{self.package.place}: {part}")

    def _related(self, kind: str) -> str | None:
        parts = (relation.target for relation in self.contents.related(kind))
        return next((part for part in parts if part in self.package.members), None)


@dataclass(frozen=True)
class Sheet:
    """A sheet of cells.

    Attributes:
        name: The words on its tab.
        state: "visible", "hidden", or "veryHidden" where only a program can show it.
        part: The name of its part in the file; "" when the file does not tell one.

    """

    name: str
    state: str
    part: str
    _source: Source = field(repr=False, compare=False)

    @property
    def is_hidden(self) -> bool:
        """Whether people do not see its tab."""
        return self.state != "visible"

    @cached_property
    def cells(self) -> Cells:
        """Its cells.

        Raises:
            UnreadableFileError: Its part is missing or not sound, or the file has too many cells.

        """
        source = self._source
        place = f"{source.package.place}: sheet {self.name}"
        if self.part not in source.package.members:
            saw = f"The part of the sheet {self.name!r} is missing"
            refuse(saw, _WANTS, "Look for a copy that was saved", source.package.place)
        data = read_sheet(source.package, self.part)
        return read_cells(data, source.shared, source.count, place)

    @cached_property
    def placed(self) -> Placed:
        """Its cells by row and column, put in their places once for all who ask.

        Raises:
            UnreadableFileError: As for ``cells``.

        """
        return placed(self.cells)

    def is_date(self, ref: str) -> bool:
        """Return whether a cell shows its number as a date or a time."""
        return ref in self.cells.dates

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables on it.

        Raises:
            UnreadableFileError: The part of a table is not sound.

        """
        package = self._source.package
        related = relations_of(package, self.part, read_small) if self.part else ()
        parts = dict.fromkeys(one.target for one in related if one.kind == "table")
        found = (
            read_table(read_small(package, part), self.name, f"{package.place}: {part}")
            for part in parts
            if part in package.members
        )
        return tuple(table for table in found if table is not None)


@dataclass(frozen=True)
class Book:
    """An open workbook.

    Attributes:
        path: The file.
        sheets: Its sheets in the order of the tabs, those without a part too; no chart sheets.
        names: Its defined names.
        facts: What else is to be known of it.
        package: Its parts, for who looks into other ones.
        contents: Its workbook part.

    """

    path: Path
    sheets: tuple[Sheet, ...]
    names: tuple[DefinedName, ...]
    facts: Facts
    package: Package = field(repr=False, compare=False)
    contents: Contents = field(repr=False, compare=False)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of all sheets."""
        return tuple(table for sheet in self.sheets for table in sheet.tables)

    def sheet(self, name: str) -> Sheet | None:
        """Return a sheet by its name, large or small letters; None when it is not there."""
        wanted = name.casefold()
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == wanted), None)


def open_book(path: Path) -> Book:
    """Return a workbook; each of its sheets is read when its cells are asked for.

    A program that has it open is told in the facts, and reading goes on if the system allows.

    Raises:
        MissingFileError: There is no such file.
        LockedFileError: Another program does not let it be read.
        UnreadableFileError: It is no .xlsx workbook, it is damaged, or larger than any budget.

    """
    lock = lock_of(path)
    try:
        check_size(path.stat().st_size, str(path))
        package = open_package(path, with_macros=True)
    except OSError as error:
        raise _not_opened(path, lock) from error
    check_parts(package)
    contents = read_contents(package, read_small)
    if not any(contents.all("sheet")):
        refuse("It has no sheet", _WANTS, "Look for a copy that was saved", str(path))
    source = Source(package, contents, facts_of(package, contents, lock), Count(str(path)))
    return Book(path, _sheets(source), names_of(contents), source.facts, package, contents)


def _sheets(source: Source) -> tuple[Sheet, ...]:
    targets = {relation.id: relation.target for relation in source.contents.relations}
    return tuple(
        Sheet(
            element.facts.get("name", ""),
            element.facts.get("state", "visible"),
            targets.get(link_of(element), ""),
            source,
        )
        for element in source.contents.all("sheet")
        if element.facts.get("name", "") not in source.facts.other_tabs
    )


def _not_opened(path: Path, lock: Lock | None) -> FileError:
    place = str(path)
    if not path.exists():
        fix = "Look whether the name and the folder are right"
        return MissingFileError(saw="The file is not there", wants=_WANTS, fix=fix, place=place)
    if path.is_dir():
        fix = "Name a file in it"
        return MissingFileError(saw="It is a folder", wants=_WANTS, fix=fix, place=place)
    if lock is not None:
        holder = f"{lock.user or 'somebody'} has it open in {lock.program}"
        fix = f"Ask {lock.user or 'them'} to close it, or copy the file first"
        return LockedFileError(
            saw=holder, wants="A file is read when it may be", fix=fix, place=place
        )
    fix = "Ask the owner of the file for the right to read it"
    return LockedFileError(saw="It may not be read", wants=_WANTS, fix=fix, place=place)
