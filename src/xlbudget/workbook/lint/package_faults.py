"""Faults of the package that validators pass over, and that spreadsheets repair or trip over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from xlbudget.model.finding import Severity
from xlbudget.workbook.contents import TYPES
from xlbudget.workbook.elements import elements
from xlbudget.workbook.lint.anatomy import anatomy
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
_R1C1 = re.compile(r"r\d*|c\d*|r\d*c\d*", re.IGNORECASE)
_GOOD_NAME = re.compile(r"[^\W\d\\][\w.\\?]*|\\[\w.\\?]*|_[\w.\\?]*")
_ROOTS = {"worksheet": "worksheet", "table": "table", "drawing": "wsDr", "chart": "chartSpace"}


@PACKAGE_FAULTS.rule(
    "P01",
    "Name for a sheet that is gone",
    _ALWAYS,
    wants="A defined name stands for cells of a sheet that is there",
    fix="Delete the name, or point it to the right sheet (Formulas > Name Manager)",
    source=f"{_ECMA}, 18.2.5",
)
def _names_of_missing_sheets(subject: Subject) -> Iterator[Fault]:
    tabs = {sheet.name.casefold() for sheet in subject.book.sheets}
    tabs |= {tab.casefold() for tab in subject.book.facts.other_tabs}
    for name in subject.book.names:
        if name.sheet == "":
            yield Fault(f"The name {name.name} belongs to a sheet that is not there")
        for sheet in anatomy(name.refers).sheets:
            if "[" not in sheet and ":" not in sheet and sheet.casefold() not in tabs:
                yield Fault(f"The name {name.name} points to the sheet {sheet!r}, which is gone")


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
    "P03",
    "Table name twice",
    _ALWAYS,
    wants="Each table has a name that no other table and no defined name has",
    fix="Rename one of them (Table Design > Table Name)",
    source=f"{_ECMA}, 18.5.1.2",
)
def _table_names(subject: Subject) -> Iterator[Fault]:
    taken = {name.name.casefold(): "a defined name" for name in subject.book.names}
    for leaf in subject.leaves:
        for table in leaf.tables:
            key, ref = table.name.casefold(), table.ref.partition(":")[0]
            if key in taken:
                saw = f"The table {table.name} has the name of {taken[key]}"
                yield Fault(saw, leaf.name, ref)
            taken[key] = f"another table, on {leaf.name}"


@PACKAGE_FAULTS.rule(
    "P04",
    "Name that reads like a cell",
    _ALWAYS,
    wants="A name begins with a letter, has no blanks, and is no address such as FY27 or R1C1",
    fix="Rename it, for instance with a line in it: FY_27",
    source=f"{_ECMA}, 18.2.5; Excel's rules for names",
)
def _names_like_cells(subject: Subject) -> Iterator[Fault]:
    for name in subject.book.names:
        if not name.name.startswith("_xlnm.") and _is_no_name(name.name):
            yield Fault(f"The defined name {name.name!r} is no name that Excel takes")
    for leaf in subject.leaves:
        for table in leaf.tables:
            if _is_no_name(table.name):
                saw = f"The table name {table.name!r} is no name that Excel takes"
                yield Fault(saw, leaf.name, table.ref.partition(":")[0])


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
        places = [place for ref in leaf.sheet.cells.values if (place := parted(ref))]
        for one, other in pairwise(places):
            if one[0] == other[0] and other[1] <= one[1]:
                saw = f"Cell {address(*other)} stands behind {address(*one)} in the file"
                yield Fault(saw, leaf.name, address(*other))


@PACKAGE_FAULTS.rule(
    "P08",
    "Relation that leads nowhere",
    _ALWAYS,
    wants="A part is related to parts that are there and are what the relation says",
    fix=_ANEW,
    source="ECMA-376 part 2, 6.5",
)
def _relations(subject: Subject) -> Iterator[Fault]:
    members, package = subject.package.members, subject.package
    for name in subject.book.facts.missing_sheets:
        yield Fault(f"The sheet {name!r} has no part in the file", name)
    for leaf in subject.leaves:
        known = {relation.id for relation in leaf.relations}
        for relation in leaf.relations:
            if relation.kind == "hyperlink" or "://" in relation.target:
                continue
            if relation.target not in members:
                saw = f"It is related to {relation.target}, which the file does not hold"
                yield Fault(saw, leaf.name)
            elif wanted := _ROOTS.get(relation.kind):
                data = read_small(package, relation.target)
                if not elements(data, (wanted,), f"{package.place}: {relation.target}"):
                    saw = f"The part {relation.target} is no {relation.kind}, as the relation says"
                    yield Fault(saw, leaf.name)
        for one in (*leaf.all("drawing"), *leaf.all("tableParts", "tablePart")):
            link = next((text for key, text in one.facts.items() if key.endswith(":id")), "")
            if link not in known:
                yield Fault(
                    f"Its {one.name} names the relation {link!r}, which is not there", leaf.name
                )


@PACKAGE_FAULTS.rule(
    "P09",
    "Link to a place that is gone",
    _ALWAYS,
    wants="A link within the workbook leads to a sheet or a name that is there",
    fix="Point the link to the right sheet, or remove it",
    source=f"{_ECMA}, 18.3.1.47",
)
def _links(subject: Subject) -> Iterator[Fault]:
    tabs = {sheet.name.casefold() for sheet in subject.book.sheets}
    tabs |= {tab.casefold() for tab in subject.book.facts.other_tabs}
    names = {name.name.casefold() for name in subject.book.names}
    for leaf in subject.leaves:
        for link in leaf.all("hyperlinks", "hyperlink"):
            target = link.facts.get("location", "").lstrip("#")
            sheet, mark, _ = target.rpartition("!")
            plain = sheet.removeprefix("'").removesuffix("'").replace("''", "'")
            known = tabs if mark else names | {"", *subject.tables}
            told = (plain if mark else target).casefold()
            if told not in known and not (not mark and areas_of(target)):
                saw = f"The link leads to {target}, which is not there"
                yield Fault(saw, leaf.name, link.facts.get("ref", ""))


@PACKAGE_FAULTS.rule(
    "P10",
    "Part without a content type",
    _ALWAYS,
    wants="The list of content types tells what each part is",
    fix=_ANEW,
    source="ECMA-376 part 2, 7.2",
)
def _content_types(subject: Subject) -> Iterator[Fault]:
    found = elements(read_small(subject.package, TYPES), ("Default", "Override"), TYPES)
    ends = {one.facts.get("Extension", "").casefold() for one in found if one.name == "Default"}
    parts = {one.facts.get("PartName", "").casefold() for one in found if one.name == "Override"}
    for name in subject.package.members:
        is_known = f"/{name}".casefold() in parts or name.rpartition(".")[2].casefold() in ends
        if not is_known and name != TYPES and not name.endswith("/"):
            yield Fault(f"The part {name} has no content type")
    for part in sorted(parts):
        if part.lstrip("/") not in {name.casefold() for name in subject.package.members}:
            yield Fault(f"The list of content types names {part}, which the file does not hold")


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


def _is_no_name(name: str) -> bool:
    return (
        parted(name.upper()) is not None
        or bool(_R1C1.fullmatch(name))
        or not _GOOD_NAME.fullmatch(name)
    )


def _even(text: str) -> str:
    return words(text).replace("\r\n", "\n").strip()


def _ref(facts: dict[str, str]) -> list[Area]:
    return areas_of(facts.get("ref", ""))
