"""Add line: a new line item, by a few questions, in the first free row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from xlbudget.actions.ask import Answers
from xlbudget.actions.edit import TableEdit
from xlbudget.actions.line_answers import read_answers
from xlbudget.actions.line_questions import questions
from xlbudget.actions.outcome import Outcome
from xlbudget.actions.request import Select
from xlbudget.actions.snapshot import Snapshot, TableNow, Value
from xlbudget.actions.unreadable import lacking, unreadable
from xlbudget.model import Budget, LineItem
from xlbudget.model.cost import line_costs
from xlbudget.model.finding import Finding, Place
from xlbudget.model.rules import findings_of
from xlbudget.model.split import ZERO
from xlbudget.model.tables import table_of
from xlbudget.model.text import as_spreadsheets_see
from xlbudget.sheets.labels import labels_of
from xlbudget.sheets.plan import Calculated, Link, Spilled
from xlbudget.sheets.record_table import record_cells, record_columns
from xlbudget.sheets.words import grouped

TABLE = table_of(LineItem)
FIRST_ID = "LN-001"
_NUMBERED = re.compile(r"(.*?)([0-9]+)")


def add_line(snapshot: Snapshot, answers: Answers) -> Outcome:
    """Return the questions about a new line, and the edits that write it into a free row.

    Args:
        snapshot: The workbook.
        answers: By the names of a line's columns; for ``item`` a standard item, or "Other".

    """
    budget, table = snapshot.budget, snapshot.tables.get(TABLE.name)
    if budget is None:
        return unreadable(snapshot)
    if table is None:
        return lacking(TABLE.sheet)
    row = table.free_row()
    if row is None:
        return _full(table)
    known = read_answers(budget, answers)
    asks = questions(known)
    if any(ask.needed for ask in asks):
        return Outcome(says=f"A new line goes onto the sheet {table.sheet}.", asks=asks)
    line = known.line(next_id(budget, table))
    cells = dict(_cells(budget, line))
    if strange := sorted(cells.keys() - set(table.headers)):
        return _old(strange)
    alone = replace(budget, lines=(line,))
    return Outcome(
        says=_says(alone, line, table),
        edits=tuple(TableEdit(TABLE.name, row, header, cell) for header, cell in cells.items()),
        requests=(Select(table.sheet),),
        asks=asks,
        findings=_findings(alone, line, snapshot.file, table),
    )


def next_id(budget: Budget, table: TableNow) -> str:
    """Return the next free id of a line, written as the ids before it are: LN-183 after LN-182."""
    ids = [*(line.line_id for line in budget.lines), *table.ids]
    numbered = [found for key in ids if (found := _NUMBERED.fullmatch(key))]
    if not numbered:
        return FIRST_ID
    stem, digits = numbered[-1].groups()
    used = {as_spreadsheets_see(key) for key in ids}
    number = max(int(found[2]) for found in numbered if found[1] == stem)
    while as_spreadsheets_see(key := f"{stem}{number + 1:0{len(digits)}}") in used:
        number += 1
    return key


def _cells(budget: Budget, line: LineItem) -> Iterator[tuple[str, Value]]:
    """Yield what each input cell of the line's row takes, by header; blank ones are left out."""
    years = budget.district.years
    cells = record_cells(line, years, labels_of(budget))
    for column, cell in zip(record_columns(LineItem, years), cells, strict=True):
        if not (cell is None or isinstance(cell, Calculated | Link | Spilled)):
            yield column.header, cell


def _says(budget: Budget, line: LineItem, table: TableNow) -> str:
    cost = line_costs(budget)[0]
    year, amount = budget.district.base_fiscal_year, grouped(cost.years[0])
    return (
        f"Line {line.line_id} is added to the sheet {table.sheet}. "
        f"It asks for ${amount} in FY{year} and ${grouped(sum(cost.years, ZERO))} over the plan."
    )


def _findings(budget: Budget, line: LineItem, file: str, table: TableNow) -> tuple[Finding, ...]:
    """Return what the rules say of a new line, in a budget that has no other."""
    place = Place(file=file, sheet=table.sheet, record=line.line_id)
    return tuple(
        replace(finding, place=replace(place, column=finding.place.column))
        for finding in findings_of(budget)
        if (finding.place.file, finding.place.record) == (TABLE.file, line.line_id)
    )


def _full(table: TableNow) -> Outcome:
    return Outcome(
        says=f"All {len(table.rows)} rows of {table.sheet} are filled. Make a copy with more room: "
        "xlbudget migrate BOOK --spare-lines 50",
        refused=True,
    )


def _old(strange: list[str]) -> Outcome:
    return Outcome(
        says=f"The sheet {TABLE.sheet} has no column {', '.join(strange)}. Bring the workbook up "
        "to date with: xlbudget migrate BOOK",
        refused=True,
    )
