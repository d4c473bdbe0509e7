"""The district's workbook of a consolidation as data: all its sheets, and two of its sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xlbudget.distribution.consolidate.gathered import Gathered
from xlbudget.sheets.book import district_book
from xlbudget.sheets.identity import identity_of
from xlbudget.sheets.plan import Book, Calculated, Role, Sheet
from xlbudget.sheets.room import FINDINGS, Room
from xlbudget.sheets.schools_status import (
    answers_in_words,
    answers_told,
    schools_status_sheet,
)
from xlbudget.sheets.sources import first_rows, sources_sheet

MOST_FINDINGS = 1_000
_ROOM = Room(spare_lines=0, spare_records=0)
_HOLDS_MONEY = (Role.OUTPUT, Role.CALCULATION, Role.DATA)


def district_workbook(whole: Gathered, origin: str) -> Book:
    """Return the workbook of a consolidated budget.

    Args:
        whole: What the consolidation comes to.
        origin: What it is made from: the campaign's id.

    """
    held, findings = whole.held, whole.found.told
    all_shown = len(whole.shown) == len(whole.schools)
    answers = (answers_in_words if all_shown else answers_told)(whole.schools)
    extra = (
        schools_status_sheet(whole.shown, whole.left_out, first_rows(whole.sources), answers),
        sources_sheet(held.budget, whole.sources),
    )
    room = replace(_ROOM, rows={FINDINGS: MOST_FINDINGS} if len(findings) > MOST_FINDINGS else {})
    identity = identity_of(held.budget, origin)
    book = district_book(held.budget, findings, room=room, identity=identity, extra=extra)
    sheets = tuple(_telling(sheet, held.lost) for sheet in book.sheets)
    return replace(book, sheets=_with_note(sheets, answers))


def _telling(sheet: Sheet, lost: str) -> Sheet:
    """Return a sheet whose first words say that its figures come from sums."""
    if not lost or sheet.role not in _HOLDS_MONEY:
        return sheet
    return replace(sheet, says=f"{sheet.says} Sums: {lost}.")


def _with_note(sheets: Sequence[Sheet], note: Calculated) -> tuple[Sheet, ...]:
    """Return the sheets; Summary says how many schools are not in its figures."""
    return tuple(
        replace(sheet, judgements=(*sheet.judgements, note)) if sheet.title == "Summary" else sheet
        for sheet in sheets
    )
