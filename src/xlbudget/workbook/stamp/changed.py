"""Which sheets of a workbook are no longer as they were when it was made or stamped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlbudget.workbook.read import Book
from xlbudget.workbook.stamp.digest import Digests
from xlbudget.workbook.stamp.identity import Stamp, read_stamp
from xlbudget.workbook.stamp.of_book import digests_of

ALTERED = "A formula, a header, a table or a block of it is not as it was"
GONE = "It is gone, or it was renamed"
ADDED = "It was added, or it was renamed"
MOVED = "The sheets stand in another order"
NAMES = "A defined name stands for something else"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a workbook's structure: on which sheet, "" for none, and what it is."""

    sheet: str
    what: str


def changed_sheets(book: Book) -> tuple[Change, ...]:
    """Return what differs from the structure that a workbook's Manifest tells; none when it is so.

    A workbook that tells no digest has none; ``read_stamp`` shows that it tells none.
    """
    stamp = read_stamp(book)
    return tuple(_changes(stamp, digests_of(book, stamp.roles))) if stamp.digest else ()


def _changes(stamp: Stamp, found: Digests) -> Iterator[Change]:
    if found.whole == stamp.digest:
        return
    there = [title for title in found.sheets if title in stamp.sheets]
    told = [title for title in stamp.sheets if title in found.sheets]
    if not stamp.sheets:
        yield Change("", ALTERED)
        return
    changes = [Change(title, GONE) for title in stamp.sheets if title not in found.sheets]
    changes += [Change(title, ADDED) for title in found.sheets if title not in stamp.sheets]
    changes += [
        Change(title, ALTERED) for title in there if found.sheets[title] != stamp.sheets[title]
    ]
    if there != told:
        changes.append(Change("", MOVED))
    yield from changes or [Change("", NAMES)]
