"""Whether an answer of another version of the template is read, with a warning, or sent back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xlbudget.distribution.collect.code import CollectCode
from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.sheets.identity import VERSION
from xlbudget.workbook.migrate.school import without_place
from xlbudget.workbook.migrate.version import carries, numbers
from xlbudget.workbook.read import Book

_WANTS = "What a school enters has a place in the campaign's template"
_AGAIN = "Issue the school's workbook again, and have the entries copied into that one"


def version_findings(book: Book, version: str, place: Place, campaign: str) -> Iterator[Finding]:
    """Yield what is to be said of the template that a workbook was made from.

    ``workbook.migrate.version`` tells what makes two versions fit.

    Args:
        book: The workbook.
        version: The version that it names; "" for none.
        place: Where it says so.
        campaign: The version of the campaign's template.

    """
    if not numbers(version) or numbers(version) == numbers(campaign) == numbers(VERSION):
        return
    saw = f"It was made from template {version}, the campaign's is {campaign}"
    if fix := _refused(version, campaign):
        yield CollectCode.VERSION.about(place, saw, _WANTS, fix)
        return
    lost = without_place(book)
    for item in lost:
        where = replace(place, sheet=item.sheet, cell=item.cell)
        yield CollectCode.VERSION.about(where, f"{saw}: {_lower(item.what)}", _WANTS, _AGAIN)
    if not lost and numbers(version) != numbers(campaign):
        fix = "Nothing needs to be done: its tables and headings are known, and nothing is lost"
        yield CollectCode.VERSION.about(place, saw, _WANTS, fix, Severity.WARNING)


def _refused(version: str, campaign: str) -> str:
    """Return what to do about a version that cannot be read; "" for one that can."""
    if numbers(version) > numbers(VERSION):
        return f"Update xlbudget, which knows templates up to {VERSION}; then collect again"
    if numbers(version) > numbers(campaign):
        return "Look which campaign sent it, and collect it there"
    return "" if carries(version, VERSION) else _AGAIN


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
