"""Formulas: one per row, short, with no number typed in, none that hides, jumps or circles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.sheets.plan import Role
from xlbudget.workbook.lint.anatomy import ARITHMETIC, Number, anatomy
from xlbudget.workbook.lint.leaf import Leaf, Pattern
from xlbudget.workbook.lint.profile import Profile, only, ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject

FORMULAS = Family()
_E, _W, _I = Severity.FATAL, Severity.WARNING, Severity.INFORMATION
_FAST, _ICAEW = "FAST", "ICAEW"
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
_JUMPY = frozenset(
    {"OFFSET", "INDIRECT", "NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "INFO", "CELL"}
)
_NEWER = frozenset(
    [
        "LET",
        "LAMBDA",
        "XLOOKUP",
        "XMATCH",
        "FILTER",
        "SORT",
        "SORTBY",
        "UNIQUE",
        "SEQUENCE",
        "RANDARRAY",
        "TEXTJOIN",
        "CONCAT",
        "IFS",
        "SWITCH",
        "MAXIFS",
        "MINIFS",
        "TEXTSPLIT",
        "TEXTBEFORE",
        "TEXTAFTER",
        "VSTACK",
        "HSTACK",
        "TOCOL",
        "TOROW",
        "WRAPCOLS",
        "WRAPROWS",
        "TAKE",
        "DROP",
        "CHOOSECOLS",
        "CHOOSEROWS",
        "EXPAND",
        "BYROW",
        "BYCOL",
        "MAP",
        "REDUCE",
        "SCAN",
        "MAKEARRAY",
        "ISOMITTED",
        "VALUETOTEXT",
        "ARRAYTOTEXT",
        "STOCKHISTORY",
        "IMAGE",
        "GROUPBY",
        "PIVOTBY",
    ]
)
_TENS = re.compile(r",-\d+\)")
_LINK = re.compile(r"(?:('(?:[^']|'')*'|[\w.]+)!)?\$?([A-Z]{1,3})\$?(\d+)")
_LOOKUPS = frozenset(
    {"SMALL", "LARGE", "MATCH", "INDEX", "VLOOKUP", "HLOOKUP", "LOOKUP", "FIND", "SEARCH"}
)
_SUMS = frozenset({"SUM", "SUMIF", "SUMIFS", "SUMPRODUCT"})
_LEAST_SHARED, _LARGEST_STEP = 12, 200


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
    for leaf, pattern in _patterns(subject):
        parts = anatomy(pattern.formula)
        found = [number.text for number in parts.numbers if not _is_free(number)]
        if found and (parts.cells or parts.columns or parts.names):
            saw = f"={pattern.formula[:80]} holds the number {', '.join(dict.fromkeys(found))}"
            yield Fault(saw + pattern.also, leaf.name, pattern.where)


@FORMULAS.rule(
    "F04",
    "Long formula",
    only(Profile.ANY, severity=_I),
    wants=f"A formula has at most {_LONGEST} characters, a reference counting as one, and"
    f" {_MOST_OPERANDS} operands, so that a person can check it",
    fix="Part it into steps, each in a row or column of its own",
    source="FAST 3.03-01, 3.03-02; ICAEW principle 13",
)
def _long(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in _patterns(subject):
        parts = anatomy(pattern.formula)
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
    for leaf, pattern in _patterns(subject):
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
    for leaf, pattern in _patterns(subject):
        depth = anatomy(pattern.formula).if_depth
        if depth > _DEEPEST_IF:
            saw = f"={pattern.formula[:80]} has {depth} IFs one in another"
            yield Fault(saw + pattern.also, leaf.name, pattern.where)


@FORMULAS.rule(
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


@FORMULAS.rule(
    "F08",
    "NPV or a bare IRR",
    ours(_E, _I),
    wants="A present value has a row of factors that says when money flows; NPV() takes the first"
    " amount as a year away, and IRR() may have several answers or none",
    fix="Multiply by factors (1+rate)^-year, or use XLB_NPV and XLB_IRR",
    source="FAST 4.01-02",
)
def _npv(subject: Subject) -> Iterator[Fault]:
    yield from _calls(subject, frozenset({"NPV", "IRR"}))


@FORMULAS.rule(
    "F09",
    "CHOOSE for a scenario",
    ours(_W, _I),
    wants="A scenario is picked from a row or column by INDEX",
    fix="Put the cases side by side and use INDEX",
    source="FAST 4.01-01",
)
def _choose(subject: Subject) -> Iterator[Fault]:
    yield from _calls(subject, frozenset({"CHOOSE"}))


@FORMULAS.rule(
    "F10",
    "Function or array that older programs lack",
    ours(_E),
    wants="A template calculates in Excel 2016 and LibreOffice: no arrays, no newer functions, no"
    " functions of an add-in",
    fix="Use functions of Excel 2016, such as INDEX, MATCH, SUMIFS, SUMPRODUCT",
    source="FAST 3.03-04, 3.03-09",
)
def _newer(subject: Subject) -> Iterator[Fault]:
    yield from _calls(subject, _NEWER)
    for leaf in subject.leaves:
        for ref, area in leaf.sheet.cells.arrays.items():
            yield Fault(f"An array formula fills {area}", leaf.name, ref)
        for pattern in leaf.patterns:
            own = [name for name in anatomy(pattern.formula).calls if name.startswith("XLB_")]
            if own:
                saw = f"={pattern.formula[:80]} calls {own[0]}, which needs the add-in"
                yield Fault(saw + pattern.also, leaf.name, pattern.where)


@FORMULAS.rule(
    "F11",
    "Link to a link",
    ours(_W, _I),
    wants="A link leads to where the figure is made, not to another link",
    fix="Point it to the first cell of the chain",
    source="FAST 3.06-02",
)
def _chains(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in _patterns(subject):
        target = _target(subject, leaf, pattern.formula)
        if target is None:
            continue
        further = _target(subject, target[0], target[0].sheet.cells.formulas.get(target[1], ""))
        if further and not leaf.name == target[0].name == further[0].name:
            saw = f"={pattern.formula} leads to {target[0].name}!{target[1]}, itself a link"
            yield Fault(saw + pattern.also, leaf.name, pattern.where)


@FORMULAS.rule(
    "F12",
    "Calculated twice",
    ours(_W, _I),
    wants="Each figure is calculated once; where else it is needed, a link leads there",
    fix="Keep the first, and let the second be a link to it",
    source="FAST 1.01-07; ICAEW principle 15",
)
def _twice(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        seen: dict[str, str] = {}
        for ref, formula in leaf.sheet.cells.formulas.items():
            if len(formula) < _LEAST_SHARED or "[" in formula or '"' in formula:
                continue
            parts = anatomy(formula)
            if formula in seen and parts.calls and any(":" in text for _, text in parts.cells):
                saw = f"={formula[:80]} is calculated in {seen[formula]} already"
                yield Fault(saw, leaf.name, ref)
            seen.setdefault(formula, ref)


@FORMULAS.rule(
    "F14",
    "Whole column or row",
    ours(_E, _W),
    wants="A reference takes in a table's column or an area, not all of a sheet's column",
    fix="Use the table's column, such as LineItems[Year 1]",
    source="spreadsheet-auditor; practice",
)
def _wide(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in _patterns(subject):
        if wide := anatomy(pattern.formula).wide:
            saw = f"={pattern.formula[:80]} takes in {wide[0]}{pattern.also}"
            yield Fault(saw, leaf.name, pattern.where)


@FORMULAS.rule(
    "F16",
    "Error that is hidden",
    ours(_W, _I),
    wants="IFERROR stands around a lookup that may find nothing, and around nothing else: it would"
    " hide real faults",
    fix="Test for the one case that is expected, such as a zero divisor, with IF",
    source="spreadsheet-auditor, IFERROR_MASK",
)
def _masked(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in _patterns(subject):
        calls = anatomy(pattern.formula).calls
        if {"IFERROR", "IFNA"} & set(calls) and not _LOOKUPS & set(calls):
            saw = f"={pattern.formula[:80]} hides any error{pattern.also}"
            yield Fault(saw, leaf.name, pattern.where)


@FORMULAS.rule(
    "F17",
    "Rounded too soon",
    ours(_W, _I),
    wants="Money is rounded to the cent, and to less only in words: rounded figures do not add up",
    fix="Round to 2 digits, and let the number format show fewer",
    source="FAST 4.01-04; ICAEW (unnecessary rounding)",
)
def _rounded(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in _patterns(subject):
        parts = anatomy(pattern.formula)
        coarse = any(
            number.call == "ROUND" and number.argument == 1 and number.text in {"0", "1"}
            for number in parts.numbers
        )
        adds = _SUMS & set(parts.calls) and "&" not in parts.signs
        if adds and (coarse or _TENS.search(pattern.formula)):
            saw = f"={pattern.formula[:80]} rounds a figure to whole units or tens"
            yield Fault(saw + pattern.also, leaf.name, pattern.where)


@FORMULAS.rule(
    "F18",
    "Reckoning across sheets",
    ours(_W, _I),
    wants="A figure of another sheet is fetched by a link or a table's column, then reckoned with",
    fix="Put a link to the figure on this sheet, and reckon with the link",
    source="FAST 2.02",
)
def _across(subject: Subject) -> Iterator[Fault]:
    for leaf, pattern in _patterns(subject):
        parts = anatomy(pattern.formula)
        foreign = [text for sheet, text in parts.cells if sheet and sheet != leaf.name]
        if subject.role(leaf) == Role.CHECK:
            continue  # a check is there to compare sheets
        if len(foreign) > 1 and parts.signs & ARITHMETIC and not parts.calls:
            saw = f"={pattern.formula[:80]} reckons with cells of other sheets{pattern.also}"
            yield Fault(saw, leaf.name, pattern.where)


def _patterns(subject: Subject) -> Iterator[tuple[Leaf, Pattern]]:
    return ((leaf, pattern) for leaf in subject.leaves for pattern in leaf.patterns)


def _calls(subject: Subject, barred: frozenset[str]) -> Iterator[Fault]:
    for leaf, pattern in _patterns(subject):
        found = [name for name in anatomy(pattern.formula).calls if name in barred]
        if found:
            saw = f"={pattern.formula[:80]} calls {found[0]}{pattern.also}"
            yield Fault(saw, leaf.name, pattern.where)


def _is_free(number: Number) -> bool:
    first = _PLACES.get(number.call)
    plain = number.text.rstrip("0").rstrip(".") if "." in number.text else number.text
    is_step = plain.isdecimal() and int(plain) <= _LARGEST_STEP and number.is_step
    counts = first is not None and number.argument >= first
    return plain in _UNIVERSAL or is_step or counts


def _target(subject: Subject, leaf: Leaf, formula: str) -> tuple[Leaf, str] | None:
    """Return the cell that a formula is nothing but a link to."""
    found = _LINK.fullmatch(formula)
    if found is None:
        return None
    sheet = subject.leaf(found[1].strip("'").replace("''", "'")) if found[1] else leaf
    return (sheet, f"{found[2]}{found[3]}") if sheet else None
