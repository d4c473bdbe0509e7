"""The formulas of a sheet: each cell has its own, also where the file tells it only once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from string import digits

from xlbudget.workbook.read.address import column_of
from xlbudget.workbook.read.limits import Count
from xlbudget.workbook.read.raw_cells import Unusual
from xlbudget.workbook.read.shared_formula import SharedFormula
from xlbudget.workbook.read.xml_text import all_plain, plain

NORMAL = frozenset({"", ' aca="false"', ' ca="1"', ' xml:space="preserve"'})
"""Attributes of formulas that do not change what a formula means; the most usual ones."""

_FACT = re.compile(r' ([\w:]+)="([^"]*)"')


class Formulas:
    """The formulas of a sheet that were read so far.

    Attributes:
        areas: The area that a formula fills, by the cell that has it.
        found: The formula of each cell so far.
        hollow: Cells whose formula has no value at all.
        known: Formulas as they are by how they are written; a table has one in each row.

    """

    def __init__(self, count: Count, *, are_plain: bool) -> None:
        self.areas: dict[str, str] = {}
        self.hollow: set[str] = set()
        self.found: dict[str, str] = {}
        self.known: dict[str, str] = _AsTheyAre() if are_plain else _AsWritten()
        self._count = count
        self._heads: dict[str, SharedFormula] = {}
        self._waiting: list[tuple[str, str]] = []
        self._is_quick = not are_plain

    def take(self, special: Iterable[tuple[str, str, str]]) -> None:
        """Take what is special of some more cells: their addresses, facts, and if hollow."""
        for ref, facts, hollow in special:
            if hollow:
                self.hollow.add(ref)
            self._take_special(ref, _told(facts))

    def told(self, formulas: Sequence[str]) -> Sequence[str]:
        """Return formulas of cells below one another, from how they are written in XML."""
        is_one = bool(formulas) and formulas[0] == formulas[-1]
        return [self.known[formula] for formula in formulas] if is_one else all_plain(formulas)

    def moved(self, group: str, column: str, rows: Sequence[str]) -> Sequence[str]:
        """Return the formulas of a shared group in a column; "" where the file tells none."""
        head = self._heads.get(group)
        if head is None:
            return [""] * len(rows)
        self._count.add_moved(head.length * len(rows))
        return head.below(column, rows)

    def all(self) -> dict[str, str]:
        """Return the formula of each single cell; "" where the file does not tell it."""
        for ref, group in self._waiting:
            (self.found[ref],) = self.moved(group, *_parted(ref))
        return self.found

    def _take_special(self, ref: str, facts: dict[str, str]) -> None:
        kind, text = facts.get("t"), self.found.setdefault(ref, "")
        if kind == "shared":
            self._take_shared(ref, facts.get("si", ""), text)
        elif kind == "array":
            self.areas[ref] = facts.get("ref", ref)
        elif kind == "dataTable":
            self.areas[ref] = facts.get("ref", ref)
            self.found[ref] = _table(facts)

    def _take_shared(self, ref: str, group: str, text: str) -> None:
        column, rows = _parted(ref)
        if text:
            if self._is_quick and group in self._heads:
                raise Unusual  # a cell then has the formula that was told last before it
            self._heads[group] = SharedFormula(text, int(rows[0]), column_of(column))
        elif group in self._heads:
            (self.found[ref],) = self.moved(group, column, rows)
        else:
            self._waiting.append((ref, group))


def shared_group(facts: str) -> str | None:
    """Return the group of cells whose formula another cell tells; None when theirs is their own."""
    told = _told(facts)
    return told.get("si", "") if told.get("t") == "shared" else None


def _parted(ref: str) -> tuple[str, list[str]]:
    column = ref.rstrip(digits)
    return column, [ref[len(column) :]]


@lru_cache(maxsize=1000)
def _told(facts: str) -> dict[str, str]:
    """Return attributes by name; those of a shared formula are alike in all its cells."""
    return dict(_FACT.findall(facts))


class _AsWritten(dict[str, str]):
    def __missing__(self, written: str) -> str:
        return self.setdefault(written, plain(written))


class _AsTheyAre(dict[str, str]):
    def __missing__(self, formula: str) -> str:
        return self.setdefault(formula, formula)


def _table(facts: dict[str, str]) -> str:
    """Return a what-if table's formula as spreadsheets show it, such as TABLE(,B2)."""
    first, second = facts.get("r1", ""), facts.get("r2", "")
    if facts.get("dt2D") in {"1", "true"}:
        return f"TABLE({first},{second})"
    return f"TABLE({first},)" if facts.get("dtr") in {"1", "true"} else f"TABLE(,{first})"
