"""The results that a workbook stores after its input cells changed: which ones Python knows.

Where the input cells hold just what Python took for the budget, row by row, the results are
Python's.  Where they do not, as with blank rows between lines, a result that may have changed is
taken out, for a stale figure is worse than none; the spreadsheet calculates it on opening.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeAlias

from xlbudget.model import Budget
from xlbudget.model.finding import Finding
from xlbudget.sheets.identity import Identity
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.plan import Book as Plan
from xlbudget.sheets.room import FINDINGS
from xlbudget.workbook.act.alike import alike, same
from xlbudget.workbook.act.own_formulas import may_differ
from xlbudget.workbook.fill.fits import misfits
from xlbudget.workbook.fill.match import Match
from xlbudget.workbook.fill.plan_cells import PlanCell, plan_cells
from xlbudget.workbook.fill.reach import Reach
from xlbudget.workbook.fill.value import Value
from xlbudget.workbook.migrate.remarks import remarks_of, written_beside
from xlbudget.workbook.read import Book
from xlbudget.workbook.read import Value as Shown

At: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Results:
    """What becomes of the results that a workbook stores.

    Attributes:
        values: The calculated cells that get a result.
        dropped: The cells with a formula whose stored result goes.
        unlike: The tables whose rows are not as Python took them.
        typed: Input cells with a formula that looks at what changed: their values are old.
        plan: The book of the budget; None where Python does not know its figures.
        is_known: Whether there is a budget that fits the workbook's rows.

    """

    values: Mapping[At, Value] = field(default_factory=dict)
    dropped: frozenset[At] = frozenset()
    unlike: tuple[str, ...] = ()
    typed: tuple[At, ...] = ()
    plan: Plan | None = None
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class _Held:
    """A workbook held against the book that it is."""

    book: Book
    match: Match
    cells: tuple[tuple[At, PlanCell], ...]
    reach: Reach
    shown: Mapping[str, Mapping[str, Shown]]
    known: Mapping[At, Value]

    def now(self, at: At) -> Shown:
        return self.shown[at[0]].get(at[1])

    def formula(self, at: At) -> str:
        tab = self.book.sheet(at[0])
        return tab.cells.formulas.get(at[1], "") if tab else ""

    def following(self, tables: frozenset[str]) -> frozenset[str]:
        """Return the tables whose results follow from some tables, these included."""
        return self.reach.spoiled((cell for _, cell in self.cells), tables)

    def follows(self, cell: PlanCell, tables: frozenset[str]) -> bool:
        """Return whether a calculated cell may follow from some tables."""
        if cell.unit:
            return cell.unit in tables
        return bool(tables) and bool(self.reach.reads(cell.formula) & tables)


def results_of(
    book: Book,
    match: Match,
    given: tuple[Budget | None, Iterable[Finding]],
    edited: Mapping[At, str],
    known: Mapping[At, Value] | None = None,
) -> Results:
    """Return what becomes of the results that a workbook stores.

    Args:
        book: The workbook, its input cells edited already.
        match: Where it has the cells of a book.
        given: The budget that it holds, None where a finding is fatal; and the findings.
        edited: The table of each cell that was edited.
        known: Results that are known otherwise, such as those of a copy with the same inputs.

    """
    budget, findings = given
    plan, is_known = _plan(budget, findings, match, book)
    layout = Layout(plan, match.spots.tables)
    cells = tuple((match.heads.at(cell), cell) for cell in plan_cells(layout))
    shown = {tab.name: tab.cells.values for tab in book.sheets}
    held = _Held(book, match, cells, Reach(layout.tables, plan.names), shown, known or {})
    unlike = _unlike(held) if is_known else frozenset(cell.unit for _, cell in cells)
    found = _settled(held, unlike, frozenset(edited.values()))
    typed = tuple(_typed(held, found, edited))
    if typed:
        old = frozenset(cell.unit for at, cell in cells if at in typed)
        found = _settled(held, unlike | old, frozenset(edited.values()) | old)
    heads = {at for at, cell in cells if not cell.unit}
    told = plan if is_known and not heads & found.dropped else None
    return replace(found, unlike=tuple(sorted(unlike)), typed=typed, plan=told, is_known=is_known)


def _plan(
    budget: Budget | None, findings: Iterable[Finding], match: Match, book: Book
) -> tuple[Plan, bool]:
    """Return the book of the budget with the workbook's rows, or of nothing; and whether it is."""
    if budget is not None and len(budget.district.years) == match.years:
        remarks = remarks_of(written_beside(book), budget.scenarios)
        plan = match.plan(budget, findings, Identity(remarks=remarks))
        if not any(misfits(budget, plan, match, book.path.name)):
            return plan, True
    return match.plan_of_nothing(), False


def _unlike(held: _Held) -> frozenset[str]:
    """Return the tables of which a cell that formulas may read is not as in the book."""
    return frozenset(
        cell.unit for at, cell in held.cells if _is_read(cell) and not alike(cell, held.now(at))
    )


def _is_read(cell: PlanCell) -> bool:
    """Return whether a cell is one that formulas read: an input, a finding, a constant."""
    if cell.formula or not cell.unit:
        return False
    is_constant = isinstance(cell.value, (int, float, Decimal))
    return cell.is_input or cell.unit == FINDINGS or is_constant


def _settled(held: _Held, unlike: frozenset[str], edited: frozenset[str]) -> Results:
    """Return the results, given the tables that Python does not know and those that were edited."""
    unknown, changed = held.following(unlike), held.following(edited)
    match, values, dropped = held.match, {}, set()
    for at, cell in held.cells:
        if not cell.formula or at in match.kept:
            continue
        if at not in match.emptied and not held.follows(cell, unknown):
            values[at] = cell.value
        elif at not in match.emptied and at in held.known:
            values[at] = held.known[at]
        elif held.follows(cell, changed):
            dropped.add(at)
    if edited:
        dropped |= set(_owned(held))
    return Results(values, frozenset(dropped))


def _owned(held: _Held) -> Iterator[At]:
    """Yield the cells that formulas of the workbook's owner calculate, but for input cells."""
    ours = {at for at, cell in held.cells if cell.formula or cell.is_input}
    for one in held.match.emptied - ours:
        formula = held.formula(one)
        if not formula or may_differ(one[0], formula, None):
            yield one


def _typed(held: _Held, found: Results, edited: Collection[At]) -> Iterator[At]:
    """Yield the input cells whose own formulas look at something that is another now."""
    changes: dict[str, set[str]] = {}
    news = (at for at, value in found.values.items() if not same(value, held.now(at)))
    for tab, ref in (*edited, *found.dropped, *news):
        changes.setdefault(tab.casefold(), set()).add(ref)
    for at, cell in held.cells:
        formula = held.formula(at) if cell.is_input and at not in edited else ""
        if formula and edited and may_differ(at[0], formula, changes):
            yield at
