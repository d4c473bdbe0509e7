"""Names and links within the package: each stands for something that is there, and is a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.lint.anatomy import anatomy
from xlbudget.workbook.lint.area import areas_of
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read.address import parted

NAME_FAULTS = Family()
_ALWAYS = ours(Severity.FATAL, Severity.FATAL)
_ECMA = "ECMA-376 part 1"
_R1C1 = re.compile(r"r\d*|c\d*|r\d*c\d*", re.IGNORECASE)
_GOOD_NAME = re.compile(r"[^\W\d\\][\w.\\?]*|\\[\w.\\?]*|_[\w.\\?]*")


@NAME_FAULTS.rule(
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


@NAME_FAULTS.rule(
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


@NAME_FAULTS.rule(
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


@NAME_FAULTS.rule(
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


def _is_no_name(name: str) -> bool:
    return (
        parted(name.upper()) is not None
        or bool(_R1C1.fullmatch(name))
        or not _GOOD_NAME.fullmatch(name)
    )
