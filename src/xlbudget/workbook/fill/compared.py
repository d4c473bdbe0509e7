"""The formulas of a template against those of the book: what is ours, changed, or its owner's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from xlbudget.model.fault import shown
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.sheets.layout import Layout
from xlbudget.workbook.fill.code import FillCode
from xlbudget.workbook.fill.heads import Heads
from xlbudget.workbook.fill.plan_cells import PlanCell
from xlbudget.workbook.fill.reach import Reach
from xlbudget.workbook.read import Book
from xlbudget.workbook.read import Sheet as Tab
from xlbudget.workbook.read.address import letters_of, parted
from xlbudget.workbook.spelling import same_formula

At: TypeAlias = tuple[str, str]
_MOST_SPILLED = 100_000
_NONE: frozenset[At] = frozenset()


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of it.

    Attributes:
        typed_over: Cells that have a formula in the book, and none in the template.
        other: Cells whose formula is another one than in the book.
        spoiled: Cells whose formula is ours, and whose result follows from one that is not.
        owned: Cells that get their value from formulas of the template's owner.
        own: How many formulas of its owner each tab has.
        findings: What was typed over or changed, one finding a column.

    """

    typed_over: frozenset[At]
    other: frozenset[At]
    spoiled: frozenset[At]
    owned: frozenset[At]
    own: Mapping[str, int]
    findings: tuple[Finding, ...]


def compare_formulas(
    cells: Sequence[PlanCell], layout: Layout, heads: Heads, book: Book
) -> Compared:
    """Hold the formulas of a template against those of a book.

    Args:
        cells: The cells of the book.
        layout: The book, its tables where the template has them.
        heads: Where the template has the rest.
        book: The template.

    """
    there = {tab.name: tab.cells.formulas for tab in book.sheets}
    ours = {heads.at(cell): cell for cell in cells if cell.formula}
    wrong: dict[At, str] = {}
    for (tab, ref), cell in ours.items():
        found = there[tab].get(ref, "")
        if not same_formula(found, layout.formula(cell.formula, tab)):
            wrong[tab, ref] = found
    spoiled = _spoiled(cells, layout, ours, wrong)
    owned = frozenset(at for tab in book.sheets for at in _owned(tab, ours))
    return Compared(
        typed_over=frozenset(at for at, found in wrong.items() if not found),
        other=frozenset(at for at, found in wrong.items() if found),
        spoiled=spoiled - wrong.keys(),
        owned=owned,
        own=Counter(tab for tab, refs in there.items() for ref in refs if (tab, ref) not in ours),
        findings=tuple(_findings(wrong, ours, book.path.name)),
    )


def _spoiled(
    cells: Sequence[PlanCell],
    layout: Layout,
    ours: Mapping[At, PlanCell],
    wrong: Iterable[At],
) -> frozenset[At]:
    """Return our cells whose results follow from a table with formulas that are not ours."""
    changed = {ours[at].unit for at in wrong} - {""}
    if not changed:
        return _NONE
    reach = Reach(layout.tables, layout.book.names)
    tables = reach.spoiled(cells, changed)
    return frozenset(
        at
        for at, cell in ours.items()
        if cell.unit in tables or (not cell.unit and reach.reads(cell.formula) & tables)
    )


def _owned(tab: Tab, ours: Mapping[At, PlanCell]) -> Iterator[At]:
    """Yield the cells that get their value from formulas of the owner, those of arrays as well."""
    for ref in tab.cells.formulas:
        if (tab.name, ref) not in ours:
            yield tab.name, ref
    for ref, area in tab.cells.arrays.items():
        if (tab.name, ref) not in ours:
            yield from ((tab.name, one) for one in _area(area) if (tab.name, one) not in ours)


def _area(area: str) -> Iterator[str]:
    first, _, last = area.partition(":")
    start, end = parted(first), parted(last or first)
    if start is None or end is None:
        return
    if (end[0] - start[0] + 1) * (end[1] - start[1] + 1) > _MOST_SPILLED:
        return
    for row in range(start[0], end[0] + 1):
        yield from (f"{letters_of(column)}{row}" for column in range(start[1], end[1] + 1))


def _findings(wrong: Mapping[At, str], ours: Mapping[At, PlanCell], file: str) -> Iterator[Finding]:
    """Yield what was typed over or changed: one finding for the like cells of a column."""
    groups: defaultdict[tuple[str, str, str, bool], list[At]] = defaultdict(list)
    for at, found in wrong.items():
        cell = ours[at]
        alone = "" if cell.header else at[1]
        groups[at[0], cell.unit, cell.header or alone, bool(found)].append(at)
    for (tab, unit, header, has_formula), places in groups.items():
        first = places[0][1]
        what = f"{unit}, column {header}" if unit and header != first else f"The cell {first}"
        count = f", {len(places)} cells from {first} on" if len(places) > 1 else ""
        said = f"has another formula: ={wrong[places[0]]}" if has_formula else "has no formula"
        yield Finding(
            Severity.WARNING,
            FillCode.FORMULA if has_formula else FillCode.TYPED_OVER,
            Place(file=file, sheet=tab, cell=first),
            f"{what}{count}: it {said if not has_formula else _short(said)}",
            "Its result, and what follows from it, is only known to the spreadsheet",
            "Open the filled workbook in Excel or LibreOffice, which calculate it; or put the "
            "formula back",
        )


def _short(words: str) -> str:
    head, _, formula = words.partition("=")
    return f"{head}{shown('=' + formula)}"
