"""Inputs: one place each, guarded, of the right kind; and what people typed into them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.sheets.plan import Role
from xlbudget.workbook.lint.area import Area, address, areas_of
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.profile import Profile, only, ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read import Table
from xlbudget.workbook.read.address import parted

INPUTS = Family()
_E, _W, _I = Severity.FATAL, Severity.WARNING, Severity.INFORMATION
_LINES, _LINE, _SCRATCH = "LineItems", "Line", "Scratch"
_TYPED = frozenset({Role.INPUT, Role.DATA})
_KEPT = frozenset(role for role in Role if role not in _TYPED) - {Role.CHECK}
_CHOSEN = ("Goal 1", "Source 1", "Category", "Area", "Cost type", "Need", "Status")
_MONEY = ("Unit price", "Quantity", "Unit setup", "Prior amount", "Planned", "Actual")
_AMOUNT = re.compile(r"Unit price|Quantity|Unit setup|Prior amount|(?:Amount|Planned|Actual) .*")
_LEAST_WORDS, _LONGEST_LIST = 15, 255
_BARRED = ("=", "+", "@", "\t", "\r")


@INPUTS.rule(
    "I01",
    "Input outside of a table",
    ours(_E),
    wants="Each input stands in a table, with a header that says what it is and in which unit",
    fix="Lock the cell (Format Cells > Protection), or move the input into the table",
    source="FAST 2.04-02; ICAEW principle 10",
)
def _stray(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        if leaf.name == _SCRATCH or not leaf.tables:
            continue
        for ref, place in _open_cells(subject, leaf):
            inside = any(area.holds(*place) for _, area in leaf.areas)
            if not inside and leaf.text(ref):
                yield Fault("The cell is open to entry, and stands in no table", leaf.name, ref)


@INPUTS.rule(
    "I02",
    "Input and formula mixed up",
    ours(_E),
    wants="Cells for entry are unlocked and have the style Input; cells with formulas are locked",
    fix="Copy the format of a sound cell of the same column over it (Format Painter)",
    source="ICAEW principle 20; ECMA-376, built-in styles 20 to 24",
)
def _mixed(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        styles, formulas = leaf.styles, leaf.sheet.cells.formulas
        if leaf.name == _SCRATCH:
            continue
        for ref in formulas:
            if not subject.looks.of(styles.get(ref)).is_locked:
                yield Fault("The cell has a formula, and is not locked", leaf.name, ref)
        for ref, _ in _open_cells(subject, leaf):
            look = subject.looks.of(styles[ref])
            if look.style != "Input" and ref not in formulas:
                saw = f"The cell is open to entry, and has the style {look.style or 'of no name'}"
                yield Fault(saw, leaf.name, ref)


@INPUTS.rule(
    "I03",
    "Sheet not protected, or with a password",
    ours(_E),
    wants="Calculations and outputs are protected against slips, without a password; tables that"
    " grow stand on unprotected sheets of the district's workbook",
    fix="Protect the sheet without a password (Review > Protect Sheet)",
    source="ICAEW principle 20 (restriction, not secrecy)",
)
def _protection(subject: Subject) -> Iterator[Fault]:
    everywhere = subject.profile is Profile.SCHOOL
    for leaf in subject.leaves:
        held = leaf.all("sheetProtection")
        facts = held[0].facts if held else {}
        wanted = subject.role(leaf) in _KEPT or everywhere
        if wanted and facts.get("sheet") not in {"1", "true"} and leaf.name != _SCRATCH:
            yield Fault("The sheet is not protected", leaf.name, "A1")
        if facts.get("password") or facts.get("hashValue"):
            yield Fault("The sheet is protected with a password", leaf.name, "A1")


@INPUTS.rule(
    "I04",
    "Structure not locked",
    only(Profile.SCHOOL, severity=_E),
    wants="The tabs of a school's workbook cannot be renamed, moved or deleted",
    fix="Lock the structure (Review > Protect Workbook)",
    source="ISBE budget form instructions",
)
def _structure(subject: Subject) -> Iterator[Fault]:
    if not subject.locks_structure:
        yield Fault("The structure of the workbook is not locked")


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
        for table, column, ref in _input_columns(subject, leaf):
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


@INPUTS.rule(
    "I07",
    "Choice without a drop-down",
    ours(_E),
    wants="Goal, source, area, category, type, need and status are chosen from a list",
    fix="Take the column's validation from the template again",
    source="Future Ready Schools (funding linked to plans)",
)
def _choices(subject: Subject) -> Iterator[Fault]:
    for leaf, table, area in _tables(subject, _LINES):
        lists = [
            held
            for one in leaf.all("dataValidations", "dataValidation")
            if one.facts.get("type") == "list"
            for held in areas_of(one.facts.get("sqref", ""))
        ]
        for i, column in enumerate(table.columns):
            place = (area.top + 1, area.left + i)
            if column.name in _CHOSEN and not any(held.holds(*place) for held in lists):
                saw = f"The column {column.name!r} has no drop-down"
                yield Fault(saw, leaf.name, address(*place))


@INPUTS.rule(
    "I08",
    "Number stored as text",
    ours(_E, _W),
    wants="Numbers are numbers: text counts as nothing in a sum; ids stay text",
    fix="Select the cells, and choose Convert to Number, or type them again",
    source="sheet-lint; state data files with text among numbers",
)
def _numbers_as_text(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        values, styles, grid = leaf.sheet.cells.values, leaf.styles, leaf.grid
        for table, area in leaf.areas:
            for column in range(area.left, area.right + 1):
                refs = [
                    ref
                    for row in range(area.top + table.has_header, area.bottom + 1)
                    if (ref := grid.get((row, column))) and ref not in leaf.sheet.cells.formulas
                ]
                numbers = sum(isinstance(values[ref], float) for ref in refs)
                for ref in refs:
                    value, look = values[ref], subject.looks.of(styles.get(ref))
                    expected = look.number not in {"@", "General"} or numbers * 2 >= len(refs)
                    if isinstance(value, str) and expected and _is_number(value):
                        yield Fault(f"{value!r} is text, and looks like a number", leaf.name, ref)


@INPUTS.rule(
    "I09",
    "Line id twice or missing",
    ours(_E),
    wants="Each line has an id that no other has: it is known by it in every report",
    fix="Give each line an id of its own",
    source="sheet-lint, duplicate_key",
)
def _ids(subject: Subject) -> Iterator[Fault]:
    for leaf, cells in _line_rows(subject):
        ref, line = cells.get(_LINE, ("", ""))
        if not line.strip() and cells.get("Description", ("", ""))[1]:
            yield Fault("A line has a description, and no id", leaf.name, ref)
    seen: dict[str, str] = {}
    for leaf, cells in _line_rows(subject):
        ref, line = cells.get(_LINE, ("", ""))
        key = line.strip().casefold()
        if key and key in seen:
            yield Fault(f"The id {line} stands in {seen[key]} already", leaf.name, ref)
        seen.setdefault(key, ref)


@INPUTS.rule(
    "I10",
    "Line without a reason",
    ours(_W),
    wants=f"Each line that costs something says why, in {_LEAST_WORDS} characters or more",
    fix="Write one sentence that names whom it serves",
    source="Future Ready Schools (all expenditures must be justified)",
)
def _reasons(subject: Subject) -> Iterator[Fault]:
    for leaf, cells in _line_rows(subject):
        line, (ref, why) = cells.get(_LINE, ("", ""))[1], cells.get("Justification", ("", ""))
        costs = any(cells.get(name, ("", ""))[1] not in {"", "0.0"} for name in _MONEY[:2])
        if line and costs and len(why.strip()) < _LEAST_WORDS:
            yield Fault(f"Line {line} says {why!r} as its reason", leaf.name, ref)


@INPUTS.rule(
    "I11",
    "Negative amount",
    ours(_E),
    wants="Costs and savings are entered as positive amounts; About says so",
    fix="Enter the amount without the minus sign",
    source="ICAEW (sign convention); FAST",
)
def _signs(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        if subject.role(leaf) not in _TYPED:
            continue
        for table, area in leaf.areas:
            for i, column in enumerate(table.columns):
                if not _AMOUNT.fullmatch(column.name):
                    continue
                for row in range(area.top + 1, area.bottom + 1):
                    ref = address(row, area.left + i)
                    value = leaf.sheet.cells.values.get(ref)
                    if isinstance(value, float) and value < 0:
                        saw = f"The {column.name.lower()} is {value:,.2f}"
                        yield Fault(saw, leaf.name, ref)


@INPUTS.rule(
    "I12",
    "Text that begins like a formula",
    ours(_E, _W),
    wants="No text begins with = + @, a tab or a line break: other programs would calculate it",
    fix="Begin the text with a letter",
    source="CWE-1236",
)
def _formula_text(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        formulas = leaf.sheet.cells.formulas
        for ref, value in leaf.sheet.cells.values.items():
            begins = isinstance(value, str) and value.startswith(_BARRED)
            if begins and ref not in formulas and str(value).strip() not in _BARRED:
                yield Fault(f"The text begins like a formula: {str(value)[:40]!r}", leaf.name, ref)


def _open_cells(subject: Subject, leaf: Leaf) -> Iterator[tuple[str, tuple[int, int]]]:
    """Give the unlocked cells of a sheet."""
    styles = leaf.styles
    open_styles = {style for style in set(styles.values()) if not subject.looks.of(style).is_locked}
    for ref, style in styles.items():
        if style in open_styles and (place := parted(ref)):
            yield ref, place


def _input_columns(subject: Subject, leaf: Leaf) -> Iterator[tuple[Table, str, str]]:
    """Give the columns of a sheet's tables whose first data cell is open to entry."""
    styles = leaf.styles
    for table, area in leaf.areas:
        for i, column in enumerate(table.columns):
            ref = address(area.top + table.has_header, area.left + i)
            if ref in styles and not subject.looks.of(styles[ref]).is_locked:
                yield table, column.name, ref


def _tables(subject: Subject, name: str) -> Iterator[tuple[Leaf, Table, Area]]:
    for leaf in subject.leaves:
        for table, area in leaf.areas:
            if table.name == name:
                yield leaf, table, area


def _line_rows(subject: Subject) -> Iterator[tuple[Leaf, dict[str, tuple[str, str]]]]:
    """Give each row of the lines: address and text by header."""
    for leaf, table, area in _tables(subject, _LINES):
        wanted = {_LINE, "Description", "Justification", *_MONEY}
        columns = [(i, one.name) for i, one in enumerate(table.columns) if one.name in wanted]
        for row in range(area.top + 1, area.bottom + 1):
            cells = {}
            for i, name in columns:
                ref = address(row, area.left + i)
                cells[name] = (ref, leaf.text(ref))
            yield leaf, cells


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


def _is_number(text: str) -> bool:
    plain = text.strip().replace(",", "").removeprefix("$").removesuffix("%").strip()
    if plain[:1] == "0" and len(plain) > 1 and "." not in plain:
        return False
    try:
        float(plain)
    except ValueError:
        return False
    return plain[-1:].isdecimal()
