"""Bring a workbook forward: its inputs in the current template, and what became of everything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from xlbudget import __version__
from xlbudget.model import Budget
from xlbudget.model.finding import Finding
from xlbudget.sheets.book import district_book
from xlbudget.sheets.identity import (
    NOBODY,
    NONE,
    VERSION,
    Entry,
    Event,
    Fact,
    Identity,
    workbook_id_of,
)
from xlbudget.sheets.plan import Book as Plan
from xlbudget.workbook.intake import budget_in
from xlbudget.workbook.intake.find_tables import find_tables
from xlbudget.workbook.migrate.homeless import homeless
from xlbudget.workbook.migrate.item import Item
from xlbudget.workbook.migrate.moved import moved, new
from xlbudget.workbook.migrate.remarks import (
    carried,
    checks_of,
    left_behind,
    remarks_of,
    usual_scenario,
    written_beside,
)
from xlbudget.workbook.migrate.space import USUAL, Space
from xlbudget.workbook.migrate.version import check_version
from xlbudget.workbook.read import Book, open_book
from xlbudget.workbook.stamp import read_log, read_stamp

UNKNOWN = "an unknown version"
NOT_CARRIED = ("Comments, colors, column widths, charts and pictures of your own.",)
"""What is not carried over beyond what ``intake.held.NOT_HELD`` tells; the old file keeps it."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """What bringing a workbook forward comes to.

    Attributes:
        version: The version of the template that the old workbook was made from.
        findings: What intake and the rules found in it.
        budget: Its inputs; None when a finding is fatal.
        identity: Whose the new workbook is, and what its Log says.
        book: The new workbook; None without a budget.
        moved: What stood elsewhere or under another name.
        carried: What people wrote beside the results, and the new workbook has too.
        homeless: What has no place in the new workbook.
        new: What the old workbook lacked.

    """

    version: str
    findings: tuple[Finding, ...]
    budget: Budget | None = None
    identity: Identity = NOBODY
    book: Plan | None = None
    moved: tuple[Item, ...] = ()
    carried: tuple[Item, ...] = ()
    homeless: tuple[Item, ...] = ()
    new: tuple[Item, ...] = ()


def migrate(path: Path, day: date, *, space: Space = USUAL, edition: str = "working") -> Migrated:
    """Return the new workbook of an old one, and what became of everything in that.

    Args:
        path: The old workbook; it stays as it is.
        day: The day that the new Log tells.
        space: Empty rows that are asked for.
        edition: ``working``, or ``accessible``; "" for that of the old workbook.

    Raises:
        FileError: It cannot be read, or its template is another one or a newer one.

    """
    book = open_book(path)
    stamp = read_stamp(book)
    check_version(stamp, str(path))
    version = stamp.version or UNKNOWN
    budget, findings = budget_in(book)
    if budget is None:
        return Migrated(version, findings)
    found, written = find_tables(book), written_beside(book)
    remarks = remarks_of(written, budget.scenarios)
    identity = replace(_identity(book, budget, day, version), remarks=remarks)
    room = space.room(budget, found)
    edition = edition or stamp.fact(Fact.EDITION) or identity.edition
    plan = district_book(budget, findings, edition, room=room, identity=identity)
    year = budget.district.base_fiscal_year
    checks = checks_of(plan)
    return Migrated(
        version,
        findings,
        budget,
        identity,
        plan,
        tuple(moved(found, plan, year)),
        tuple(carried(written, remarks, checks, usual_scenario(budget.scenarios))),
        (
            *homeless(book, found, plan, year, {cell.place for cell in written}),
            *left_behind(written, remarks, checks),
        ),
        tuple(new(book, found, plan, year)),
    )


def _identity(book: Book, budget: Budget, day: date, version: str) -> Identity:
    """Return whose the new workbook is: the old one's, whose Log goes on."""
    stamp, name = read_stamp(book), book.path.name
    said = f"From template {version} to {VERSION} by xlbudget {__version__}; from {name}"
    return Identity(
        workbook_id=stamp.workbook_id or workbook_id_of(budget, name),
        school_id=stamp.school_id or NONE,
        origin=name,
        entries=(*read_log(book), Entry(day, Event.MIGRATED, said)),
    )
