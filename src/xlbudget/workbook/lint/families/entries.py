"""Entries: what people typed is of the right kind, of the right sign, and no hidden formula."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.sheets.plan import Role
from xlbudget.workbook.lint.area import address
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject

ENTRIES = Family()
_E, _W = Severity.FATAL, Severity.WARNING
_TYPED = frozenset({Role.INPUT, Role.DATA})
_AMOUNT = re.compile(
    r"(Unit |Last year's )?(price|quantity|setup)( .*)?|Prior amount|Flat benefit|Baseline cost"
    r"|Cost per student|Students|Service life|User hours"
    r"|(Amount|Planned|Actual|Payment|Allocation|Enrollment) \d+",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\bpositive\b", re.IGNORECASE)
_BARRED = ("=", "+", "@", "\t", "\r")
_CALLS = re.compile(r"-\S.*[(!|]")
_TEXT, _GENERAL = "@", "General"


@ENTRIES.rule(
    "I08",
    "Number stored as text, or id as number",
    ours(_E, _W),
    wants="Numbers are numbers: text counts as nothing in a sum; ids are text, which"
    " keeps their leading zeros",
    fix="Select the cells, and choose Convert to Number, or type them again; begin an id with an"
    " apostrophe",
    source="sheet-lint; state data files with text among numbers",
)
def _numbers_as_text(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        for table, area in leaf.areas:
            rows = range(area.top + table.has_header, area.bottom + 1)
            for column in range(area.left, area.right + 1):
                yield from _misplaced(subject, leaf, [address(row, column) for row in rows])


@ENTRIES.rule(
    "I11",
    "Sign not told, or negative amount",
    ours(_E),
    wants="Costs and savings are entered as positive amounts, what they are says the type; the"
    " first sheet says so",
    fix="Enter the amount without the minus sign; take the first sheet from the template again",
    source="ICAEW (sign convention); FAST",
)
def _signs(subject: Subject) -> Iterator[Fault]:
    front = subject.front
    said = front.sheet.cells.values.values() if front else ()
    if front and not any(isinstance(text, str) and _SIGN.search(text) for text in said):
        saw = f"{front.name} does not say that amounts are positive"
        yield Fault(saw, front.name, "A1")
    for leaf in subject.leaves:
        if subject.role(leaf) in _TYPED:
            yield from _negative(subject, leaf)


@ENTRIES.rule(
    "I12",
    "Text that begins like a formula",
    ours(_E, _W),
    wants="No text begins with = + @, a tab or a line break, or with a minus and a call: other"
    " programs would calculate it",
    fix="Begin the text with a letter",
    source="CWE-1236",
)
def _formula_text(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        formulas = leaf.sheet.cells.formulas
        for ref, value in leaf.sheet.cells.values.items():
            text = value if isinstance(value, str) else ""
            begins = text.startswith(_BARRED) or _CALLS.match(text)
            if begins and ref not in formulas and str(value).strip() not in _BARRED:
                yield Fault(f"The text begins like a formula: {str(value)[:40]!r}", leaf.name, ref)


def _misplaced(subject: Subject, leaf: Leaf, column: list[str]) -> Iterator[Fault]:
    """Give the texts in a column of numbers, and the numbers in a column of texts."""
    values, formulas, styles = leaf.sheet.cells.values, leaf.sheet.cells.formulas, leaf.styles
    typed = {ref: values[ref] for ref in column if values.get(ref) is not None}
    typed = {ref: value for ref, value in typed.items() if ref not in formulas}
    if not typed:
        return
    counts = Counter(styles[ref] for ref in column if ref in styles)
    usual = subject.looks.of(counts.most_common(1)[0][0]).number if counts else _GENERAL
    numbers = sum(isinstance(value, float) for value in typed.values())
    takes_numbers = usual not in {_TEXT, _GENERAL} or numbers * 2 >= len(typed)
    for ref, value in typed.items():
        if isinstance(value, str) and takes_numbers and _is_number(value):
            yield Fault(f"{value!r} is text, and looks like a number", leaf.name, ref)
        elif isinstance(value, float) and subject.looks.of(styles.get(ref)).number == _TEXT:
            yield Fault(f"{value:g} is a number in a column of text, such as ids", leaf.name, ref)


def _negative(subject: Subject, leaf: Leaf) -> Iterator[Fault]:
    for table, area in leaf.areas:
        for i, column in enumerate(table.columns):
            if not _AMOUNT.fullmatch(column.name):
                continue
            for row in range(area.top + 1, area.bottom + 1):
                ref = address(row, area.left + i)
                value = leaf.sheet.cells.values.get(ref)
                is_typed = not subject.looks.of(leaf.styles.get(ref)).is_locked
                if is_typed and isinstance(value, float) and value < 0:
                    yield Fault(f"The {column.name.lower()} is {value:,.2f}", leaf.name, ref)


def _is_number(text: str) -> bool:
    plain = text.strip().replace(",", "").removeprefix("$").removesuffix("%").strip()
    if plain[:1] == "0" and len(plain) > 1 and "." not in plain:
        return False
    try:
        float(plain)
    except ValueError:
        return False
    return plain[-1:].isdecimal()
