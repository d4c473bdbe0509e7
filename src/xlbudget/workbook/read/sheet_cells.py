"""From the part of a sheet to its cells: values, formulas, areas and styles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import repeat

from xlbudget.workbook.read.careful_cells import careful_cells
from xlbudget.workbook.read.cells import Cells, Single, Stretch
from xlbudget.workbook.read.formulas import NORMAL, Formulas, shared_group
from xlbudget.workbook.read.limits import Count
from xlbudget.workbook.read.looks import MISFITS, Looks, Shared, all_converted
from xlbudget.workbook.read.mended import mended
from xlbudget.workbook.read.raw_cells import RawCell, Unusual, quick_cells
from xlbudget.workbook.read.results import with_results
from xlbudget.workbook.read.row_shapes import Column, Rows
from xlbudget.workbook.read.value import Value

_ANY_CELL = re.compile(rb"[<:]c[\s/>]")
_SMALL_CELL = len('<c r="A1"/>')


def read_cells(data: bytes, shared: Shared, count: Count, place: str) -> Cells:
    """Return the cells of a sheet's part.

    Args:
        data: The part, in UTF-8.
        shared: What the sheets of the workbook share.
        count: How many cells the file may still have.
        place: What to call the sheet in a message.

    Raises:
        UnreadableFileError: The part is not sound, or there are too many cells.

    """
    _check_count(data, count)
    try:
        return _quickly(data, shared, count)
    except (Unusual, *MISFITS):
        return _carefully(data, shared, count, place)


def _check_count(data: bytes, count: Count) -> None:
    """Refuse too many cells before any is read; only of a large part are they counted."""
    likely = len(data) > count.left * _SMALL_CELL
    if likely and data.count(b"<c") + data.count(b":c") > count.left:
        count.check(sum(1 for _ in _ANY_CELL.finditer(data)))


def _quickly(data: bytes, shared: Shared, count: Count) -> Cells:
    reader = _Reader(shared.quick_looks, count)
    for some in quick_cells(data):
        if isinstance(some, Rows):
            reader.take_rows(some)
        else:
            reader.take(some)
    return reader.cells()


def _carefully(data: bytes, shared: Shared, count: Count, place: str) -> Cells:
    reader = _Reader(shared.careful_looks, count)

    def take(cells: list[RawCell]) -> None:
        try:
            reader.take(cells)
        except MISFITS:
            reader.take(list(mended(cells, shared.careful_looks, place)))

    careful_cells(data, place, take)
    return reader.cells()


class _Reader:
    """The cells of a sheet that were read so far."""

    def __init__(self, looks: Looks, count: Count) -> None:
        self._looks, self._count = looks, count
        self._values: dict[str, Value] = {}
        self._dates: set[str] = set()
        self._formulas = Formulas(count, are_plain=not looks.quick)
        self._stretches: list[tuple[Stretch, str | None]] = []
        self._in_stretches = 0

    def take(self, cells: Iterable[RawCell]) -> None:
        """Take some more cells, one by one."""
        looks, values, dates = self._looks, self._values, self._dates
        known, formulas, special = self._formulas.known, self._formulas.found, []
        # The one loop over all such cells: what it does not do for each, it need not.
        for ref, look, facts, formula, hollow, value in cells:
            convert, is_date = looks[look]
            values[ref] = convert(value)
            if is_date:
                dates.add(ref)
            if formula:
                formulas[ref] = known[formula] if "&" in formula else formula
            if hollow or facts not in NORMAL:
                special.append((ref, facts, hollow))
        if "" in values:
            raise Unusual  # something that the pattern does not know
        self._check()
        self._formulas.take(special)

    def take_rows(self, rows: Rows) -> None:
        """Take rows of one shape, column by column."""
        blank, texts = ("",) * len(rows.numbers), iter(rows.texts)
        for column in rows.shape:
            formulas = next(texts) if column.has_formula else ()
            values = next(texts) if column.has_value else blank
            group = None if formulas else shared_group(column.facts)
            if group is None and column.facts not in NORMAL:
                refs = (column.letters + number for number in rows.numbers)
                same = (repeat(column.look), repeat(column.facts))
                self.take(zip(refs, *same, formulas or blank, blank, values, strict=False))
            else:
                self._keep(column, rows.numbers, formulas, values, group)

    def _keep(
        self,
        column: Column,
        numbers: Sequence[str],
        formulas: Sequence[str],
        texts: Sequence[str],
        group: str | None,
    ) -> None:
        convert, is_date = self._looks[column.look]
        values, told = all_converted(convert, texts), self._formulas.told(formulas)
        stretch = Stretch(column.letters, numbers, values, told, is_date)
        self._stretches.append((stretch, group))
        self._in_stretches += len(numbers)
        self._check()

    def _check(self) -> None:
        self._count.check(len(self._values) + self._in_stretches)

    def cells(self) -> Cells:
        """Return all of them."""
        self._count.add(len(self._values) + self._in_stretches)
        found = self._formulas
        formulas, told = found.all(), [self._with_formulas(*one) for one in self._stretches]
        stretches = with_results(self._values, formulas, found.hollow, told)
        return Cells(stretches, Single(self._values, formulas, self._dates), found.areas)

    def _with_formulas(self, stretch: Stretch, group: str | None) -> Stretch:
        if group is None:
            return stretch
        return stretch._replace(formulas=self._formulas.moved(group, stretch.column, stretch.rows))
