"""The digest of a workbook's structure: of its sheets, tables, headers and formulas.

Inputs, looks and bytes do not count, so that it stays when people fill a workbook and when another
program saves it.  It changes with a formula that is altered or typed over, a header, a table, a
block or a sheet that is renamed, moved, added or gone.

Workbooks that are out hold digests: what is counted here changes only with the template's version.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from xlbudget.sheets.layout import LABEL_ROW
from xlbudget.workbook.spelling import spelled
from xlbudget.workbook.stamp.shape import Block, Shape, Teller, address

_GOES_ON = re.compile(r"[\w.\[]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Digests:
    """The SHA-256 of a workbook's structure, and that of each of its sheets by title."""

    whole: str
    sheets: Mapping[str, str]


def digests(shapes: Sequence[Shape], names: Mapping[str, str]) -> Digests:
    """Return the digests of a workbook.

    Args:
        shapes: Its sheets in order.
        names: What its defined names refer to; those that no formula uses do not count.

    """
    teller = Teller(shapes)
    sheets = {shape.title: _digest(_lines(shape, teller)) for shape in shapes}
    used = _used(names, shapes)
    told = [f"name {name.upper()}={teller.told(names[name])}" for name in sorted(used)]
    return Digests(_digest((*map(" ".join, sheets.items()), *told)), sheets)


def _digest(lines: Iterable[str]) -> str:
    return sha256("\n".join(lines).encode()).hexdigest()


def _lines(shape: Shape, teller: Teller) -> Iterator[str]:
    for block in shape.blocks:
        place = "" if shape.grows else address(block.top, block.left)
        yield f"table {block.name} {place}: {' | '.join(block.headers)}"
    if shape.grows:
        yield from _head(shape, teller)
        for block in shape.blocks:
            yield from _columns(shape, block, teller)
    else:
        for row, column in sorted(shape.formulas):
            formula = shape.formulas[row, column]
            yield f"{address(row, column)}={teller.told(formula, shape, row)}"


def _head(shape: Shape, teller: Teller) -> Iterator[str]:
    """Yield the formulas above the tables, and those right above headers."""
    first = min((block.top for block in shape.blocks), default=LABEL_ROW + 1)
    labels = {block.top - 1 for block in shape.blocks}
    above = (place for place in shape.formulas if place[0] < first or place[0] in labels)
    for row, column in sorted(above):
        told = teller.told(shape.formulas[row, column], shape, row)
        yield f"{'label' if row in labels else 'head'} {column}={told}"


def _columns(shape: Shape, block: Block, teller: Teller) -> Iterator[str]:
    """Yield the calculated columns of a table: their formulas, each once where rows are alike."""
    rows = range(block.top + 1, block.bottom + 1)
    for i, header in enumerate(block.headers):
        at = block.left + i
        formulas = [(row, shape.formulas.get((row, at), "")) for row in rows]
        if 2 * sum(bool(formula) for _, formula in formulas) <= len(rows):
            continue  # people type in it, now and then a formula
        told = (teller.told(formula, shape, row) for row, formula in formulas)
        kinds = [kind for kind, _ in groupby(told)]
        if kinds != [""] and any(map(_LETTER.search, kinds)):
            yield f"{block.name}[{header}]={' then '.join(kinds)}"


def _used(names: Mapping[str, str], shapes: Sequence[Shape]) -> list[str]:
    """Return the names that formulas, or names that formulas use, speak of."""
    formulas = {text for shape in shapes for text in shape.formulas.values()}
    texts = "\n" + "\n".join({spelled(text) for text in formulas})
    used: list[str] = []
    left, new = dict(names), [texts]
    while new:
        found = [name for name in left if any(_speaks(text, name.upper()) for text in new)]
        new = ["\n" + spelled(left.pop(name)) for name in found]
        used += found
    return used


def _speaks(text: str, word: str) -> bool:
    """Return whether formulas use a name: it stands there whole, and is no column of a table."""
    found = re.finditer(re.escape(word) + r"(?![\w.(\[!])", text)
    return any(not _GOES_ON.match(text, one.start() - 1) for one in found if one.start())
