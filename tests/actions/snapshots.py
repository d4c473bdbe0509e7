"""Workbooks as actions look at them, made from budgets without any file."""

from dataclasses import replace
from datetime import date

from clean import clean_budget
from xlbudget.actions.snapshot import Snapshot, TableNow
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.model.rules import findings_of
from xlbudget.model.tables import TABLES
from xlbudget.sheets.book import district_book
from xlbudget.sheets.empty_budget import empty_budget
from xlbudget.sheets.plan import Calculated, Link, Part, Spilled
from xlbudget.sheets.room import Room

DAY = date(2026, 11, 24)
OTHERS = ("Findings", "Checks", "Log")
INPUTS = frozenset({Part.KEY, Part.INPUT})
SMALL = Room(spare_lines=3, spare_records=2)
FAULT = Finding(
    Severity.FATAL,
    "XLI-09",
    Place(file="budget.xlsx", sheet="Line items", row=9, cell="J9", column="quantity"),
    "Quantity is “many”",
    "It is a number",
    "Write a number",
)


def snapshot_of(budget, **facts):
    """A new workbook of a budget, as it stands: a few spare rows in each table."""
    findings = findings_of(budget)
    book = district_book(budget, findings, room=SMALL)
    placed = {table.name: (sheet, table) for sheet in book.sheets for table in sheet.tables}
    names = [*(table.name for table in TABLES), *OTHERS]
    summary = next(sheet for sheet in book.sheets if sheet.title == "Summary")
    made = Snapshot(
        file="budget.xlsx",
        day=DAY,
        budget=budget,
        findings=findings,
        tables={name: table_now(*placed[name], budget) for name in names},
        names={"ChosenScenario": placed["ScenarioChoice"][1].rows[0].cells[0]},
        headlines={item.label: item.cell.value for item in summary.headlines},
    )
    return replace(made, **facts)


def table_now(sheet, table, budget):
    """A table of a book as it stands, its spare rows included."""
    typed = [
        (at, column)
        for at, column in enumerate(table.columns)
        if not column.formula and (column.part in INPUTS or table.name in OTHERS)
    ]
    rows = [row.cells for row in table.rows]
    rows += [(None,) * len(table.columns)] * table.spare_rows
    found = next((one for one in TABLES if one.name == table.name), None)
    ids = map(found.id_of, found.records(budget)) if found and found.key else ()
    return TableNow(
        name=table.name,
        sheet=sheet.title,
        headers=tuple(column.header for _, column in typed),
        rows=tuple({column.header: held(row[at]) for at, column in typed} for row in rows),
        ids={key: row for row, key in reversed(list(enumerate(ids, start=1)))},
    )


def held(cell):
    """What a cell of a book shows."""
    if isinstance(cell, Calculated | Spilled):
        return cell.value
    return cell.text if isinstance(cell, Link) else cell


def half_filled():
    """A workbook with goals and sources, and a line that lacks nearly everything."""
    budget = clean_budget()
    line = replace(
        budget.lines[0],
        line_id="L9",
        goal_1="",
        goal_share_1=None,
        source_1="",
        source_share_1=None,
        quantity=None,
        justification="",
    )
    return snapshot_of(replace(budget, lines=(*budget.lines, line)))


def empty():
    """A workbook that nobody has filled."""
    return snapshot_of(empty_budget())


def broken():
    """A workbook of which no budget could be read."""
    return replace(empty(), budget=None, findings=(FAULT,), headlines={})


def bare():
    """Something that is no workbook of ours: no budget, no table, no name."""
    return Snapshot(file="", day=DAY, budget=None)


def told(outcome):
    """The edits of an outcome, each in one line."""
    return [
        f"{edit.table} {edit.row} {edit.header}: {edit.value}"
        if hasattr(edit, "table")
        else f"{edit.name}: {edit.value}"
        for edit in outcome.edits
    ]


def keys(outcome):
    """The keys of the open questions, those that are needed first marked by a star."""
    return [f"{ask.key}*" if ask.needed else ask.key for ask in outcome.asks]
