"""Formulas: one per row, short, on one line, with no number typed in or over."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.lint.anatomy import Number
from xlbudget.workbook.lint.profile import Profile, ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject

FORMULAS = Family()
_E, _W, _I = Severity.FATAL, Severity.WARNING, Severity.INFORMATION
_LONGEST, _MOST_OPERANDS, _DEEPEST_IF = 100, 6, 2
_UNIVERSAL = frozenset({"0", "1", "12", "100", "1000", "2", "4", "10", "999", "9999"})
_PLACES = {  # arguments that count places, digits or kinds, and are no figures of a model
    **dict.fromkeys(("ROUND", "ROUNDUP", "ROUNDDOWN", "LEFT", "RIGHT", "MID", "REPT"), 1),
    **dict.fromkeys(("INDEX", "LARGE", "SMALL", "FIND", "SEARCH", "SUBSTITUTE", "TRUNC"), 1),
    **dict.fromkeys(("VLOOKUP", "HLOOKUP", "LOOKUP", "RANK", "LOG"), 1),
    **dict.fromkeys(("SUMIFS", "SUMIF", "COUNTIFS", "COUNTIF", "AVERAGEIFS", "AVERAGEIF"), 1),
    **dict.fromkeys(
        ("MATCH", "CHOOSE", "SUBTOTAL", "AGGREGATE", "DATE", "CHAR", "ADDRESS", "TIME"), 0
    ),
}
_LARGEST_STEP = 200
_SCRATCH = "Scratch"


@FORMULAS.rule(
    "F01",
    "Formula unlike its neighbors",
    ours(_E, _W),
    wants="A row of years, or a column of a table, has one formula from end to end",
    fix="Copy the formula of the cell beside it over it",
    source="FAST 3.02-01; ICAEW principle 12",
)
def _unlike(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        formulas = leaf.sheet.cells.formulas
        for ref, kind in leaf.outliers:
            if formula := formulas.get(ref):
                yield Fault(f"={formula[:80]} is unlike the formulas {kind} it", leaf.name, ref)


@FORMULAS.rule(
    "F02",
    "Number typed over a formula",
    ours(_E, _W),
    wants="A row or column of formulas holds no typed number",
    fix="Copy the formula of the cell beside it over the number; put the number among the inputs",
    source="FAST 3.01-01",
)
def _typed_over(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        for ref, kind in leaf.outliers:
            value = leaf.sheet.cells.values.get(ref)
            if ref not in leaf.sheet.cells.formulas and isinstance(value, float):
                yield Fault(
                    f"{value:g} is typed where the cells {kind} it calculate", leaf.name, ref
                )


@FORMULAS.rule(
    "F03",
    "Number inside a formula",
    ours(_E, _I),
    wants="Rates and amounts stand once, in a cell of their own; a formula names that cell",
    fix="Put the number on Assumptions with its unit and source, and name that cell",
    source="FAST 3.04-01; ICAEW principle 14",
)
def _constants(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in subject.patterns():
        parts = pattern.parts
        found = [number.text for number in parts.numbers if not _is_free(number)]
        if found and (parts.cells or parts.columns or parts.names):
            saw = f"={pattern.formula[:80]} holds the number {', '.join(dict.fromkeys(found))}"
            yield Fault(saw + pattern.also, leaf.name, pattern.where)


@FORMULAS.rule(
    "F04",
    "Long formula",
    ours(_I, _I),
    wants=f"A formula has at most {_LONGEST} characters, a reference counting as one, and"
    f" {_MOST_OPERANDS} operands, so that a person can check it; the locked formulas of our"
    " templates are checked by programs instead: Python and LibreOffice calculate each of them",
    fix="Part it into steps, each in a row or column of its own",
    source="FAST 3.03-01, 3.03-02; ICAEW principle 13",
)
def _long(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in subject.patterns():
        is_own = leaf.name in subject.roles and leaf.name != _SCRATCH
        is_locked = subject.looks.of(leaf.styles.get(pattern.where)).is_locked
        if subject.profile is not Profile.ANY and is_own and is_locked:
            continue
        parts = pattern.parts
        if parts.size > _LONGEST or parts.operands > _MOST_OPERANDS:
            saw = f"The formula has {parts.size} characters and {parts.operands} operands"
            yield Fault(saw + pattern.also, leaf.name, pattern.where)


@FORMULAS.rule(
    "F05",
    "Line break in a formula",
    ours(_E, _I),
    wants="A formula stands on one line: the rest of it is easily overlooked",
    fix="Take the line break out",
    source="FAST 3.03-03",
)
def _line_breaks(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in subject.patterns():
        if "\n" in pattern.formula or "\r" in pattern.formula:
            yield Fault(f"The formula has a line break{pattern.also}", leaf.name, pattern.where)


@FORMULAS.rule(
    "F06",
    "IF within IF within IF",
    ours(_E, _I),
    wants="One IF may stand in another, no more",
    fix="Use a lookup table, or flags of 0 and 1 in columns of their own",
    source="FAST 3.03-07",
)
def _nested(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in subject.patterns():
        depth = pattern.parts.if_depth
        if depth > _DEEPEST_IF:
            saw = f"={pattern.formula[:80]} has {depth} IFs one in another"
            yield Fault(saw + pattern.also, leaf.name, pattern.where)


@FORMULAS.rule(
    "F14",
    "Whole column or row",
    ours(_E, _W),
    wants="A reference takes in a table's column or an area, not all of a sheet's column",
    fix="Use the table's column, such as LineItems[Year 1]",
    source="spreadsheet-auditor; practice",
)
def _wide(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in subject.patterns():
        if wide := pattern.parts.wide:
            saw = f"={pattern.formula[:80]} takes in {wide[0]}{pattern.also}"
            yield Fault(saw, leaf.name, pattern.where)


def _is_free(number: Number) -> bool:
    first = _PLACES.get(number.call)
    plain = number.text.rstrip("0").rstrip(".") if "." in number.text else number.text
    is_step = plain.isdecimal() and int(plain) <= _LARGEST_STEP and number.is_step
    counts = first is not None and number.argument >= first
    return plain in _UNIVERSAL or is_step or counts
