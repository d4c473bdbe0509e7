"""A template held against the book that it is: where each cell stands, and what is not as made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from xlbudget.model import Budget, LineItem
from xlbudget.model.finding import Finding, Place, Severity, worst
from xlbudget.model.tables import table_of
from xlbudget.sheets.book import district_book
from xlbudget.sheets.empty_budget import empty_budget
from xlbudget.sheets.identity import NOBODY, Identity
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.plan import Book as Plan
from xlbudget.sheets.room import SCENARIOS, Room
from xlbudget.sheets.service_sheets import MANIFEST, ROLES
from xlbudget.workbook.fill.book_values import address
from xlbudget.workbook.fill.code import FillCode
from xlbudget.workbook.fill.compared import compare_formulas
from xlbudget.workbook.fill.heads import Heads, heads_of
from xlbudget.workbook.fill.plan_cells import PlanCell, plan_cells
from xlbudget.workbook.fill.probe import probe, probe_findings, probe_identity
from xlbudget.workbook.fill.spots import Spots, find_spots
from xlbudget.workbook.fill.value import Value
from xlbudget.workbook.intake.find_tables import find_tables
from xlbudget.workbook.page import equal
from xlbudget.workbook.read import Book
from xlbudget.workbook.spelling import same_formula

At: TypeAlias = tuple[str, str]
_YEAR, _SLOT = re.compile(r"Year (\d{1,2})"), re.compile(r"Scenario (\d{1,2}) units")
_LEAST_FOUND = 0.5  # of the tables, for a workbook to be one of ours
_NEW = "Take a template that this version made: xlbudget template; or bring it up to date first"


@dataclass(frozen=True, slots=True)
class Match:
    """Where a template has the cells of a book, and which of them are filled.

    Attributes:
        room: The rows of its tables.
        years: Years of the plan.
        spots: Where its tables and sheets are.
        heads: Where the figures and words at the head of its sheets are.
        kept: Cells that stay as they are: the template's own words, and what was typed over.
        emptied: Cells with a formula whose stored result goes, by tab: those of its owner, those
            whose formula is not that of the book, and those that follow from one that is not.
        own: How many formulas of its owner each tab has.
        findings: What is not as it was made; none of them keeps it from being filled.

    """

    room: Room
    years: int
    spots: Spots
    heads: Heads = field(default_factory=Heads)
    kept: frozenset[At] = frozenset()
    emptied: frozenset[At] = frozenset()
    own: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def plan(
        self, budget: Budget, findings: Iterable[Finding], identity: Identity = NOBODY
    ) -> Plan:
        """Return the book of a budget with the rows that the template has."""
        return district_book(budget, tuple(findings), room=self.room, identity=identity)

    def plan_of_nothing(self) -> Plan:
        """Return the book of a budget that has entered nothing, with the same rows."""
        return self.plan(empty_budget(self.years), ())

    def values(self, plan: Plan) -> dict[At, Value]:
        """Return the value of each cell that is filled, by tab and address."""
        cells = plan_cells(Layout(plan, self.spots.tables))
        values = {self.heads.at(cell): cell.value for cell in cells}
        for at in self.kept:
            values.pop(at, None)
        values.update(dict.fromkeys(self.emptied))
        return values


def match(book: Book) -> tuple[Match | None, tuple[Finding, ...]]:
    """Return how a template matches the book that it was made from.

    Args:
        book: The template.

    Returns:
        The match, or None where it cannot be filled; and the findings, of the template's sheets
        and cells.

    Raises:
        UnreadableFileError: A part of it is not sound.

    """
    file = book.path.name
    years, scenarios = widths_of(book)
    empty = empty_budget(years or 1)
    skeleton = district_book(empty, (), room=Room(rows={SCENARIOS: scenarios}))
    first = find_spots(skeleton, book)
    if not years or len(first.tables) < _LEAST_FOUND * len(Layout(skeleton).tables):
        return None, (_not_ours(file),)
    room = Room(rows={name: spot.rows for name, spot in first.tables.items()})
    plan = district_book(empty, (), room=room)
    spots = find_spots(plan, book)
    lacks = tuple(lacking(plan, spots, file))
    if lacks:
        return None, lacks
    made = _matched(book, plan, Match(room, years, spots))
    return (None if worst(made.findings) is Severity.FATAL else made), made.findings


def _matched(book: Book, plan: Plan, found: Match) -> Match:
    spots = found.spots
    layout = Layout(plan, spots.tables)
    if wrong := (*size_faults(layout, spots, book.path.name), *name_faults(layout, book)):
        return replace(found, findings=wrong)
    heads = heads_of(layout, spots.tabs, book)
    cells = list(plan_cells(layout))
    other = found.plan(probe(found.years), probe_findings(), probe_identity())
    words = words_of(cells, plan_cells(Layout(other, spots.tables)))
    compared = compare_formulas(cells, layout, heads, book)
    kept = frozenset(heads.at(cell) for cell in words) | compared.typed_over
    emptied = compared.other | compared.spoiled | compared.owned
    return replace(
        found, heads=heads, kept=kept, emptied=emptied, own=compared.own, findings=compared.findings
    )


def words_of(cells: Iterable[PlanCell], others: Iterable[PlanCell]) -> Iterator[PlanCell]:
    """Yield the cells that say the same whatever the budget: the words of the template."""
    for cell, other in zip(cells, others, strict=True):
        is_word = not cell.formula and not cell.is_input and cell.value == other.value
        is_stamp = cell.unit in {MANIFEST, ROLES}  # blank in a book: the file's own digests
        if is_word and (is_stamp or cell.value not in {None, ""}):
            yield cell


def widths_of(book: Book) -> tuple[int, int]:
    """Return of how many years and scenarios a template has columns; 0 for no years."""
    lines = find_tables(book).get(table_of(LineItem).name)
    words = lines.headings.values() if lines else ()
    years = [int(year[1]) for word in words if (year := _YEAR.fullmatch(word))]
    slots = [int(slot[1]) for word in words if (slot := _SLOT.fullmatch(word))]
    return max(years, default=0), max(slots, default=1)


def size_faults(layout: Layout, spots: Spots, file: str) -> Iterator[Finding]:
    """Yield the blocks that have not as many rows as the tables that they follow ask for."""
    for name, placed in layout.tables.items():
        wanted = max(1, len(placed.table.rows) + placed.table.spare_rows)
        if wanted != spots.tables[name].rows:
            yield Finding(
                Severity.FATAL,
                FillCode.SIZE,
                Place(file=file, sheet=placed.sheet, cell=address(placed.header_row, 0)),
                f"The block {name} has {spots.tables[name].rows} rows, and {wanted} are needed",
                "A block that lists records has a row for each row of their table",
                "Make a template with more room instead of adding rows: "
                "xlbudget template --lines N --records N",
            )


def name_faults(layout: Layout, book: Book) -> Iterator[Finding]:
    """Yield the defined names that formulas use, and that the template lacks or changed."""
    there = {name.name: name.refers for name in book.names if name.sheet is None}
    formulas = {cell.formula for cell in plan_cells(layout) if cell.formula}
    used = set(re.findall(r"[^\W\d]\w*", "\n".join(formulas)))
    used |= set(re.findall(r"[^\W\d]\w*", "\n".join(n.refers for n in layout.book.names)))
    for name in layout.book.names:
        wanted = layout.formula(equal(name.refers), "")
        if name.name in used and not same_formula(there.get(name.name, ""), wanted):
            yield Finding(
                Severity.FATAL,
                FillCode.LACKS,
                Place(file=book.path.name),
                f"The name {name.name} stands for {there.get(name.name) or 'nothing'}",
                f"Formulas need it to stand for {wanted.removeprefix('=')}",
                "Mend it in the name manager, or take a fresh template: xlbudget template",
            )


def lacking(plan: Plan, spots: Spots, file: str) -> Iterator[Finding]:
    """Yield the sheets, tables and columns that the template lacks."""
    for sheet in plan.sheets:
        tab = spots.tabs.get(sheet.title)
        if tab is None:
            yield _lack(file, "", f"The sheet {sheet.title} is not there")
            continue
        for table in sheet.tables:
            headers = spots.lacks.get(table.name, ())
            if len(headers) == len(table.columns):
                yield _lack(file, tab, f"The table {table.name} is not there")
            elif headers:
                yield _lack(file, tab, f"The table {table.name} lacks {', '.join(headers)}")


def _lack(file: str, tab: str, saw: str) -> Finding:
    wants = "A template has every sheet, table and column that xlbudget made"
    return Finding(Severity.FATAL, FillCode.LACKS, Place(file=file, sheet=tab), saw, wants, _NEW)


def _not_ours(file: str) -> Finding:
    return Finding(
        Severity.FATAL,
        FillCode.NOT_OURS,
        Place(file=file),
        "The workbook has not the tables of a district's budget",
        "A template is a workbook that xlbudget made, which people may have branded and extended",
        "Make one with: xlbudget template",
    )
