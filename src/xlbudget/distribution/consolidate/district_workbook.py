"""The district's workbook of a consolidation as data: all its sheets, and two of its sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xlbudget.distribution.consolidate.merged import Merged
from xlbudget.distribution.consolidate.standings import left_out, standings_of
from xlbudget.distribution.consolidate.summarized import MOST_LINES, held
from xlbudget.model.finding import Finding
from xlbudget.sheets.book import district_book
from xlbudget.sheets.identity import identity_of
from xlbudget.sheets.plan import Book, Calculated, Role, Sheet
from xlbudget.sheets.room import FINDINGS, Room
from xlbudget.sheets.schools_status import answers_in_words, schools_status_sheet
from xlbudget.sheets.source_rows import source_rows
from xlbudget.sheets.sources import first_rows, sources_sheet

MOST_FINDINGS = 1_000
_ROOM = Room(spare_lines=0, spare_records=0)
_HOLDS_MONEY = (Role.OUTPUT, Role.CALCULATION, Role.DATA)


def district_workbook(
    merged: Merged, findings: Sequence[Finding], origin: str, most: int = MOST_LINES
) -> Book:
    """Return the workbook of a consolidated budget.

    Args:
        merged: The budget, and where its lines came from.
        findings: What was found in it; the first ones have a row.
        origin: What it is made from: the campaign's id.
        most: Lines that Line items holds one by one; more stand there as sums.

    """
    kept = held(merged.budget, merged.costs, most)
    schools = standings_of(merged)
    rows = source_rows(merged.costs, merged.origins)
    extra = (
        schools_status_sheet(schools, left_out(merged), first_rows(rows)),
        sources_sheet(merged.budget, rows),
    )
    room = replace(_ROOM, rows={FINDINGS: MOST_FINDINGS} if len(findings) > MOST_FINDINGS else {})
    identity = identity_of(kept.budget, origin)
    book = district_book(kept.budget, findings, room=room, identity=identity, extra=extra)
    sheets = tuple(_telling(sheet, kept.lost) for sheet in book.sheets)
    return replace(book, sheets=_with_note(sheets, answers_in_words(schools)))


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
