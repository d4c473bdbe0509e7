"""The results of a workbook that lacks sheets or tables of ours: Python knows none of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from xlbudget.sheets.room import FINDINGS
from xlbudget.sheets.service_sheets import LOG
from xlbudget.workbook.act.results import At, Results
from xlbudget.workbook.act.standing import Standing
from xlbudget.workbook.read import Book
from xlbudget.workbook.read.address import parted

_READ_BY_NOTHING = frozenset({FINDINGS, LOG})


def unmatched(book: Book, standing: Standing, edited: Mapping[At, str]) -> Results:
    """Return what becomes of the results of a workbook that is not whole.

    Those that may have changed go: all of them, but where only Findings or Log were edited, which
    no other sheet reads.

    Args:
        book: The workbook, edited already.
        standing: Where it has what people fill in; a formula there stays as it is.
        edited: The table of each cell that was edited.

    """
    tabs = {tab.name for tab in book.sheets} if edited else set()
    if set(edited.values()) <= _READ_BY_NOTHING:
        tabs = {tab for tab, _ in edited}
    return Results(dropped=frozenset(_calculated(book, standing, tabs)))


def _calculated(book: Book, standing: Standing, tabs: Collection[str]) -> Iterator[At]:
    for tab in (tab for tab in book.sheets if tab.name in tabs):
        for ref in tab.cells.formulas:
            place = parted(ref)
            if place and standing.around(tab.name, *place) is None:
                yield tab.name, ref
