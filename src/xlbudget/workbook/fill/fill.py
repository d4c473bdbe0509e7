"""Fill a template: only the cells whose values differ change, and the parts that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from xlbudget.workbook.fill.edits import by_sheet, edits_of, spliced
from xlbudget.workbook.fill.prepared import Prepared
from xlbudget.workbook.fill.value import Value

LEVEL = 6


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
    found = prepared.slots_of(values)
    edits, lost = edits_of(zip(found, values.values(), strict=True), prepared)
    contents, cells = dict[str, bytes](), dict[str, int]()
    for sheet, count, own in by_sheet(edits, prepared):
        start = prepared.starts[sheet.name]
        text = spliced(prepared.text, own, start, start + len(sheet.rows.data))
        contents[sheet.part] = text.encode("latin-1")
        cells[sheet.name] = count
    contents |= parts or {}
    frame = prepared.frame(tuple(contents), lost)
    return Filled(cells, frame.around(prepared.package, contents, level))
