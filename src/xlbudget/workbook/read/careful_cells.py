"""The cells of any sheet part that is sound XML, in whatever of its ways they are written."""

from __future__ import annotations

from collections.abc import Callable

from xlbudget.workbook.read.address import MOST_DIGITS, letters_of, parted
from xlbudget.workbook.read.careful import parse
from xlbudget.workbook.read.raw_cells import RawCell

_FACTS = ("t", "ref", "si", "dt2D", "dtr", "r1", "r2")
"""The attributes of a formula that say what it means."""
_BATCH = 5_000


def careful_cells(data: bytes, place: str, take: Callable[[list[RawCell]], object]) -> None:
    """Give the cells of any part that is sound XML, some at a time, with plain text.

    Raises:
        UnreadableFileError: The part is not sound XML.

    """
    reader = _Cells(take)
    parse(data, place, begin=reader.begin, end=reader.end, text=reader.text)
    reader.give()


class _Cells:
    """Where the careful reader stands, and the cells that it has not given yet."""

    def __init__(self, take: Callable[[list[RawCell]], object]) -> None:
        self._take = take
        self._found: list[RawCell] = []
        self._row = self._column = 0
        self._cell: dict[str, str] | None = None
        self._facts: dict[str, str] | None = None
        self._texts = {"f": "", "v": "", "t": ""}
        self._has_value = False
        self._listens = ""
        self._aids = 0

    def begin(self, name: str, facts: dict[str, str]) -> None:
        if name == "row" and self._cell is None:
            self._row, self._column = _number(facts.get("r", ""), self._row + 1), 0
        elif name == "c" and self._cell is None:
            self._cell, self._facts, self._has_value = facts, None, False
            self._texts = {"f": "", "v": "", "t": ""}
        elif self._cell is not None:
            self._inside(name, facts)

    def _inside(self, name: str, facts: dict[str, str]) -> None:
        self._aids += name == "rPh"
        self._has_value |= name in {"v", "is"}
        self._listens = name if name in self._texts and not self._aids else ""
        if name == "f":
            self._facts = facts

    def text(self, text: str) -> None:
        if self._listens and self._cell is not None:
            self._texts[self._listens] += text

    def end(self, name: str) -> None:
        self._listens = ""
        self._aids -= name == "rPh"
        if name == "c" and self._cell is not None:
            self._keep(self._cell)
            self._cell = None
            if len(self._found) == _BATCH:
                self.give()

    def _keep(self, cell: dict[str, str]) -> None:
        ref, texts = self._address(cell.get("r", "")), self._texts
        hollow = "" if self._facts is None or self._has_value else "hollow"
        value = texts["v"] or texts["t"]
        look = _attributes(cell, ("s", "t"))
        facts = _attributes(self._facts or {}, _FACTS)
        self._found.append((ref, look, facts, texts["f"], hollow, value))

    def _address(self, stated: str) -> str:
        """Return a cell's address: the one that it states, or the next one in its row."""
        place = parted(stated.upper())
        self._row, self._column = place or (self._row or 1, self._column + 1)
        return f"{letters_of(self._column)}{self._row}"

    def give(self) -> None:
        if self._found:
            self._take(self._found)
            self._found = []


def _attributes(facts: dict[str, str], names: tuple[str, ...]) -> str:
    return "".join(f' {name}="{facts[name]}"' for name in names if name in facts)


def _number(text: str, other: int) -> int:
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else other
