"""Results and names: no circles, no errors, nothing out of date, no name for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.lint.circles import circles
from xlbudget.workbook.lint.profile import Profile, ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.stored import differing, unlike
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read import NOT_CALCULATED, ErrorValue

RESULTS = Family()
_E, _W = Severity.FATAL, Severity.WARNING
NAMES = "Names"


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
    wants="Each formula has its result stored beside it, and the result is what the formula gives:"
    " viewers and other programs show what is stored",
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
    found = unlike(subject) if subject.recalculated else differing(subject)
    for sheet, ref, told in found:
        yield Fault(told, sheet, ref)


@RESULTS.rule(
    "F20",
    "Name that is broken, local or unexplained",
    ours(_E, _W),
    wants="A defined name stands for something that is there, for the whole workbook, and the table"
    " Names says what it is for",
    fix="Delete the name, or define it anew for the workbook (Formulas > Name Manager), and write"
    " into the table Names what it is for",
    source="FAST 4.03-01, 4.03-02; ICAEW",
)
def _names(subject: Subject) -> Iterator[Fault]:
    told = {name.casefold() for (name,) in subject.rows_of(NAMES, "Name")}
    for name in subject.book.names:
        is_own = name.name.startswith(("_xlnm.", "_xl"))
        if "#REF!" in name.refers:
            yield Fault(f"The name {name.name} has lost what it stood for")
        elif name.sheet is not None and not is_own:
            yield Fault(f"The name {name.name} is known to one sheet only", name.sheet or "")
        elif not (is_own or subject.profile is Profile.ANY or name.name.casefold() in told):
            yield Fault(f"The table {NAMES} does not say what the name {name.name} is for")
