"""A sheet of a template: its cells and what each holds, and the edits that fill some of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from xlbudget.errors import InputError
from xlbudget.workbook.elements import Edit, Element, without_facts
from xlbudget.workbook.fill.rows import Row, Rows
from xlbudget.workbook.fill.slot import UNLIKE, Place, Slot, new_slot, slot_of
from xlbudget.workbook.fill.strings import Strings, text_of
from xlbudget.workbook.fill.value import Plain
from xlbudget.workbook.read.address import letters_of, parted
from xlbudget.workbook.read.xml_text import words

_YES = {"1", "true"}


@dataclass(frozen=True)
class Sheet:
    """A sheet of a template.

    Attributes:
        name: The words on its tab.
        part: The name of its part.
        rows: Its rows.
        cells: Each cell that is there, by address.
        spilled: The cells that an array formula of another cell fills.
        headers: The cells that name the columns of tables.

    """

    name: str
    part: str
    rows: Rows
    cells: Mapping[str, Element]
    spilled: frozenset[str]
    headers: frozenset[str]
    strings: Strings = field(repr=False)

    def slot(self, ref: str, start: int, number: int, formula: str | None = None) -> Slot:
        """Return the slot of a cell, there or to be inserted.

        Args:
            ref: Its address.
            start: Where the sheet starts in the text of all sheets.
            number: What stands for the place of a cell that is not there.
            formula: The formula that it gets; "" for none, None for the one that it has.

        Raises:
            InputError: The address is that of no cell.

        """
        address = parted(ref)
        if address is None or f"{letters_of(address[1])}{address[0]}" != ref:
            raise InputError(
                saw=f"{ref!r} is no cell",
                wants="A cell is named by its column and row, such as B7",
                fix="Correct its name",
                place=self.name,
            )
        cell = self.cells.get(ref)
        if cell is None:
            place = Place(number, bool(formula) or ref in self.spilled, ref in self.headers)
            style = self.rows.style_of(*address)
            return new_slot(place, ref, style, self.rows.prefix, formula or "")
        string, was = self._held(cell)
        if formula is not None:
            place = Place(start, bool(formula), ref in self.headers)
            return slot_of(place, cell, UNLIKE, string, formula)
        calculated = cell.child("f") is not None or ref in self.spilled
        return slot_of(Place(start, calculated, ref in self.headers), cell, was, string)

    def edits_of_new(self, made: Iterable[tuple[str, str]]) -> Iterator[Edit]:
        """Give the edits that insert cells that are not there, and rows for them.

        Args:
            made: The address of each cell, and the cell as text with a letter for each byte.

        """
        by_row: defaultdict[int, dict[int, bytes]] = defaultdict(dict)
        for ref, cell in made:
            row, column = parted(ref) or (0, 0)
            by_row[row][column] = cell.encode("latin-1")
        if not by_row:
            return
        new_rows: defaultdict[int, bytes] = defaultdict(bytes)
        for number in sorted(by_row):
            if row_there := self.rows.rows.get(number):
                yield from self._into(row_there, by_row[number])
            else:
                new_rows[self.rows.place_of(number)] += self._row(number, by_row[number])
        held = self.rows.held
        for at, rows in new_rows.items():
            yield from _put_inside(held, rows) if at == held.closed else ((at, at, rows),)
        yield from self._widened(by_row)

    def _held(self, cell: Element) -> tuple[int | None, Plain]:
        """Return the number of a cell's shared string, if any, and what the cell holds."""
        kind = cell.facts.get("t", "n")
        if kind == "inlineStr":
            inline = cell.child("is")
            return None, text_of(inline) if inline else None
        value = cell.child("v")
        text = value.text if value else ""
        if value is None or (kind != "str" and not text.strip()):
            return None, None
        if kind == "s":
            number = string_of(cell)
            known = number is not None and number < len(self.strings.texts)
            return (number, self.strings.texts[number or 0]) if known else (None, UNLIKE)
        if kind == "b":
            return None, text.strip() in _YES
        return None, words(text) if kind == "str" else _number(text) if kind == "n" else UNLIKE

    def _into(self, row: Row, cells: Mapping[int, bytes]) -> Iterator[Edit]:
        element = row.element
        inserts: defaultdict[int, bytes] = defaultdict(bytes)
        for column in sorted(cells):
            inserts[row.place_of(column)] += cells[column]
        tag = self.rows.data[element.start : element.opened]
        fresh = tag if _spans(element, cells) else without_facts(tag, (b"spans",))
        if tag.endswith(b"/>"):
            yield element.start, element.end, _closed(fresh, b"".join(inserts.values()))
            return
        if fresh != tag:
            yield element.start, element.opened, fresh
        yield from ((at, at, made) for at, made in inserts.items())

    def _row(self, number: int, cells: Mapping[int, bytes]) -> bytes:
        inside = b"".join(cells[column] for column in sorted(cells))
        prefix = self.rows.prefix.encode()
        return b'<%brow r="%d">%b</%brow>' % (prefix, number, inside, prefix)

    def _widened(self, by_row: Mapping[int, Mapping[int, bytes]]) -> Iterator[Edit]:
        """Give the edit of the area in use, when new cells lie outside of it."""
        dimension = self.rows.dimension
        corners = dimension.facts.get("ref", "").split(":") if dimension else []
        known = [place for corner in corners if (place := parted(corner))]
        if dimension is None or not known:
            return
        rows = {row for row, _ in known} | set(by_row)
        columns = {column for _, column in known} | {c for row in by_row.values() for c in row}
        first = f"{letters_of(min(columns))}{min(rows)}"
        last = f"{letters_of(max(columns))}{max(rows)}"
        area = first if first == last else f"{first}:{last}"
        if area != dimension.facts["ref"]:
            tag = self.rows.data[dimension.start : dimension.opened]
            kept = without_facts(tag, (b"ref",)).removesuffix(b">").removesuffix(b"/")
            end = b"/>" if tag.endswith(b"/>") else b">"
            yield (
                dimension.start,
                dimension.opened,
                b'%b ref="%b"%b' % (kept.rstrip(), area.encode(), end),
            )


def string_of(cell: Element) -> int | None:
    """Return the number of the shared string that a cell holds; None for another cell."""
    value = cell.child("v") if cell.facts.get("t") == "s" else None
    text = value.text.strip() if value else ""
    return int(text) if text.isascii() and text.isdigit() else None


def _number(text: str) -> Plain:
    try:
        return float(text)
    except ValueError:
        return UNLIKE


def _spans(row: Element, columns: Iterable[int]) -> bool:
    """Return whether the columns that a row says it spans hold those of its new cells."""
    for span in row.facts.get("spans", "").split():
        first, _, last = span.partition(":")
        if first.isdigit() and last.isdigit() and int(first) <= min(columns):
            return max(columns) <= int(last)
    return "spans" not in row.facts


def _put_inside(element: Element, made: bytes) -> Iterator[Edit]:
    """Give the edit that puts bytes at the end of an element, even if it has one tag only."""
    tag = element.data[element.start : element.opened]
    if tag.endswith(b"/>"):
        yield element.start, element.end, _closed(tag, made)
    else:
        yield element.closed, element.closed, made


def _closed(tag: bytes, inside: bytes) -> bytes:
    """Return an element of one tag with something inside."""
    name = tag[1:].split(None, 1)[0].removesuffix(b">").removesuffix(b"/")
    head = tag.removesuffix(b">").removesuffix(b"/").rstrip()
    return b"%b>%b</%b>" % (head, inside, name)
