"""The digests of a workbook as its file stands."""

from __future__ import annotations

from collections.abc import Mapping

from xlbudget.workbook.read import Book, Sheet, Table
from xlbudget.workbook.read.address import parted
from xlbudget.workbook.stamp.digest import Digests, digests
from xlbudget.workbook.stamp.identity import read_stamp
from xlbudget.workbook.stamp.shape import GROWING, Block, Shape


def digests_of(book: Book, roles: Mapping[str, str] | None = None) -> Digests:
    """Return the digests of an open workbook.

    Args:
        book: The workbook.
        roles: The role of each sheet by its title; those that its Manifest tells, unless given.

    """
    known = read_stamp(book).roles if roles is None else roles
    shapes = [_shape(sheet, known.get(sheet.name, "")) for sheet in book.sheets]
    names = {name.name: name.refers for name in book.names if name.sheet is None}
    return digests(shapes, {k: v for k, v in names.items() if not k.startswith("_xl")})


def _shape(sheet: Sheet, role: str) -> Shape:
    found = (_block(table) for table in sheet.tables)
    blocks = sorted((block for block in found if block), key=lambda item: (item.top, item.left))
    placed = ((parted(ref), formula) for ref, formula in sheet.cells.formulas.items())
    formulas = {place: formula for place, formula in placed if place}
    return Shape(sheet.name, role in GROWING, blocks, formulas)


def _block(table: Table) -> Block | None:
    start, _, end = table.ref.replace("$", "").partition(":")
    first, last = parted(start), parted(end or start)
    if first is None or last is None:
        return None
    top = first[0] - (not table.has_header)
    headers = tuple(column.name for column in table.columns)
    return Block(table.name, top, first[1], last[0] - table.has_totals, headers)
