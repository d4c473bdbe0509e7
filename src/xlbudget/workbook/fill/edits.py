"""The edits that fill cells: where in the text of all sheets which letters stand from now on."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from xlbudget.workbook.fill.prepared import Prepared
from xlbudget.workbook.fill.sheet import Sheet
from xlbudget.workbook.fill.slot import Slot
from xlbudget.workbook.fill.value import Value, plain

Edit: TypeAlias = tuple[int, int, str]
"""Where letters begin and end that are replaced, and the new ones."""

PLAIN = frozenset({float, int, str, bool, type(None)})
"""The types of values that a cell stores as they are."""


def edits_of(
    cells: Iterable[tuple[Slot, Value]], prepared: Prepared
) -> tuple[list[Edit], Counter[int]]:
    """Return the edits that fill cells, in order, and how many cells lose each shared string.

    Args:
        cells: The slot of each cell, and its value; None empties it.
        prepared: The template.

    Raises:
        InputError: A cell cannot take its value.

    """
    edits: list[Edit] = []
    lost: Counter[int] = Counter()
    starts_1904 = prepared.starts_1904
    # The one loop over all cells: what it does not do for each, it need not.
    for slot, given in cells:
        value = given if type(given) in PLAIN else plain(given, starts_1904=starts_1904)
        if (cell := slot.filled(value)) is not None:  # type: ignore[arg-type]
            edits.append((slot.start, slot.end, cell))
            if slot.string is not None:
                lost[slot.string] += 1
    edits.sort()
    return edits, lost


def by_sheet(edits: list[Edit], prepared: Prepared) -> Iterator[tuple[Sheet, int, list[Edit]]]:
    """Yield each sheet that changes, how many of its cells do, and its own edits in order."""
    there = bisect_left(edits, (0,))
    new: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for number, _, cell in edits[:there]:
        name, ref = prepared.absent[-1 - number]
        new[name].append((ref, cell))
    for name, sheet in prepared.sheets.items():
        start = prepared.starts[name]
        end = start + len(sheet.rows.data)
        own = edits[bisect_left(edits, (start,), there) : bisect_left(edits, (end,), there)]
        if count := len(own) + len(new.get(name, ())):
            if name in new:
                inserts = sheet.edits_of_new(new[name])
                own += [(at + start, to + start, put.decode("latin-1")) for at, to, put in inserts]
                own.sort()
            yield sheet, count, own


def spliced(text: str, edits: Iterable[Edit], start: int, end: int) -> str:
    """Return a stretch of a text with some of its letters replaced; the edits are in order."""
    pieces: list[str] = []
    put = pieces.append
    for at, to, new in edits:
        put(text[start:at])
        put(new)
        start = to
    put(text[start:end])
    return "".join(pieces)
