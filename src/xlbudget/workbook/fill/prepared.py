"""A template that is ready to be filled many times: all that can be done once is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import NoReturn

from xlbudget.errors import UnknownChoiceError
from xlbudget.workbook.contents import Contents, read_contents, relations_of
from xlbudget.workbook.elements import elements
from xlbudget.workbook.fill.frame import Frame, frame_of
from xlbudget.workbook.fill.rows import read_rows
from xlbudget.workbook.fill.sheet import Sheet, string_of
from xlbudget.workbook.fill.slot import Slot
from xlbudget.workbook.fill.strings import Strings, read_strings
from xlbudget.workbook.parts import Package, open_package, read_part
from xlbudget.workbook.read.address import letters_of, parted

_YES = {"1", "true"}
_MOST_FRAMES = 16
_SPILLING = {"array", "dataTable"}
_MOST_SPILLED = 100_000


@dataclass(frozen=True)
class Prepared:
    """A template that is ready to be filled.

    Attributes:
        package: The template as it is.
        sheets: Its sheets by name.
        strings: Its shared strings.
        users: How many cells hold each shared string, by the string's number.
        starts_1904: Whether it counts days from 1904.
        text: All sheets, one behind the other, with a letter for each byte.
        starts: Where each sheet starts in the text, by its name.
        slots: The cells that were filled before.
        absent: Sheet and address of those of them that are not there; a slot that starts at -1
            is that of the first.
        settled: Parts that differ from the template's, and are the same in all copies.

    """

    package: Package
    sheets: dict[str, Sheet] = field(repr=False)
    strings: Strings = field(repr=False)
    users: Counter[int] = field(repr=False)
    starts_1904: bool
    text: str = field(repr=False)
    starts: dict[str, int]
    slots: dict[tuple[str, str], Slot] = field(default_factory=dict, repr=False)
    absent: list[tuple[str, str]] = field(default_factory=list)
    settled: Mapping[str, bytes] = field(default_factory=dict)
    _frames: dict[tuple[tuple[str, ...], frozenset[int]], Frame] = field(default_factory=dict)

    def slots_of(self, places: Collection[tuple[str, str]]) -> list[Slot]:
        """Return the slots of cells by their sheets and addresses.

        Raises:
            UnknownChoiceError: There is no such sheet.
            InputError: The address is that of no cell.

        """
        try:
            return [*map(self.slots.__getitem__, places)]
        except KeyError:  # the first time
            return [self.slots.get(place) or self.find(place) for place in places]

    def find(self, place: tuple[str, str], formula: str | None = None) -> Slot:
        """Return the slot of a cell by its sheet and address, and keep it among the slots.

        Args:
            place: The sheet and the address.
            formula: The formula that the cell gets from now on; "" for none, None for its own.

        Raises:
            UnknownChoiceError: There is no such sheet.
            InputError: The address is that of no cell.

        """
        name, ref = place
        sheet = self.sheets.get(name) or self._refuse_sheet(name)
        number = -1 - len(self.absent)
        slot = self.slots[place] = sheet.slot(ref, self.starts[name], number, formula)
        if slot.start == number:
            self.absent.append(place)
        return slot

    def frame(self, parts: tuple[str, ...], lost: Counter[int]) -> Frame:
        """Return what is the same in every copy in which these parts change.

        Args:
            parts: The parts that change.
            lost: How many cells with a shared string got another value, by the string's number.

        """
        gone = frozenset(n for n, count in lost.items() if count >= self.users[n])
        if (parts, gone) not in self._frames:
            while len(self._frames) >= _MOST_FRAMES:
                self._frames.pop(next(iter(self._frames)))
            same = {**self.settled, **self._scrubbed(gone)}
            self._frames[parts, gone] = frame_of(self.package, parts, same)
        return self._frames[parts, gone]

    def _scrubbed(self, gone: frozenset[int]) -> dict[str, bytes]:
        """Return the part of the shared strings without those that no cell holds any more."""
        texts = enumerate(self.strings.texts)
        empty = [n for n, text in texts if text and (n in gone or n not in self.users)]
        return {self.strings.part: self.strings.without(empty)} if empty else {}

    def _refuse_sheet(self, name: str) -> NoReturn:
        raise UnknownChoiceError(
            saw=f"There is no sheet {name!r}",
            wants=f"The template has the sheets {', '.join(self.sheets)}",
            fix="Name one of them, with the same capitals",
            place=self.package.place,
        )


def prepare(template: Path, settled: Mapping[str, bytes] | None = None) -> Prepared:
    """Read a template once, to fill it many times.

    Args:
        template: The template.
        settled: Parts that take the place of the template's in all copies; no sheets of cells.

    Raises:
        UnreadableFileError: It is no sound workbook.

    """
    package = open_package(template)
    contents = read_contents(package)
    strings = read_strings(package, contents)
    found = list(_sheets(package, contents, strings))
    users = Counter(
        number
        for sheet in found
        for cell in sheet.cells.values()
        if (number := string_of(cell)) is not None
    )
    facts = contents.root.child("workbookPr")
    starts_1904 = facts is not None and facts.facts.get("date1904") in _YES
    sheets = {sheet.name: sheet for sheet in found if sheet.name}
    texts = [sheet.rows.data.decode("latin-1") for sheet in sheets.values()]
    starts = dict(zip(sheets, accumulate(map(len, texts), initial=0), strict=False))
    text = "".join(texts)
    return Prepared(
        package, sheets, strings, users, starts_1904, text, starts, settled=settled or {}
    )


def _sheets(package: Package, contents: Contents, strings: Strings) -> Iterator[Sheet]:
    """Give every sheet with cells; one that no tab shows has no name, and may hold strings."""
    names = {part: name for name, part in contents.sheets.items()}
    parts = dict.fromkeys(one.target for one in contents.related("worksheet"))
    for part in parts:
        rows = read_rows(read_part(package, part), f"{package.place}: {part}")
        if rows is not None:
            cells = dict(rows.cells())
            spilled = (ref for cell in cells.values() if (f := cell.child("f")) is not None
                       for ref in _spilled(f.facts))  # fmt: skip
            headers = frozenset(_headers(package, part))
            yield Sheet(
                names.get(part, ""), part, rows, cells, frozenset(spilled), headers, strings
            )


def _spilled(formula: dict[str, str]) -> Iterator[str]:
    if formula.get("t") in _SPILLING:
        yield from _area(formula.get("ref", ""))


def _headers(package: Package, sheet: str) -> Iterator[str]:
    for relation in relations_of(package, sheet):
        if relation.kind != "table" or relation.target not in package.members:
            continue
        place = f"{package.place}: {relation.target}"
        for table in elements(read_part(package, relation.target), ("table",), place):
            if table.facts.get("headerRowCount", "1") != "0":
                yield from _area(table.facts.get("ref", ""), rows=1)


def _area(area: str, *, rows: int = 1 << 20) -> Iterator[str]:
    """Give the cells of an area, of its first rows only if so asked."""
    first, _, last = area.partition(":")
    start, end = parted(first), parted(last or first)
    if start is None or end is None:
        return
    bottom = min(end[0], start[0] + rows - 1)
    if (bottom - start[0] + 1) * (end[1] - start[1] + 1) > _MOST_SPILLED:
        return
    for row in range(start[0], bottom + 1):
        for column in range(start[1], end[1] + 1):
            yield f"{letters_of(column)}{row}"
