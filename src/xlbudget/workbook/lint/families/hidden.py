"""Hidden things: no sheet, row, column or value that people do not see."""

from __future__ import annotations

from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.lint.area import address
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.looks import contrast
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read.address import letters_of

HIDDEN = Family()
_E, _W = Severity.FATAL, Severity.WARNING
_LEAST_SEEN = 1.05


@HIDDEN.rule(
    "S05",
    "Hidden sheet",
    ours(_E, _W),
    wants="No sheet is hidden: what counts can be seen",
    fix="Right-click a tab, choose Unhide; delete the sheet if nothing needs it",
    source="FAST 2.01-08; ICAEW (hide nothing)",
)
def _hidden_sheets(subject: Subject) -> Iterator[Fault]:
    for sheet in subject.book.sheets:
        if sheet.is_hidden:
            how = "so that only a program can show it" if sheet.state == "veryHidden" else ""
            yield Fault(f"The sheet is hidden {how}".strip(), sheet.name, "A1")


@HIDDEN.rule(
    "S06",
    "Hidden rows, columns or values",
    ours(_E, _W),
    wants="No row, column or value is hidden, nor written in the color of its ground",
    fix="Select the rows or columns around it, choose Unhide; give values a format that shows them",
    source="FAST 2.01-08; ICAEW (hide nothing)",
)
def _hidden_things(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        for row in leaf.rows:
            if row.get("hidden") in {"1", "true"} or row.get("ht") == "0":
                yield Fault(f"Row {row.get('r')} is hidden", leaf.name, f"A{row.get('r')}")
        for column in leaf.all("cols", "col"):
            first = int(column.facts.get("min", "1"))
            if column.facts.get("hidden") in {"1", "true"} or column.facts.get("width") == "0":
                yield Fault(f"Column {letters_of(first)} is hidden", leaf.name, address(1, first))
        yield from _unseen(subject, leaf)


def _unseen(subject: Subject, leaf: Leaf) -> Iterator[Fault]:
    hidden = {
        style
        for style in set(leaf.styles.values())
        if subject.looks.of(style).number.strip().startswith(";;;")
        or contrast(subject.looks.of(style).ink, subject.looks.of(style).ground) < _LEAST_SEEN
    }
    if not hidden:
        return
    for ref, style in leaf.styles.items():
        if style in hidden and leaf.sheet.cells.values.get(ref) is not None:
            yield Fault("The value is written so that nobody sees it", leaf.name, ref)
