"""Screen and paper: what stays in view, how a sheet prints, what the file says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.lint.area import area_of
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.profile import Profile, ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject

PAPER = Family()
_E, _I = Severity.FATAL, Severity.INFORMATION
_UPRIGHT, _LONG_TABLE = 8, 60
_MOST_ROWS, _MOST_WITH_FIGURES, _MOST_COLUMNS, _HEAD_ROWS = 6, 9, 2, 3
_WORD = re.compile(r"[^\W\d_]{3,}")
_SAYS_NOTHING = """
book mappe classeur libro untitled export data file final new copy neu nouveau nuevo version test
draft entwurf sheet tabelle table document dokument temp tmp workbook spreadsheet excel download
unbenannt scan the and for
"""
_EMPTY_WORDS = frozenset(_SAYS_NOTHING.split())


@PAPER.rule(
    "L14",
    "Frozen beyond the header",
    ours(_E, _I),
    wants="At most the header row with what stands above it, and two columns of ids, stay in view:"
    f" {_MOST_ROWS} rows, or {_MOST_WITH_FIGURES} where figures that must always be seen, such as"
    " what remains, stand above the header; in the accessible edition nothing is frozen",
    fix="Unfreeze, select the cell below the header and right of the id, and freeze again",
    source="FAST 2.03",
)
def _frozen(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        for pane in leaf.all("sheetViews", "sheetView", "pane"):
            if not pane.facts.get("state", "").startswith("frozen"):
                continue
            rows = int(float(pane.facts.get("ySplit", "0")))
            columns = int(float(pane.facts.get("xSplit", "0")))
            where = pane.facts.get("topLeftCell", "A1")
            if subject.profile is Profile.ACCESSIBLE:
                yield Fault("Rows or columns are frozen", leaf.name, where)
            elif rows > _most_rows(leaf, rows) or columns > _MOST_COLUMNS:
                saw = f"{rows} rows and {columns} columns are frozen"
                yield Fault(saw, leaf.name, where)


@PAPER.rule(
    "L15",
    "Not set up for print",
    ours(_E),
    wants="Each sheet has a print area, fits the width of a page, lies on its side where it is"
    " wide, numbers its pages, and repeats the header of a table that is longer than a page",
    fix="Set it up (Page Layout > Page Setup)",
    source="FAST 1.02-02",
)
def _print(subject: Subject) -> Iterator[Fault]:
    areas = {
        name.sheet: name.refers for name in subject.book.names if name.name == "_xlnm.Print_Area"
    }
    repeated = {name.sheet for name in subject.book.names if name.name == "_xlnm.Print_Titles"}
    for leaf in subject.leaves:
        if leaf.name not in areas:
            yield Fault("The sheet has no print area", leaf.name, "A1")
        setup = [one.facts for one in leaf.all("pageSetup")]
        fits = any(
            one.facts.get("fitToPage") in {"1", "true"}
            for one in leaf.all("sheetPr", "pageSetUpPr")
        )
        scaled = setup and setup[0].get("scale", "100") != "100"
        if not fits and not scaled:
            yield Fault("The sheet is not fitted to the width of a page", leaf.name, "A1")
        area = area_of(areas.get(leaf.name, "").rpartition("!")[2])
        wide = area is not None and area.right - area.left + 1 > _UPRIGHT
        if wide and (not setup or setup[0].get("orientation") != "landscape"):
            yield Fault("The sheet is wide, and prints upright", leaf.name, "A1")
        long = [table for table, area in leaf.areas if area.bottom - area.top > _LONG_TABLE]
        if len(leaf.areas) == 1 and long and leaf.name not in repeated:
            saw = f"The header of the table {long[0].name} does not stand on each page"
            yield Fault(saw, leaf.name, "A1")
        feet = [
            one.text
            for kind in ("oddFooter", "oddHeader")
            for one in leaf.all("headerFooter", kind)
        ]
        if not any("&P" in text and "&N" in text for text in feet):
            yield Fault("The pages have no numbers", leaf.name, "A1")


@PAPER.rule(
    "L16",
    "Properties missing",
    ours(_E, _I),
    wants="The file says its title, subject, maker and language, and has a name of words that says"
    " what it is; which program made it stands on Manifest",
    fix="Fill in File > Info > Properties; rename the file, such as riverbend-budget-2027.xlsx",
    source="UK Analysis Function, before publishing 3; US AED COP 1",
)
def _properties(subject: Subject) -> Iterator[Fault]:
    for name in ("title", "subject", "creator", "language"):
        if not subject.properties.get(name, "").strip():
            yield Fault(f"The file has no {name} among its properties")
    stem, end = subject.book.path.stem, subject.book.path.suffix
    if not any(word.casefold() not in _EMPTY_WORDS for word in _WORD.findall(stem)):
        yield Fault(f"The file is called {stem}{end}")
    if end.lower() != ".xlsx" and subject.profile is not Profile.ANY:
        yield Fault(f"The file ends in {end}, not .xlsx")


def _most_rows(leaf: Leaf, rows: int) -> int:
    """Return how many rows of a sheet may be frozen."""
    first = min((area.top for _, area in leaf.areas), default=rows)
    formulas = leaf.sheet.cells.formulas
    shows = any(row < first and leaf.grid[row, column] in formulas for row, column in _head(leaf))
    return min(first, _MOST_WITH_FIGURES if shows else _MOST_ROWS)


def _head(leaf: Leaf) -> Iterator[tuple[int, int]]:
    """Give the cells above the header, below title, purpose and master check."""
    return (place for place in leaf.grid if _HEAD_ROWS < place[0] < _MOST_WITH_FIGURES)
