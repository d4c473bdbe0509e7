"""Puts calls of functions into real cells of LibreOffice and reads what the cells show.

Every argument stands in cells of its own, so that the function is given references; one that is
left out is an empty place.  A function that spills stands in an array formula, larger than its
answer, of which the answer is returned.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range

from hosts.libreoffice.argument_cells import ArgumentCells
from judges import unopkg
from judges.libreoffice import CalcError, LibreOffice
from xlbudget.catalogue import Answer, CellError, Function, call
from xlbudget.hosts.libreoffice.oxt import build

Case = tuple[Function, Sequence[object]]

SINGLES, ARRAYS = "Singles", "Arrays"
SPARE = 2
"""Rows and columns of an array formula beyond the answer that is expected."""

ERRORS = {
    521: "#NULL!",
    532: "#DIV/0!",
    519: "#VALUE!",
    524: "#REF!",
    525: "#NAME?",
    503: "#NUM!",
    32767: "#N/A",
}

NOT_AVAILABLE = CalcError(32767)


@contextmanager
def office_with_functions() -> Iterator[LibreOffice]:
    """Start a LibreOffice of our own that has the extension, and end it."""
    with TemporaryDirectory() as folder:
        extension = Path(folder) / "xlbudget.oxt"
        build(extension)
        with LibreOffice(prepare=lambda profile: unopkg.add(extension, profile)) as office:
            yield office


def through_cells(cases: Sequence[Case], office: LibreOffice | None = None) -> list[Answer]:
    """Return what each call shows in a cell; an error that Excel lacks is such as "Err:504"."""
    if office is None:
        with office_with_functions() as own:
            return through_cells(cases, own)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cases.xlsx"
        places = _write(path, cases)
        handle = office.open(path)  # calculates everything anew
        try:
            return _read(office, handle, places)
        finally:
            office.close(handle)


@dataclass(frozen=True)
class _Area:
    """Where a case stands on its sheet, in rows and columns counted from zero."""

    spills: bool
    top: int
    bottom: int
    right: int


def _write(path: Path, cases: Sequence[Case]) -> list[_Area]:
    with Workbook(path) as workbook:
        singles, arrays = map(workbook.add_worksheet, (SINGLES, ARRAYS))
        arguments = ArgumentCells(workbook)
        places = []
        ends = {False: 0, True: 0}
        for function, cells in cases:
            formula = f"={function.name}({','.join(map(arguments.reference_to, cells))})"
            height, width = _room(function, cells)
            top = ends[function.spills]
            area = _Area(function.spills, top, top + height - 1, width - 1)
            ends[function.spills] += height
            if function.spills:
                arrays.write_array_formula(top, 0, area.bottom, area.right, formula)
            else:
                singles.write_formula(top, 0, formula)
            places.append(area)
    return places


def _room(function: Function, cells: Sequence[object]) -> tuple[int, int]:
    """Return how many rows and columns a call is given."""
    if not function.spills:
        return 1, 1
    expected = call(function, cells)
    if isinstance(expected, (CellError, float, str)):
        return 1 + SPARE, 1 + SPARE
    return len(expected) + SPARE, len(expected[0]) + SPARE


def _read(office: LibreOffice, handle: int, places: Sequence[_Area]) -> list[Answer]:
    singles = _rows(office, handle, SINGLES, [place for place in places if not place.spills])
    arrays = _rows(office, handle, ARRAYS, [place for place in places if place.spills])
    return [
        _array([row[: place.right + 1] for row in arrays[place.top : place.bottom + 1]])
        if place.spills
        else _single(singles[place.top][0])
        for place in places
    ]


def _rows(office: LibreOffice, handle: int, sheet: str, areas: Sequence[_Area]) -> list[list[Any]]:
    if not areas:
        return []
    bottom, right = max(area.bottom for area in areas), max(area.right for area in areas)
    return office.get_exact(handle, sheet, xl_range(0, 0, bottom, right))


def _single(shown: float | str | CalcError) -> Answer:
    if isinstance(shown, CalcError):
        return CellError(ERRORS.get(shown.code, f"Err:{shown.code}"))
    return shown


def _array(shown: Sequence[Sequence[Any]]) -> Answer:
    """Return an answer without the spare cells: they are #N/A, or repeat a row or column."""
    if isinstance(shown[0][0], CalcError):
        return _single(shown[0][0])
    kept = [row for row in shown if row[0] != NOT_AVAILABLE]
    if len(kept) == len(shown):
        kept = kept[:1]
    width = kept[0].index(NOT_AVAILABLE) if NOT_AVAILABLE in kept[0] else 1
    return tuple(tuple(map(_single, row[:width])) for row in kept)
