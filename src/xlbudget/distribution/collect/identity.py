"""Whose workbook a file is: by its stamp first, else by its names, and which issue."""

from __future__ import annotations

from dataclasses import dataclass

from xlbudget.distribution.collect.code import CollectCode
from xlbudget.distribution.collect.desk import Desk
from xlbudget.distribution.collect.version import version_findings
from xlbudget.model.fault import shown
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.sheets.identity import Fact
from xlbudget.sheets.school import my_lines, start
from xlbudget.sheets.school.book import TEMPLATE
from xlbudget.sheets.service_sheets import MANIFEST
from xlbudget.workbook.read import Book
from xlbudget.workbook.stamp import Stamp, read_stamp

_OURS = "A campaign takes the workbooks that it issued"
_ASK = "Ask the school for the workbook that it was sent"


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose workbook a file is.

    Attributes:
        stamp: What the workbook says of itself.
        school_id: The school; "" when it is none of the campaign's.
        findings: What is to be said of that; fatal when the workbook is not to be read.

    """

    stamp: Stamp
    school_id: str
    findings: tuple[Finding, ...] = ()


def whose(book: Book, name: str, desk: Desk) -> Whose:
    """Return whose workbook a file is.

    Args:
        book: The workbook.
        name: As it came back.
        desk: The campaign.

    """
    stamp = read_stamp(book)
    place = Place(file=name, sheet=MANIFEST)
    if stamp.template and stamp.template != TEMPLATE:
        return Whose(stamp, "", (_not_ours(place, f"It was made from {shown(stamp.template)}"),))
    if stamp.workbook_id:
        return _stamped(stamp, book, place, desk)
    return _named(stamp, book, name, desk)


def _stamped(stamp: Stamp, book: Book, place: Place, desk: Desk) -> Whose:
    origin = stamp.fact(Fact.ORIGIN)
    known = {school.school_id for school in desk.packs.budget.schools}
    if origin != desk.campaign_id:
        saw = f"It was issued in the campaign {shown(origin or 'of no name')}, not this one"
        return Whose(stamp, "", (_not_ours(place, saw),))
    if stamp.school_id not in known:
        saw = f"It is of the school {shown(stamp.school_id or 'of no id')}, which is not asked"
        return Whose(stamp, "", (_not_ours(place, saw),))
    found = version_findings(book, stamp.version, place, desk.version)
    return Whose(stamp, stamp.school_id, tuple(found))


def _named(stamp: Stamp, book: Book, name: str, desk: Desk) -> Whose:
    school_id = desk.names.of_file(name) or desk.names.of_words(_first_words(book))
    place = Place(file=name, sheet=MANIFEST)
    if not school_id or stamp.template or book.sheet(my_lines.TITLE) is None:
        # A template that nobody was sent says of itself that it is one.
        saw = "It does not say which workbook it is"
        return Whose(stamp, "", (_not_ours(place, saw),))
    by_name = CollectCode.BY_NAME.about(
        place,
        f"It does not say which workbook it is; by its name it is that of {school_id}",
        f"The sheet {MANIFEST} says whose a workbook is",
        "Look whether it is that school's, and keep that sheet when a workbook is sent",
        Severity.WARNING,
    )
    found = version_findings(book, stamp.version, place, desk.version)
    return Whose(stamp, school_id, (by_name, *found))


def _first_words(book: Book) -> list[str]:
    sheet = book.sheet(start.TITLE)
    return [] if sheet is None else [x for x in sheet.cells.values.values() if isinstance(x, str)]


def _not_ours(place: Place, saw: str) -> Finding:
    return CollectCode.NOT_OURS.about(place, saw, _OURS, _ASK)
