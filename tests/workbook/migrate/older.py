"""A workbook of an older template, made by altering the plan of today's."""

from dataclasses import replace
from datetime import date

from samples import BUDGET
from xlbudget.model.rules import findings_of
from xlbudget.sheets.book import district_book
from xlbudget.sheets.identity import Entry, Event, Identity
from xlbudget.sheets.plan import Column, Part, Role, Sheet, Table, keyed
from xlbudget.sheets.room import Room
from xlbudget.workbook.write import write_book

DAY = date(2026, 11, 2)
FORMER = {("LineItems", "Price each"): "unit_price"}
MADE = Entry(date(2025, 9, 1), Event.GENERATED, "Made by xlbudget 0.0.9")
LINES = tuple(
    replace(BUDGET.lines[0], line_id=f"L{i}", description=f"Thing {i}") for i in range(1, 5)
)
OLDER = replace(BUDGET, lines=LINES, outcomes=())


def write_older(path):
    """Write the workbook of template v0.9: every way in which an older one may differ."""
    identity = Identity(version="v0.9", workbook_id="w-9", origin="millbrook", entries=(MADE,))
    room = Room(spare_lines=0, spare_records=0)
    plan = district_book(OLDER, findings_of(OLDER), room=room, identity=identity)
    plan = _without(plan, "Outcomes")
    plan = _with_table(plan, "LineItems", _lines)
    plan = _with_table(plan, "Goals", _moved)
    plan = replace(plan, sheets=_reordered([*plan.sheets, _own_sheet()]))
    write_book(plan, path)
    return path


def _without(plan, title):
    return replace(plan, sheets=tuple(sheet for sheet in plan.sheets if sheet.title != title))


def _with_table(plan, name, change):
    sheets = tuple(
        replace(s, tables=tuple(change(t) if t.name == name else t for t in s.tables))
        for s in plan.sheets
    )
    return replace(plan, sheets=sheets)


def _lines(table):
    """A column renamed, one spelled otherwise, one that is gone, one of the district's own."""
    names = {"Unit price": "Price each", "Quantity": "QUANTITY (units)"}
    gone = next(i for i, c in enumerate(table.columns) if c.header == "User hours")

    def cells(held, vendor):
        return (*held[:gone], *held[gone + 1 :], vendor)

    columns = tuple(
        replace(c, header=names.get(c.header, c.header), formula=_older(c.formula))
        for c in table.columns
    )
    own = Column(header="Vendor", part=Part.INPUT)
    rows = tuple(
        replace(row, cells=cells(row.cells, f"Vendor {i}")) for i, row in enumerate(table.rows, 1)
    )
    labels = cells(table.labels, None)
    spare = cells(table.spare_cells, None)
    return replace(table, columns=cells(columns, own), rows=rows, labels=labels, spare_cells=spare)


def _older(formula):
    """A formula as the older template has it."""
    renamed = formula.replace("[Unit price]", "[Price each]")
    return renamed.replace("[Quantity]", "[QUANTITY (units)]").replace("[User hours]", "[Life]")


def _moved(table):
    """The columns Measure and Strategy in each other's place."""
    headers = [column.header for column in table.columns]
    one, other = headers.index("Strategy"), headers.index("Measure")

    def swap(cells):
        held = list(cells)
        if held:
            held[one], held[other] = held[other], held[one]
        return tuple(held)

    rows = tuple(replace(row, cells=swap(row.cells)) for row in table.rows)
    return replace(
        table,
        columns=swap(table.columns),
        rows=rows,
        labels=swap(table.labels),
        spare_cells=swap(table.spare_cells),
    )


def _reordered(sheets):
    """The sheet Team behind Goals, as it once was."""
    team = next(sheet for sheet in sheets if sheet.title == "Team")
    rest = [sheet for sheet in sheets if sheet is not team]
    at = [sheet.title for sheet in rest].index("Goals")
    return (*rest[: at + 1], team, *rest[at + 1 :])


def _own_sheet():
    rows = tuple(keyed(str(i), (f"Note {i}", i)) for i in range(3))
    columns = (Column(header="Note"), Column(header="Number"))
    table = Table(name="OurNotes", columns=columns, rows=rows)
    return Sheet(title="Our notes", role=Role.DATA, says="Ours.", tables=(table,))


def told(items):
    """Items as sheet, cell, words and value."""
    return [(item.sheet, item.cell, item.what, item.value) for item in items]
