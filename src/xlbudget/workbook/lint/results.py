"""Results and names: no circles, no errors, nothing out of date, no name for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.lint.circles import circles
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.stored import differing
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read import NOT_CALCULATED, ErrorValue

RESULTS = Family()
_E, _W = Severity.FATAL, Severity.WARNING


@RESULTS.rule(
    "F13",
    "Circular formulas",
    ours(_E, _E),
    wants="No formula depends on its own result, and calculation in rounds is off",
    fix="Follow the formula's precedents (Formulas > Trace Precedents) and break the circle",
    source="FAST 1.01-11; ICAEW",
)
def _circular(subject: Subject) -> Iterator[Fault]:
    calculation = subject.contents.root.child("calcPr")
    if calculation and calculation.facts.get("iterate") in {"1", "true"}:
        yield Fault("The workbook calculates in rounds, which hides circles")
    for circle in circles(subject):
        (sheet, ref), count = circle[0], len(circle)
        steps = " > ".join(f"{name}!{cell}" for name, cell in circle[:4])
        yield Fault(f"The formula depends on itself over {count} cells: {steps}", sheet, ref)


@RESULTS.rule(
    "F15",
    "Error in a cell",
    ours(_E, _E),
    wants="No cell shows an error; every total that uses it is an error too",
    fix="Look at the cells that it uses; enter what is missing",
    source="ICAEW",
)
def _errors(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        formulas = leaf.sheet.cells.formulas
        for ref, value in leaf.sheet.cells.values.items():
            if isinstance(value, ErrorValue):
                yield Fault(f"The cell shows {value}", leaf.name, ref)
            elif ref in formulas and "#REF!" in formulas[ref]:
                yield Fault(f"={formulas[ref][:80]} has lost a reference", leaf.name, ref)


@RESULTS.rule(
    "F19",
    "Result missing or out of date",
    ours(_E, _W),
    wants="Each formula has its result stored beside it: viewers and other programs show that",
    fix="Open the workbook in Excel or LibreOffice, calculate (F9), and save it",
    source="viewers and pandas read stored results",
)
def _stored(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        values = leaf.sheet.cells.values
        empty = [ref for ref in leaf.sheet.cells.formulas if values[ref] is NOT_CALCULATED]
        if empty:
            saw = f"{len(empty):,} formulas have no stored result, this the first"
            yield Fault(saw, leaf.name, empty[0])
    for sheet, ref, told in differing(subject):
        yield Fault(told, sheet, ref)


@RESULTS.rule(
    "F20",
    "Name that is broken or local",
    ours(_E, _W),
    wants="A defined name stands for something that is there, for the whole workbook",
    fix="Delete the name, or define it anew for the workbook (Formulas > Name Manager)",
    source="FAST 4.03-01, 4.03-02; ICAEW",
)
def _names(subject: Subject) -> Iterator[Fault]:
    for name in subject.book.names:
        if "#REF!" in name.refers:
            yield Fault(f"The name {name.name} has lost what it stood for")
        elif name.sheet is not None and not name.name.startswith(("_xlnm.", "_xl")):
            yield Fault(f"The name {name.name} is known to one sheet only", name.sheet or "")
