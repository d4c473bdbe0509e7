"""Values that do not fit what their cell states they are: mended where it is clear how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xlbudget.workbook.read.limits import refuse
from xlbudget.workbook.read.looks import MISFITS, Looks
from xlbudget.workbook.read.raw_cells import RawCell
from xlbudget.workbook.read.xml_text import plain


def mended(cells: Iterable[RawCell], looks: Looks, place: str) -> Iterator[RawCell]:
    """Give cells with their values written as they mostly are: "7" for " 007".

    Raises:
        UnreadableFileError: A value is not of the kind that its cell states.

    """
    for ref, look, facts, formula, hollow, value in cells:
        text = value
        if not _fits(looks, look, text):
            text = plain(value).strip()
            text = text if _fits(looks, look, text) else text.lstrip("0") or "0"[: len(text)]
        fits = _fits(looks, look, text)
        if text and not fits:
            refuse(
                f"Its cell {ref} holds {value[:40]!r}, which is not of the kind that it states",
                "A cell holds a number, text, a truth value, a date or an error",
                "Open the workbook in Excel or LibreOffice and save it anew",
                place,
            )
        yield ref, look if fits else "", facts, formula, hollow, text


def _fits(looks: Looks, look: str, text: str) -> bool:
    try:
        looks[look][0](text)
    except MISFITS:
        return False
    return True
