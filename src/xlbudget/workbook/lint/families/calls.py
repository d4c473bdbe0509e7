"""Functions: none that jumps, changes by itself, hides, or that other programs lack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.lint.anatomy import anatomy
from xlbudget.workbook.lint.known_functions import IN_EXCEL_2016
from xlbudget.workbook.lint.leaf import Leaf, Pattern
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read.address import parted

CALLS = Family()
_E, _W, _I = Severity.FATAL, Severity.WARNING, Severity.INFORMATION
_JUMPY = frozenset(
    {"OFFSET", "INDIRECT", "NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "INFO", "CELL"}
)
_TENS = re.compile(r",-\d+\)")
_LOOKUPS = frozenset(
    {"SMALL", "LARGE", "MATCH", "INDEX", "VLOOKUP", "HLOOKUP", "LOOKUP", "FIND", "SEARCH"}
)
_SUMS = frozenset({"SUM", "SUMIF", "SUMIFS", "SUMPRODUCT"})
_SIGN_TESTS = frozenset({"SIGN", "COUNTIF", "COUNTIFS", "SUMIF"})


@CALLS.rule(
    "F07",
    "Function that jumps or changes by itself",
    ours(_E, _W),
    wants="The same inputs give the same figures, and Excel shows where a figure comes from: no"
    " OFFSET, INDIRECT, NOW, TODAY or RAND",
    fix="Use INDEX in place of OFFSET and INDIRECT; type the date among the inputs",
    source="FAST 4.01-03",
)
def _volatile(subject: Subject) -> Iterator[Fault]:
    yield from _calls(subject, _JUMPY)


@CALLS.rule(
    "F08",
    "NPV or a bare IRR",
    ours(_E, _I),
    wants="A present value has a row of factors that says when money flows; NPV() takes the first"
    " amount as a year away, and IRR() may have several answers or none, unless a cell beside it"
    " counts how often the sign of the flows changes",
    fix="Multiply by factors (1+rate)^-year, or use XLB_NPV and XLB_IRR",
    source="FAST 4.01-02",
)
def _npv(subject: Subject) -> Iterator[Fault]:
    yield from _calls(subject, frozenset({"NPV"}))
    for leaf, pattern in subject.patterns():
        if "IRR" in pattern.parts.calls and not _is_tested(leaf, pattern):
            saw = f"={pattern.formula[:80]} calls IRR{pattern.also}"
            yield Fault(saw, leaf.name, pattern.where)


@CALLS.rule(
    "F09",
    "CHOOSE for a scenario",
    ours(_W, _I),
    wants="A scenario is picked from a row or column by INDEX",
    fix="Put the cases side by side and use INDEX",
    source="FAST 4.01-01",
)
def _choose(subject: Subject) -> Iterator[Fault]:
    yield from _calls(subject, frozenset({"CHOOSE"}))


@CALLS.rule(
    "F10",
    "Function or array that older programs lack",
    ours(_E),
    wants="A template calculates in Excel 2016 and LibreOffice: no arrays, no newer functions, no"
    " functions of an add-in or macro",
    fix="Use functions of Excel 2016, such as INDEX, MATCH, SUMIFS, SUMPRODUCT",
    source="FAST 3.03-04, 3.03-09",
)
def _newer(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        for ref, area in leaf.sheet.cells.arrays.items():
            yield Fault(f"An array formula fills {area}", leaf.name, ref)
    for leaf, pattern in subject.patterns():
        lacking = [name for name in pattern.parts.calls if name not in IN_EXCEL_2016]
        if lacking:
            why = (
                "which needs the add-in"
                if lacking[0].startswith("XLB_")
                else "which Excel 2016 lacks"
            )
            saw = f"={pattern.formula[:80]} calls {lacking[0]}, {why}{pattern.also}"
            yield Fault(saw, leaf.name, pattern.where)


@CALLS.rule(
    "F16",
    "Error that is hidden",
    ours(_W, _I),
    wants="IFERROR stands around a lookup that may find nothing, and around nothing else: it would"
    " hide real faults",
    fix="Test for the one case that is expected, such as a zero divisor, with IF",
    source="spreadsheet-auditor, IFERROR_MASK",
)
def _masked(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in subject.patterns():
        calls = pattern.parts.calls
        if {"IFERROR", "IFNA"} & set(calls) and not _LOOKUPS & set(calls):
            saw = f"={pattern.formula[:80]} hides any error{pattern.also}"
            yield Fault(saw, leaf.name, pattern.where)


@CALLS.rule(
    "F17",
    "Rounded too soon",
    ours(_W, _I),
    wants="Money is rounded to the cent, and to less only in words: rounded figures do not add up",
    fix="Round to 2 digits, and let the number format show fewer",
    source="FAST 4.01-04; ICAEW (unnecessary rounding)",
)
def _rounded(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in subject.patterns():
        parts = pattern.parts
        coarse = any(
            number.call == "ROUND" and number.argument == 1 and number.text in {"0", "1"}
            for number in parts.numbers
        )
        adds = _SUMS & set(parts.calls) and "&" not in parts.signs
        if adds and (coarse or _TENS.search(pattern.formula)):
            saw = f"={pattern.formula[:80]} rounds a figure to whole units or tens"
            yield Fault(saw + pattern.also, leaf.name, pattern.where)


def _calls(subject: Subject, barred: frozenset[str]) -> Iterator[Fault]:
    for leaf, pattern in subject.patterns():
        found = [name for name in pattern.parts.calls if name in barred]
        if found:
            saw = f"={pattern.formula[:80]} calls {found[0]}{pattern.also}"
            yield Fault(saw, leaf.name, pattern.where)


def _is_tested(leaf: Leaf, pattern: Pattern) -> bool:
    """Return whether a cell beside a rate of return, or it itself, looks at the signs of flows."""
    place = parted(pattern.where)
    beside = ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0))
    refs = (leaf.grid.get((place[0] + i, place[1] + j), "") for i, j in beside) if place else ()
    near = (anatomy(leaf.sheet.cells.formulas.get(ref, "")) for ref in refs)
    flows = {text for _, text in pattern.parts.cells}
    return any(
        _SIGN_TESTS & set(one.calls) and flows & {text for _, text in one.cells} for one in near
    )
