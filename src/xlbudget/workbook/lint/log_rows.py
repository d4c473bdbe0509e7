"""Explanations in a workbook's Log: rows of the event “explained”.

Such a row has its date, and says rule, place, reason and name in words, for instance
``L03 Goals!B7: the reason in words (name)``.  The place is a cell or an area, a sheet, a record by
its id such as a line, or is left out for all places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from xlbudget.model.district import District
from xlbudget.model.field import field_named
from xlbudget.model.parse import parse
from xlbudget.sheets.identity import Event
from xlbudget.workbook.lint.area import address
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.subject import CHECKS, Subject
from xlbudget.workbook.lint.suppression import Suppression
from xlbudget.workbook.read import Value

LOG = "Log"
_WORDS = re.compile(
    r"""(?P<code>[^\s:!]+)
    (?:\s+(?:(?P<sheet>'(?:[^']|'')*'|[^:!']+)!)?(?P<place>[^:!]*(?::\$?[A-Za-z]{1,3}\$?\d+)?))?
    \s*:\s*(?P<reason>.*?)\s*(?:\((?P<by>[^()]*)\))?[\s.]*""",
    re.VERBOSE | re.DOTALL,
)
_LONGEST = 2000  # letters of a row that are looked at
_DAY_0, _DAY_0_1904 = date(1899, 12, 30), date(1904, 1, 1)
_FIRST, _LAST = date(1990, 1, 1), date(2100, 1, 1)
_DATE = field_named(District, "as_of")


def explained_rows(subject: Subject) -> Iterator[tuple[Leaf, str, Suppression]]:
    """Give each explanation of a Log, whole or not, with its sheet and cell."""
    for leaf, cells in rows_below(subject, LOG):
        if {"Event", "What"} <= cells.keys():
            event, what = leaf.text(cells["Event"]), leaf.text(cells["What"])
            if event.strip().casefold() == Event.EXPLAINED:
                day = _day(subject, leaf.sheet.cells.values.get(cells.get("Date", "")))
                kept_in = f"{leaf.name}!{cells['What']}"
                yield leaf, cells["What"], suppression_in(what, day, kept_in)


def unsigned_checks(subject: Subject) -> Iterator[tuple[Leaf, str, str]]:
    """Give each explanation on Checks that lacks its name or date: sheet, cell, what it lacks."""
    for leaf, cells in rows_below(subject, CHECKS):
        if {"Explanation", "By", "Date"} <= cells.keys() and leaf.text(cells["Explanation"]):
            signs = {"name": leaf.text(cells["By"]), "date": leaf.text(cells["Date"])}
            if lacks := [name for name, held in signs.items() if not held.strip()]:
                yield leaf, cells["Explanation"], " and its ".join(lacks)


def suppression_in(what: str, day: str, kept_in: str) -> Suppression:
    """Return what the words of a row say; what is not in them is blank.

    Example:
        >>> found = suppression_in("L03 'Line items'!B7: by law (Ana)", "2026-09-01", "Log!C9")
        >>> found.code, found.sheet, found.cell, found.reason, found.by
        ('L03', 'Line items', 'B7', 'by law', 'Ana')

    """
    words = " ".join(what[:_LONGEST].split())
    found = _WORDS.fullmatch(words)
    if found is None:
        return Suppression(words.split(" ")[0].upper(), "", "", day, kept_in=kept_in)
    sheet, place = found["sheet"] or "", (found["place"] or "").strip()
    sheet = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet.strip()
    return Suppression(
        code=found["code"].upper(),
        reason=found["reason"].strip(),
        by=(found["by"] or "").strip(),
        date=day,
        sheet=sheet,
        cell=place if sheet else "",
        record="" if sheet else place.strip("'"),
        kept_in=kept_in,
    )


def rows_below(subject: Subject, table: str) -> Iterator[tuple[Leaf, Mapping[str, str]]]:
    """Give each row below a table's headers, beyond its end too: the cells by header."""
    for leaf in subject.leaves:
        for held, area in leaf.areas:
            if held.name == table:
                names = [column.name for column in held.columns]
                for row in sorted({row for row, _ in leaf.grid if row > area.top}):
                    yield leaf, {name: address(row, area.left + i) for i, name in enumerate(names)}


def _day(subject: Subject, value: Value) -> str:
    """Return the day of a cell; "" when it holds none."""
    if isinstance(value, str):
        found = parse(_DATE, value).value
        return found.isoformat() if isinstance(found, date) else ""
    if not isinstance(value, float) or isinstance(value, bool):
        return ""
    start = _DAY_0_1904 if subject.book.facts.starts_1904 else _DAY_0
    inside = (_FIRST - start).days <= value <= (_LAST - start).days
    return (start + timedelta(days=int(value))).isoformat() if inside else ""
