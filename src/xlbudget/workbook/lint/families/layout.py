"""Layout: no merged cells, whole tables, a title on every sheet, one look per column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.sheets.plan import Role
from xlbudget.workbook.lint.area import address
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.profile import Profile, ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read.address import letters_of

LAYOUT = Family()
_E, _W, _I = Severity.FATAL, Severity.WARNING, Severity.INFORMATION
_TABLE = re.compile(
    r"(table|tabelle|tableau|tabla|tabella|tabel|__anonymous_\w*)_?\d*", re.IGNORECASE
)
_NAMED_SHARE = 0.95
_FREE = "Scratch"
_DECIMALS = re.compile(r"0(?:\.(0+))?")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


@LAYOUT.rule(
    "L01",
    "Merged cells",
    ours(_E, _W),
    wants="No cells are merged: sorting, filtering, pasting and screen readers stumble over them",
    fix="Unmerge them, and use Center Across Selection if you must",
    source="FAST 4.02-02; Microsoft accessibility checker; UK Analysis Function",
)
def _merged(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        for one in leaf.all("mergeCells", "mergeCell"):
            ref = one.facts.get("ref", "")
            yield Fault(f"The cells {ref} are merged", leaf.name, ref.partition(":")[0])


@LAYOUT.rule(
    "L02",
    "Table without a good name or headers",
    ours(_E, _W),
    wants="What is entered stands in a table, which has a name that says what it holds, and one"
    " header row of different words",
    fix="Make a table of the cells (Insert > Table), name it (Table Design > Table Name), and give"
    " each column a header",
    source="UK Analysis Function, tables 1, 2, 5; US AED COP 5",
)
def _tables(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        if subject.role(leaf) in {Role.INPUT, Role.DATA} and not leaf.areas and leaf.name != _FREE:
            yield Fault("A sheet for entry has no table", leaf.name, "A1")
        for table, area in leaf.areas:
            if _TABLE.fullmatch(table.name):
                yield Fault(f"The table is called {table.name}", leaf.name, area.first)
            if not table.has_header:
                yield Fault(f"The table {table.name} has no header row", leaf.name, area.first)
            counts = Counter(column.name.strip().casefold() for column in table.columns)
            for i, column in enumerate(table.columns):
                ref, name = address(area.top, area.left + i), column.name.strip()
                if not name or re.fullmatch(r"Column\d+", name):
                    yield Fault(
                        f"A column of {table.name} has no header of its own", leaf.name, ref
                    )
                elif counts[name.casefold()] > 1:
                    yield Fault(f"Two columns of {table.name} are headed {name!r}", leaf.name, ref)


@LAYOUT.rule(
    "L03",
    "Blank row or column in a table",
    ours(_E, _I),
    wants="A table begins in column A, and no blank row stands between filled ones",
    fix="Delete the blank row; spare rows stand at the end",
    source="UK Analysis Function",
)
def _blanks(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        formulas, grid = leaf.sheet.cells.formulas, leaf.grid
        for table, area in leaf.areas:
            if area.left != 1:
                saw = f"The table {table.name} begins in column {letters_of(area.left)}"
                yield Fault(saw, leaf.name, area.first)
            filled = [
                row
                for row in range(area.top + table.has_header, area.bottom + 1)
                if any(
                    (ref := grid.get((row, column))) and ref not in formulas
                    for column in range(area.left, area.right + 1)
                )
            ]
            known = set(filled)
            for row in range(filled[0], filled[-1]) if filled else ():
                if row not in known and not _calculates(leaf, row, area.left, area.right):
                    saw = f"Row {row} of the table {table.name} is blank"
                    yield Fault(saw, leaf.name, address(row, area.left))


@LAYOUT.rule(
    "L04",
    "Two tables on a data sheet",
    ours(_W),
    wants="A sheet of data holds one table, which can grow down without end",
    fix="Move the other table to a sheet of its own",
    source="UK Analysis Function",
)
def _one_table(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        if subject.role(leaf) == Role.DATA:
            for table, area in leaf.areas[1:]:
                yield Fault(f"The table {table.name} is the second here", leaf.name, area.first)


@LAYOUT.rule(
    "L05",
    "Sheet without a title",
    ours(_E, _I),
    wants="A1 holds the title of the sheet in the style Heading 1, A2 says what the sheet is for",
    fix="Write the title into A1, and a sentence into A2",
    source="UK Analysis Function, formatting 3, structure 3",
)
def _titles(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        if not leaf.text("A1"):
            yield Fault("A1 is blank, where readers look for the title", leaf.name, "A1")
            continue
        if subject.profile is Profile.ANY:
            continue
        style = subject.looks.of(leaf.styles.get("A1")).style
        if style != "Heading 1":
            yield Fault(f"The title has the style {style or 'of no name'}", leaf.name, "A1")
        if not leaf.text("A2"):
            yield Fault("A2 is blank, where the sheet says what it is for", leaf.name, "A2")


@LAYOUT.rule(
    "L06",
    "Formats by hand",
    ours(_E),
    wants="Of the cells with a fill, a border, bold or slanted letters, 95 of 100 or more get their"
    " look from a named style, such as Input, Calculation or Heading 1",
    fix="Use the cell styles (Home > Cell Styles) in place of colors and borders by hand",
    source="FAST 4.02-01",
)
def _styles(subject: Subject) -> Iterator[Fault]:
    cells = [
        (leaf.name, ref, style) for leaf in subject.leaves for ref, style in leaf.styles.items()
    ]
    known = {style: subject.looks.of(style) for style in {style for _, _, style in cells}}
    adorned = {style for style, look in known.items() if look.is_adorned}
    by_hand = {style for style in adorned if known[style].style in {"Normal", "Default", ""}}
    plain = [(sheet, ref) for sheet, ref, style in cells if style in by_hand]
    most = sum(style in adorned for _, _, style in cells)
    if len(plain) > (1 - _NAMED_SHARE) * most:
        saw = f"{len(plain):,} of {most:,} cells with a look of their own have no named style"
        yield Fault(f"{saw}, this the first", *plain[0])


@LAYOUT.rule(
    "L13",
    "Decimals that differ in a column",
    ours(_E, _I),
    wants="The numbers people enter in one column have the same format",
    fix="Copy the format of the first cell down the column (Format Painter)",
    source="ICAEW (clear units)",
)
def _formats(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        if subject.profile is not Profile.ANY and subject.role(leaf) != Role.DATA:
            continue
        for table, area in leaf.areas:
            for column in range(area.left, area.right + 1):
                rows = range(area.top + table.has_header, area.bottom + 1 - table.has_totals)
                found = [
                    (ref, _decimals(subject.looks.of(leaf.styles.get(ref)).number))
                    for row in rows
                    if (ref := leaf.grid.get((row, column)))
                    and isinstance(leaf.sheet.cells.values[ref], float)
                ]
                for ref, decimals in found[1:]:
                    if decimals != found[0][1]:
                        saw = f"The cell shows {decimals}, {found[0][0]} shows {found[0][1]}"
                        yield Fault(saw, leaf.name, ref)
                        break


def _calculates(leaf: Leaf, row: int, left: int, right: int) -> bool:
    """Return whether a row of a table shows a result that is no blank and no zero."""
    for column in range(left, right + 1):
        ref = leaf.grid.get((row, column))
        if ref and leaf.sheet.cells.values[ref] not in (None, "", 0.0, False):
            return True
    return False


def _decimals(number: str) -> str:
    plain = _QUOTED.sub("", number.partition(";")[0])
    found = _DECIMALS.search(plain)
    places = f"{len(found[1] or '')} decimals" if found and number != "General" else "any decimals"
    return f"{places} in percent" if "%" in plain else places
