"""Fill a template: only the cells whose values differ change, and the parts that hold them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from xlbudget.workbook.fill.prepared import Prepared
from xlbudget.workbook.fill.value import Value, plain

LEVEL = 6
_PLAIN = {float, int, str, bool, type(None)}
_Edit: TypeAlias = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Filled:
    """What filling came to: how many cells changed on each sheet, and the bytes of the file."""

    cells: dict[str, int]
    data: bytes


def fill(
    prepared: Prepared, values: Mapping[tuple[str, str], Value], out: Path, *, level: int = LEVEL
) -> Filled:
    """Write a filled copy of a template.

    A cell with a formula keeps it, and the value becomes its cached result; give the results of
    all formulas that depend on what is filled, since not every program calculates on opening.
    Any other cell takes the value itself; a text is never taken for a formula.

    Args:
        prepared: The template.
        values: The value of each cell by sheet and address; None empties a cell.
        out: Where the copy goes; a file that stands there is replaced.
        level: How hard the parts that change are packed, from 1, quick, to 9, small.

    Raises:
        UnknownChoiceError: There is no such sheet.
        InputError: A cell cannot take its value, or heads a column of a table.

    """
    filled = filled_copy(prepared, values, level=level)
    with out.open("wb", buffering=0) as file:
        file.write(filled.data)
    return filled


def filled_copy(
    prepared: Prepared,
    values: Mapping[tuple[str, str], Value],
    *,
    level: int = LEVEL,
    parts: Mapping[str, bytes] | None = None,
) -> Filled:
    """Return a filled copy of a template as bytes; ``fill`` tells the rest.

    Args:
        prepared: The template.
        values: The value of each cell by sheet and address.
        level: How hard the parts that change are packed.
        parts: Other parts that change in this copy, such as drawings.

    """
    edits: list[_Edit] = []
    lost: Counter[int] = Counter()
    slots, starts_1904 = prepared.slots, prepared.starts_1904
    # The one loop over all cells: what it does not do for each, it need not.
    for place, given in values.items():
        slot = slots.get(place) or prepared.find(place)
        value = given if type(given) in _PLAIN else plain(given, starts_1904=starts_1904)
        if (cell := slot.filled(value)) is not None:  # type: ignore[arg-type]
            edits.append((slot.start, slot.end, cell))
            if slot.string is not None:
                lost[slot.string] += 1
    edits.sort()
    contents, cells = _contents(prepared, edits)
    contents |= parts or {}
    frame = prepared.frame(tuple(contents), lost)
    return Filled(cells, frame.around(prepared.package, contents, level))


def _contents(prepared: Prepared, edits: list[_Edit]) -> tuple[dict[str, bytes], dict[str, int]]:
    """Return the parts that change, and how many cells change in each by the sheet's name."""
    there = bisect_left(edits, (0,))
    new: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for number, _, cell in edits[:there]:
        name, ref = prepared.absent[-1 - number]
        new[name].append((ref, cell))
    contents, cells = {}, {}
    for name, sheet in prepared.sheets.items():
        start = prepared.starts[name]
        end = start + len(sheet.rows.data)
        own = edits[bisect_left(edits, (start,), there) : bisect_left(edits, (end,), there)]
        if own or name in new:
            cells[name] = len(own) + len(new[name])
            inserts = sheet.edits_of_new(new[name])
            own += [(at + start, to + start, made.decode("latin-1")) for at, to, made in inserts]
            contents[sheet.part] = _spliced(prepared.text, own, start, end)
    return contents, cells


def _spliced(text: str, edits: list[_Edit], start: int, end: int) -> bytes:
    """Return a sheet's part with some of its letters replaced."""
    edits.sort()
    pieces: list[str] = []
    put = pieces.append
    for at, to, new in edits:
        put(text[start:at])
        put(new)
        start = to
    put(text[start:end])
    return "".join(pieces).encode("latin-1")
