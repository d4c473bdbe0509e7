"""Faults of the package that validators pass over, and that spreadsheets repair or trip over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from xlbudget.model.finding import Severity
from xlbudget.workbook.elements import elements
from xlbudget.workbook.lint.area import Area, address, areas_of, overlapping
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read.address import parted
from xlbudget.workbook.read.limits import read_small
from xlbudget.workbook.read.xml_text import words

PACKAGE_FAULTS = Family()
_ALWAYS = ours(Severity.FATAL, Severity.FATAL)
_ECMA = "ECMA-376 part 1"
_ANEW = "Open the workbook in Excel, let it repair, look at what it says, and save it anew"


@PACKAGE_FAULTS.rule(
    "P02",
    "Table number twice",
    _ALWAYS,
    wants="Each table of a workbook has a number of its own; Excel repairs the file otherwise",
    fix=_ANEW,
    source=f"{_ECMA}, 18.5.1.2",
)
def _table_numbers(subject: Subject) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for leaf, facts in _table_facts(subject):
        number, ref = facts.get("id", ""), facts.get("ref", "").partition(":")[0]
        if number in seen:
            saw = (
                f"The tables {seen[number]} and {facts.get('displayName')} have the number {number}"
            )
            yield Fault(saw, leaf.name, ref)
        seen.setdefault(number, facts.get("displayName", ""))


@PACKAGE_FAULTS.rule(
    "P05",
    "Header unlike its column",
    _ALWAYS,
    wants="The header cell says, as text, what the column is called; Excel repairs it otherwise",
    fix="Type the column's name into the header cell",
    source=f"{_ECMA}, 18.5.1.3",
)
def _headers(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        for table, area in leaf.areas:
            for i, column in enumerate(table.columns if table.has_header else ()):
                ref = address(area.top, area.left + i)
                seen = leaf.sheet.cells.values.get(ref)
                if not isinstance(seen, str) or _even(seen) != _even(column.name):
                    said = "nothing" if seen is None else repr(seen)
                    saw = f"The header says {said}, the table {table.name} calls it {column.name!r}"
                    yield Fault(saw, leaf.name, ref)
            if len(table.columns) != area.right - area.left + 1:
                saw = f"The table {table.name} has {len(table.columns)} columns in {area}"
                yield Fault(saw, leaf.name, area.first)


@PACKAGE_FAULTS.rule(
    "P06",
    "Areas that overlap",
    _ALWAYS,
    wants="Merged cells and tables do not overlap",
    fix="Unmerge the cells, or move one of the tables",
    source=f"{_ECMA}, 18.3.1.55",
)
def _overlaps(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        merged = [area for one in leaf.all("mergeCells", "mergeCell") for area in _ref(one.facts)]
        tables = [area for _, area in leaf.areas]
        for kind, areas in (("Merged cells", merged), ("Tables", tables)):
            for one, other in overlapping(areas):
                yield Fault(f"{kind} overlap: {one} and {other}", leaf.name, other.first)
        for one in merged:
            for table, area in leaf.areas:
                if one.meets(area):
                    saw = f"The merged cells {one} reach into the table {table.name}"
                    yield Fault(saw, leaf.name, one.first)


@PACKAGE_FAULTS.rule(
    "P07",
    "Rows or cells out of order",
    _ALWAYS,
    wants="Rows and the cells in them stand in the file in their order, each once",
    fix=_ANEW,
    source=f"{_ECMA}, 18.3.1.73",
)
def _order(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        numbers = [int(row["r"]) for row in leaf.rows if row.get("r", "").isdecimal()]
        for before, after in pairwise(numbers):
            if after <= before:
                saw = f"Row {after} stands behind row {before} in the file"
                yield Fault(saw, leaf.name, f"A{after}")
        places = [place for ref in leaf.styles if (place := parted(ref))]
        for one, other in pairwise(places):
            if one[0] == other[0] and other[1] <= one[1]:
                saw = f"Cell {address(*other)} stands behind {address(*one)} in the file"
                yield Fault(saw, leaf.name, address(*other))


@PACKAGE_FAULTS.rule(
    "P11",
    "Sheet number or name twice",
    _ALWAYS,
    wants="Each sheet has a name and a number of its own, large letters or small",
    fix="Rename one of the sheets, and save the workbook anew",
    source=f"{_ECMA}, 18.2.19",
)
def _sheets_twice(subject: Subject) -> Iterator[Fault]:
    tabs = [sheet.facts for sheet in subject.contents.all("sheet")]
    for fact, told in (("sheetId", "number"), ("name", "name")):
        counts = Counter(tab.get(fact, "").casefold() for tab in tabs)
        for tab in tabs:
            if counts[tab.get(fact, "").casefold()] > 1:
                saw = f"Another sheet has the same {told}, {tab.get(fact)}"
                yield Fault(saw, tab.get("name", ""))


@PACKAGE_FAULTS.rule(
    "P12",
    "Cell style that is not there",
    _ALWAYS,
    wants="A cell names a style that the workbook holds",
    fix=_ANEW,
    source=f"{_ECMA}, 18.3.1.4",
)
def _styles(subject: Subject) -> Iterator[Fault]:
    most = len(subject.looks.looks)
    for leaf in subject.leaves:
        for ref, style in leaf.styles.items():
            if style >= max(most, 1):
                saw = f"The cell names the style {style}; the workbook has {most}"
                yield Fault(saw, leaf.name, ref)
                break


def _table_facts(subject: Subject) -> Iterator[tuple[Leaf, dict[str, str]]]:
    package = subject.package
    for leaf in subject.leaves:
        for relation in leaf.relations:
            if relation.kind == "table" and relation.target in package.members:
                place = f"{package.place}: {relation.target}"
                for root in elements(read_small(package, relation.target), ("table",), place):
                    yield leaf, root.facts


def _even(text: str) -> str:
    return words(text).replace("\r\n", "\n").strip()


def _ref(facts: dict[str, str]) -> list[Area]:
    return areas_of(facts.get("ref", ""))
