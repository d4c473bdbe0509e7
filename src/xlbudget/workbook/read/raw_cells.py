"""The cells of a sheet part as they are written, by a pattern.

The pattern knows what Excel, LibreOffice, XlsxWriter and openpyxl write.  It matches without a
gap: whatever it does not know becomes a match without an address, and then the careful reader,
which knows all of XML, reads the whole part anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from xlbudget.workbook.read.row_shapes import Column, Rows, Shape, is_of, rows_of

_CELL = re.compile(
    # No part of it may pass over a "<": each letter of a hostile file is then read once.
    r"(?:</?row[^<>]*+>)*+"
    r'<c r="([A-Z]{1,3}+[0-9]{1,7}+)"'  # address
    r'((?: s="[0-9]++")?+(?: t="[A-Za-z]++")?+[^<>/]*+)'  # the look: mostly style and type
    r"(?:/>|>"
    r"(?:<f([^<>/]*+)(?:/>|>([^<]*+)</f>)(?:(?=(</c>)))?+)?+"  # facts, formula, "no value"
    r'(?:(?:<v>|<is><t>|<v xml:space="preserve">|<is><t xml:space="preserve">)'
    r"([^<]*+)(?:</v>|</t></is>)|<v ?/>)?+"  # value
    r"</c>)"
    r"|[^<]*+<"
)
_OPENS, _CLOSES, _ROW_ENDS = b"<sheetData>", b"</sheetData>", b"</row>"
_CHUNK = 1 << 17  # small enough to stay in the processor's cache
_FEW = 25  # rows that are not worth a look at their shape


class Unusual(Exception):  # noqa: N818 - a sign from one reader to the other, never shown
    """A part is written in a way that the quick reader does not know."""


RawCell: TypeAlias = tuple[str, str, str, str, str, str]
"""What is written in a cell:

- its address, such as "B7",
- its look: the other attributes, such as ' s="4" t="str"',
- the attributes of its formula,
- its formula without the equals sign,
- something when the formula has no value at all,
- its value.
"""


def quick_cells(data: bytes) -> Iterator[list[RawCell] | Rows]:
    """Give the cells of a part in UTF-8, some at a time, as they stand in the XML.

    Raises:
        Unusual: The patterns do not know all that is written there.

    """
    start, end = data.find(_OPENS) + len(_OPENS), data.rfind(_CLOSES)
    if start < len(_OPENS) or end < start or b"<!" in data[:start] or b"<sheetData" in data[end:]:
        raise Unusual
    shape: Shape = ()
    while start < end:
        stop = end
        if end - start > _CHUNK:
            stop = data.find(_ROW_ENDS, start + _CHUNK, end) + len(_ROW_ENDS)
            stop = end if stop < start else stop
        text = _text(data[start:stop])
        rows = _rows_in(text, shape)
        if rows is not None:
            yield rows
            text, shape = rows.others, rows.shape
        if text:
            yield _CELL.findall(text.removesuffix("</row>"))
        start = stop


def _text(data: bytes) -> str:
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Unusual from error
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _rows_in(text: str, before: Shape) -> Rows | None:
    """Return the rows of the shape that two rows in the middle have, when there are many.

    Args:
        text: Some rows.
        before: The shape of the rows before them, most likely theirs as well.

    """
    one, other = _row_at(text, len(text) // 2), _row_at(text, len(text) // 3)
    if not one or len(one) * _FEW > len(text):
        return None
    if is_of(before, one) and is_of(before, other):
        return rows_of(text, before)
    shape = _shape(one)
    return rows_of(text, shape) if shape and shape == _shape(other) else None


def _row_at(text: str, at: int) -> str:
    """Return the row that begins next; nothing when none does."""
    start = text.find("<row ", at)
    return text[start : text.find("</row>", start)] if start >= 0 else ""


def _shape(row: str) -> Shape:
    """Return the shape of a row; an empty one when it is unusual."""
    cells = _CELL.findall(row)
    columns = [column for cell in cells if (column := _column(cell))]
    return tuple(columns) if len(columns) == len(cells) else ()


def _column(cell: RawCell) -> Column | None:
    """Return what the cells below a cell may have in common with it; None when it is unusual."""
    ref, look, facts, formula, hollow, value = cell
    if not ref or hollow or "inlineStr" in look:
        return None
    return Column(
        ref.rstrip("0123456789"), look, facts, bool(formula), bool(value or formula or facts)
    )
