"""The empty standard workbook: the room that it has, and its sheets as data."""

from __future__ import annotations

from xlbudget.sheets.book import district_book
from xlbudget.sheets.empty_budget import empty_budget
from xlbudget.sheets.plan import Book
from xlbudget.sheets.room import FINDINGS, LEAST_FINDINGS, Room
from xlbudget.sheets.school import empty_pack, school_book

SCHOOL = "school"
SPARE_LINES = 200
SPARE_RECORDS = 25
SCENARIOS = 6


def room_for(lines: int, records: int) -> Room:
    """Return the room of a template for so many lines, and records of every other kind."""
    return Room(
        spare_lines=lines,
        spare_records=records,
        least_scenarios=SCENARIOS,
        rows={FINDINGS: LEAST_FINDINGS},
    )


ROOM = room_for(SPARE_LINES, SPARE_RECORDS)
"""What the standard template has room for, unless somebody asks for more."""


def template_book(edition: str = "working", *, room: Room = ROOM) -> Book:
    """Return the empty standard workbook as data: default assumptions, room for the rest.

    Args:
        edition: ``working``, ``accessible``, or ``school``: what one school fills in.
        room: How many rows the tables of a district's workbook have.

    """
    if edition == SCHOOL:
        return school_book(empty_pack())
    return district_book(empty_budget(), (), edition, room=room)
