"""Inputs: one place each, with unit and source, and guarded against what they do not take."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.sheets.plan import Role
from xlbudget.workbook.lint.area import Area, address, areas_of
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.open_cells import input_columns, open_cells
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read.address import parted

INPUTS = Family()
_E, _I = Severity.FATAL, Severity.INFORMATION
_SCRATCH = "Scratch"
_TYPED = frozenset({Role.INPUT, Role.DATA})
_KEPT = frozenset({Role.CALCULATION, Role.OUTPUT, Role.LIST})
_LONGEST_LIST = 255
_TOLD = ("Unit", "Source")  # headers of what is said about each value of a table
_VALUE = "Value"


@INPUTS.rule(
    "I01",
    "Input without a place of its own",
    ours(_E),
    wants="Each input stands once, in a table of a sheet for entry, with a header that says what it"
    " is, and with its unit and source where the table has room for them; elsewhere only a choice"
    " from a drop-down is open",
    fix="Lock the cell (Format Cells > Protection), move the input into the table, or say its unit"
    " and source",
    source="FAST 2.04-02; ICAEW principle 10",
)
def _stray(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        if leaf.name == _SCRATCH or not leaf.tables:
            continue
        lists = _areas(leaf, "list")
        for ref, place in open_cells(subject, leaf):
            if not leaf.text(ref):
                continue
            if not any(area.holds(*place) for _, area in leaf.areas):
                yield Fault("The cell is open to entry, and stands in no table", leaf.name, ref)
            elif subject.role(leaf) in _KEPT and not any(area.holds(*place) for area in lists):
                saw = f"The cell is open to entry on a sheet of the role {subject.role(leaf)}"
                yield Fault(saw, leaf.name, ref)
        yield from _unsourced(leaf)


@INPUTS.rule(
    "I05",
    "Input without a guard",
    ours(_E),
    wants="Each input says what it takes, and stops what it does not take with words",
    fix="Give the column a validation with a message and a stop (Data > Data Validation)",
    source="FAST 4.04; ISBE budget form instructions",
)
def _guards(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        if subject.role(leaf) not in _TYPED or leaf.name == _SCRATCH:
            continue
        guarded: list[Area] = []
        for one in leaf.all("dataValidations", "dataValidation"):
            facts, areas = one.facts, areas_of(one.facts.get("sqref", ""))
            guarded += areas
            stops = facts.get("showErrorMessage") in {"1", "true"}
            lax = not stops or facts.get("errorStyle", "stop") != "stop" or not facts.get("error")
            if areas and lax:
                yield Fault("The validation lets wrong values pass", leaf.name, areas[0].first)
            elif areas and not facts.get("prompt"):
                yield Fault("The validation has no input message", leaf.name, areas[0].first)
        for table, column, ref in input_columns(subject, leaf):
            place = parted(ref)
            if place and not any(area.holds(*place) for area in guarded):
                saw = f"The column {column!r} of {table.name} takes anything"
                yield Fault(saw, leaf.name, ref)


@INPUTS.rule(
    "I06",
    "Drop-down that is typed or has blanks",
    ours(_E, _I),
    wants="A drop-down reads a list by its name, without blanks at its end; with blanks Excel takes"
    " any value",
    fix="Put the words on Lists, name the range, and use the name",
    source="Excel's limits",
)
def _lists(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        for one in leaf.all("dataValidations", "dataValidation"):
            held, areas = one.child("formula1"), areas_of(one.facts.get("sqref", ""))
            if one.facts.get("type") != "list" or held is None or not areas:
                continue
            text, where = held.text.strip(), areas[0].first
            if text.startswith('"') and len(text) > _LONGEST_LIST + 2:
                saw = f"The list is typed, with {len(text) - 2} characters; Excel takes 255"
                yield Fault(saw, leaf.name, where)
            elif blank := _blank_end(subject, leaf, text):
                saw = f"The list {text} ends in the blank cell {blank}"
                yield Fault(saw, leaf.name, where)


def _blank_end(subject: Subject, leaf: Leaf, text: str) -> str:
    """Return the last cell of a list when it is blank."""
    named = {name.name.casefold(): name.refers for name in subject.book.names}
    refers = named.get(text.casefold(), text).replace("$", "")
    sheet, mark, cells = refers.rpartition("!")
    held = subject.leaf(sheet.strip("'").replace("''", "'")) if mark else leaf
    areas = areas_of(cells)
    if held is None or len(areas) != 1 or "(" in refers:
        return ""
    last = address(areas[0].bottom, areas[0].right)
    return "" if held.text(last) or last in held.sheet.cells.formulas else last


def _areas(leaf: Leaf, kind: str) -> list[Area]:
    """Return the areas of a sheet that have a validation of a kind."""
    return [
        area
        for one in leaf.all("dataValidations", "dataValidation")
        if one.facts.get("type") == kind
        for area in areas_of(one.facts.get("sqref", ""))
    ]


def _unsourced(leaf: Leaf) -> Iterator[Fault]:
    """Give the values of a table with units and sources that lack one of them."""
    for table, area in leaf.areas:
        names = [column.name for column in table.columns]
        if not {_VALUE, *_TOLD} <= set(names):
            continue
        for row in range(area.top + table.has_header, area.bottom + 1):
            value = address(row, area.left + names.index(_VALUE))
            for header in (names[0], *_TOLD) if leaf.text(value) else ():
                ref = address(row, area.left + names.index(header))
                if not leaf.text(ref).strip():
                    yield Fault(f"An input lacks its {header.lower()}", leaf.name, ref)
