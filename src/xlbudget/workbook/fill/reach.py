"""Which results follow from which: where a formula is not ours, those that read it are open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from xlbudget.sheets.plan import Name
from xlbudget.workbook.fill.plan_cells import PlanCell

_TOKEN = re.compile(r"\{\$?([^{}|]+)\|")
_WORD = re.compile(r"[^\W\d][\w.]*")


class Reach:
    """What each formula of a book reads: the tables that it names, itself or by a defined name."""

    def __init__(self, tables: Iterable[str], names: Iterable[Name]) -> None:
        self._known: dict[str, frozenset[str]] = {name: frozenset({name}) for name in tables}
        for name in names:
            self._known.setdefault(name.name, self.reads(name.refers))

    def reads(self, formula: str) -> frozenset[str]:
        """Return the names of the tables that a formula reads."""
        words = {*_TOKEN.findall(formula), *_WORD.findall(formula)}
        return frozenset().union(*(self._known[word] for word in words if word in self._known))

    def spoiled(self, cells: Iterable[PlanCell], changed: Iterable[str]) -> frozenset[str]:
        """Return the tables whose results follow from tables that were changed, these included.

        Args:
            cells: The cells of the book.
            changed: The names of tables in which a formula is not that of the book.

        """
        found = set(changed)
        reads = self._by_table(cells) if found else {}
        while more := {table for table, read in reads.items() if read & found} - found:
            found |= more
        return frozenset(found)

    def _by_table(self, cells: Iterable[PlanCell]) -> Mapping[str, frozenset[str]]:
        formulas: defaultdict[str, set[str]] = defaultdict(set)
        for cell in cells:
            if cell.formula and cell.unit:
                formulas[cell.unit].add(cell.formula)
        return {table: self.reads("\n".join(found)) for table, found in formulas.items()}
