"""From the part of a sheet to its cells: values, formulas, areas and styles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from xlbudget.workbook.read.careful_cells import careful_cells
from xlbudget.workbook.read.cells import Cells
from xlbudget.workbook.read.formulas import NORMAL, Formulas
from xlbudget.workbook.read.limits import Count, refuse
from xlbudget.workbook.read.looks import Looks, Shared, all_converted
from xlbudget.workbook.read.raw_cells import RawCell, Unusual, quick_cells
from xlbudget.workbook.read.row_shapes import Rows
from xlbudget.workbook.read.value import NOT_CALCULATED, Value
from xlbudget.workbook.read.xml_text import plain

_ANY_CELL = re.compile(rb"[<:]c[\s/>]")
_SMALL_CELL = len('<c r="A1"/>')
_MISFITS = (KeyError, ValueError, OverflowError)


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
        quick = _Reader(shared.quick_looks, count, place)
        for some in quick_cells(data):
            if isinstance(some, Rows):
                quick.take_rows(some)
            else:
                quick.take(some)
        return quick.cells()
    except Unusual:
        careful = _Reader(shared.careful_looks, count, place)
        careful_cells(data, place, careful.take)
        return careful.cells()


def _check_count(data: bytes, count: Count) -> None:
    """Refuse too many cells before any is read; only of a large part are they counted."""
    likely = len(data) > count.left * _SMALL_CELL
    if likely and data.count(b"<c") + data.count(b":c") > count.left:
        count.check(sum(1 for _ in _ANY_CELL.finditer(data)))


class _Reader:
    """The cells of a sheet that were read so far."""

    def __init__(self, looks: Looks, count: Count, place: str) -> None:
        self._looks, self._count, self._place = looks, count, place
        self._values: dict[str, Value] = {}
        self._dates: set[str] = set()
        self._formulas = Formulas(are_plain=not looks.quick)

    def take(self, cells: Iterable[RawCell]) -> None:
        """Take some more cells."""
        looks, values, dates = self._looks, self._values, self._dates
        known, formulas, special = self._formulas.known, self._formulas.found, []
        try:
            # The one loop over all cells: what it does not do for each, it need not.
            for ref, look, facts, formula, hollow, value in cells:
                convert, is_date = looks[look]
                values[ref] = convert(value)
                if is_date:
                    dates.add(ref)
                if formula:
                    formulas[ref] = known[formula] if "&" in formula else formula
                if hollow or facts not in NORMAL:
                    special.append((ref, facts, hollow))
        except _MISFITS:
            self.take(list(self._mended(cells)))
            return
        if "" in values:
            raise Unusual
        self._count.check(len(values))
        self._formulas.take(special)

    def take_rows(self, rows: Rows) -> None:
        """Take rows of one shape, column by column."""
        texts, special = iter(rows.texts), []
        for column in rows.shape:
            convert, is_date = self._looks[column.look]
            refs = [column.letters + number for number in rows.numbers]
            if column.has_formula:
                self._formulas.take_column(refs, next(texts))
            if column.facts not in NORMAL:
                special += [(ref, column.facts, "") for ref in refs]
            values = next(texts) if column.has_value else ("",) * len(refs)
            try:
                self._values.update(zip(refs, all_converted(convert, values), strict=True))
            except _MISFITS:
                raw = zip(refs, values, strict=True)
                self.take(list(self._mended((ref, column.look, "", "", "", v) for ref, v in raw)))
            if is_date:
                self._dates.update(refs)
        self._count.check(len(self._values))
        self._formulas.take(special)

    def _mended(self, cells: Iterable[RawCell]) -> Iterator[RawCell]:
        """Give cells whose values are written as they mostly are: "7" for " 007"."""
        for ref, look, facts, formula, hollow, value in cells:
            text = value
            if not self._fits(look, text):
                text = plain(value).strip()
                text = text if self._fits(look, text) else text.lstrip("0") or "0"[: len(text)]
            if text and not self._fits(look, text):
                refuse(
                    f"Its cell {ref} holds {value[:40]!r}, which is not of the kind that it states",
                    "A cell holds a number, text, a truth value, a date or an error",
                    "Open the workbook in Excel or LibreOffice and save it anew",
                    self._place,
                )
            yield ref, look if text else "", facts, formula, hollow, text

    def _fits(self, look: str, text: str) -> bool:
        try:
            self._looks[look][0](text)
        except _MISFITS:
            return False
        return True

    def cells(self) -> Cells:
        """Return all of them.

        XlsxWriter stores an empty text as an empty value, and openpyxl stores one for every
        formula, since it calculates none.  Where not one formula of a sheet has a value, none
        was calculated.
        """
        values, formulas, hollow = self._values, self._formulas.all(), self._formulas.hollow
        self._count.add(len(values))
        empty = [ref for ref in formulas if values[ref] is None and ref not in hollow]
        calculated = len(empty) + len(hollow) < len(formulas)
        values.update(dict.fromkeys(empty, "" if calculated else NOT_CALCULATED))
        values.update(dict.fromkeys(hollow, NOT_CALCULATED))
        return Cells(values, formulas, self._formulas.areas, self._dates)
