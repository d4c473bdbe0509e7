"""A template that budgets are filled into: matched once, settled once, filled many times."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from xlbudget.model import Budget
from xlbudget.model.fault import IntakeCode
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.sheets.identity import NOBODY, Identity
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.plan import Book as Plan
from xlbudget.workbook.fill.alt_texts import AltTexts, alt_texts
from xlbudget.workbook.fill.chart_ranges import chart_ranges, too_short
from xlbudget.workbook.fill.charts import settled_boxes, settled_charts, stored_copies
from xlbudget.workbook.fill.code import FillCode
from xlbudget.workbook.fill.fill import LEVEL, Filled, filled_copy
from xlbudget.workbook.fill.fits import misfits
from xlbudget.workbook.fill.match import Match, match
from xlbudget.workbook.fill.prepared import Prepared, prepare
from xlbudget.workbook.read import Book, open_book


@dataclass(frozen=True, slots=True)
class Template:
    """A template that is ready for budgets.

    Attributes:
        prepared: Its cells.
        match: Where it has the cells of a book.
        alts: Where it tells what its charts show.
        charts: The ranges that its charts show.

    """

    prepared: Prepared
    match: Match
    alts: AltTexts
    charts: frozenset[str]

    @property
    def settled(self) -> Collection[str]:
        """Return the names of the parts that differ from the template's in every copy."""
        return self.prepared.settled.keys()


def open_template(path: Path) -> tuple[Template | None, tuple[Finding, ...]]:
    """Return a template that is ready for budgets, and every finding about it.

    Args:
        path: A workbook that xlbudget made, branded and extended as its owner likes.

    Returns:
        The template, or None when a finding is fatal; and the findings.

    Raises:
        FileError: The file is not there, is held by another program, or is no workbook.

    """
    book = open_book(path)
    found, of_cells = match(book)
    findings = (*_open(book), *of_cells)
    if found is None:
        return None, findings
    changing = [*found.spots.tabs.values(), *found.own]
    settled = {**settled_charts(book.package, changing), **settled_boxes(book.package)}
    plan = found.plan_of_nothing()
    alts = alt_texts(book.package, settled, plan)
    ranges = chart_ranges(book.package)
    template = Template(prepare(path, settled), found, alts, ranges)
    return template, (*findings, *_stored(book))


def fill_budget(
    template: Template,
    budget: Budget,
    findings: Sequence[Finding],
    *,
    identity: Identity = NOBODY,
    level: int = LEVEL,
) -> tuple[Filled | None, tuple[Finding, ...]]:
    """Return a template filled with a budget, as bytes.

    Args:
        template: The template.
        budget: The budget; it is analyzed once.
        findings: What the rules found in it.
        identity: Which workbook the copy is.
        level: How hard the parts that change are packed, from 1, quick, to 9, small.

    Returns:
        The copy, or None when the budget does not fit; and why it does not, or which chart does
        not show all of it.

    Raises:
        InputError: A cell cannot take its value.

    """
    file = Path(template.prepared.package.place).name
    plan = template.match.plan(budget, findings, identity)
    wrong = tuple(misfits(budget, plan, template.match, file))
    if wrong:
        return None, wrong
    layout = Layout(plan, template.match.spots.tables)
    return _filled(template, plan, level), tuple(too_short(layout, template.charts, file))


def _filled(template: Template, plan: Plan, level: int) -> Filled:
    values = template.match.values(plan)
    parts: Mapping[str, bytes] = template.alts.told(plan)
    return filled_copy(template.prepared, values, level=level, parts=parts)


def _open(book: Book) -> tuple[Finding, ...]:
    """Return that somebody has the template open, when somebody has."""
    lock = book.facts.lock
    if lock is None:
        return ()
    saw = f"{lock.user or 'Somebody'} has the workbook open in {lock.program}"
    wants, fix = "What was not saved is not in the copy", "Save it there, and fill it again"
    place = Place(file=book.path.name)
    return (Finding(Severity.INFORMATION, IntakeCode.OPEN, place, saw, wants, fix),)


def _stored(book: Book) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            Severity.WARNING,
            FillCode.STORED,
            Place(file=book.path.name),
            f"The part {part} is a pivot table's own copy of data",
            "What it holds is not changed when cells are filled",
            "Refresh the pivot table in Excel, or take it out of the template",
        )
        for part in stored_copies(book.package)
    )
