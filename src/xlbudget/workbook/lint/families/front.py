"""The first sheet and the log: what a workbook says of itself, and what happened to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject

FRONT = Family()
_E = Severity.FATAL
_TABLES = {"ColorKey": "what its colors mean", "Limits": "its limits", "Contents": "its contents"}
_FACTS = {
    "owner": re.compile(r"owner|contact|principal|prepared by|responsible", re.IGNORECASE),
    "version": re.compile(r"(template )?version", re.IGNORECASE),
}
_LOG, _DATE, _WHAT = "Log", "Date", "What"
_MADE = re.compile(r"\bxlbudget \d")
_DAY = re.compile(r"\d{5}(\.\d+)?|\d{4}-\d\d-\d\d.*|\d{1,2}[./]\d{1,2}[./]\d{2,4}")


@FRONT.rule(
    "S10",
    "First sheet incomplete",
    ours(_E),
    wants="About (in a school's workbook: Start) says purpose, owner, version, limits, what colors"
    " mean, and has a link to each sheet",
    fix="Take the sheet from the template again",
    source="ICAEW principle 7; FAST 2.06",
)
def _front(subject: Subject) -> Iterator[Fault]:
    front, name = subject.front, subject.front_name
    if front is None:
        yield Fault(f"There is no sheet {name}", name)
        return
    for missing in _missing(subject, front):
        yield Fault(f"{name} does not say {missing}", name, "A1")
    linked = set(_linked(front))
    for leaf in subject.leaves:
        if leaf.name.casefold() not in linked and leaf is not front:
            yield Fault(f"{name} has no link to {leaf.name}", name, "A1")


@FRONT.rule(
    "S11",
    "Log without an entry",
    ours(_E),
    wants="Log says what happened to the workbook and when, first by which version it was made",
    fix="Write down on Log when and how the workbook was made",
    source="ICAEW principle 17",
)
def _log(subject: Subject) -> Iterator[Fault]:
    if subject.leaf(_LOG) is None:
        yield Fault(f"There is no sheet {_LOG}", _LOG)
        return
    rows = subject.rows_of(_LOG, _DATE, _WHAT)
    if not any(_MADE.search(what) for _, what in rows):
        yield Fault("Log does not say which version made the workbook", _LOG, "A1")
    if not any(_DAY.fullmatch(day) and what for day, what in rows):
        yield Fault("No entry of Log has a date", _LOG, "A1")


def _missing(subject: Subject, front: Leaf) -> Iterator[str]:
    """Give in words what a first sheet does not say."""
    if not front.text("A2").strip():
        yield "what the workbook is for"
    for what, label in _FACTS.items():
        if not any(label.fullmatch(fact) and said.strip() for fact, said in _pairs(front)):
            yield f"its {what}"
    for table, what in _TABLES.items():
        if not any(held.name == table and _is_filled(subject, table) for held in front.tables):
            yield what


def _pairs(front: Leaf) -> Iterator[tuple[str, str]]:
    """Give the first two cells of each row of its tables."""
    for _, area in front.areas:
        for row in range(area.top, area.bottom + 1):
            refs = (front.grid.get((row, area.left + i), "") for i in range(2))
            label, said = (front.text(ref) for ref in refs)
            yield label, said


def _is_filled(subject: Subject, table: str) -> bool:
    headers = [column.name for column in subject.tables[table.casefold()].columns]
    return bool(subject.rows_of(table, *headers))


def _linked(front: Leaf) -> Iterator[str]:
    """Give the sheets to which it has links, in small letters."""
    for link in front.all("hyperlinks", "hyperlink"):
        sheet = link.facts.get("location", "").lstrip("#").rpartition("!")[0]
        yield sheet.removeprefix("'").removesuffix("'").replace("''", "'").casefold()
