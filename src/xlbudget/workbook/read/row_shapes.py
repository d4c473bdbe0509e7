"""Rows of one shape, as a table has them: one pattern for the whole row instead of each cell.

Many rows of a table have the same columns with the same looks and differ only in what they hold.
When a shape was seen in enough rows to be worth a pattern of its own, that pattern is made, and
kept for the next sheets and files: a folder of returned workbooks is made of the same few shapes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

WORTH = 100  # rows; making a pattern takes about as long as it saves in so many
_MOST_SHAPES = 300
_SEEN: Counter[Shape] = Counter()
_PATTERNS: dict[Shape, re.Pattern[str]] = {}


class Column(NamedTuple):
    """What the cells of a column have in common: letters, look, and a formula's attributes."""

    letters: str
    look: str
    facts: str
    has_formula: bool
    has_value: bool


Shape = tuple[Column, ...]


class Rows(NamedTuple):
    """Rows of one shape.

    Attributes:
        shape: Their columns.
        numbers: The number of each row.
        texts: For each column its formulas, where it has any, and then its values, likewise.
        others: The rows of other shapes, as they are written.

    """

    shape: Shape
    numbers: Sequence[str]
    texts: Sequence[Sequence[str]]
    others: str


def is_of(shape: Shape, row: str) -> bool:
    """Return whether a row is of a shape; False for a shape without a pattern."""
    found = _PATTERNS[shape].match(row + "</row>") if shape in _PATTERNS else None
    return found is not None and found[1] is not None


def rows_of(text: str, shape: Shape) -> Rows | None:
    """Return the rows of a shape in a text; None when they are not worth a pattern yet."""
    if shape not in _PATTERNS:
        if len(_PATTERNS) + len(_SEEN) > _MOST_SHAPES:
            _PATTERNS.clear()
            _SEEN.clear()
        _SEEN[shape] += text.count("<row ")
        if _SEEN[shape] < WORTH:
            return None
        _PATTERNS[shape] = re.compile(_pattern(shape))
    pattern = _PATTERNS[shape]
    pieces, step = pattern.split(text), pattern.groups + 1
    numbers, *texts, others = (pieces[i::step] for i in range(1, step))
    if None in numbers:  # where a row is of another shape
        texts = [list(compress(one, numbers)) for one in texts]
        numbers = list(filter(None, numbers))
    if not numbers:  # the cells are of the shape, what stands around them is not
        return None
    return Rows(shape, numbers, texts, "".join(filter(None, others)))


def _pattern(shape: Shape) -> str:
    cells = "".join(map(_cell, shape))
    # What is of another shape falls to the last group, and nothing is passed over.
    other = "<row[^<]*+(?:<(?!/?row)[^<]*+)*+(?:</row>)?+|[^<]*+<[^<]*+"
    return rf'<row r="([0-9]++)"[^<>/]*+>{cells}</row>|({other})'


def _cell(column: Column) -> str:
    # \1 is the number of the row.
    start = rf'<c r="{column.letters}\1"{re.escape(column.look)}'
    if not column.has_value:
        return start + "/>"
    facts = re.escape(column.facts)
    formula = f"<f{facts}>([^<]++)</f>" if column.has_formula else f"<f{facts}/>" if facts else ""
    return f"{start}>{formula}<v>([^<]*+)</v></c>"
