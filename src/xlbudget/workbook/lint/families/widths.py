"""Widths: a number fits its column, and no words are cut off by the cell beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.letter_width import STANDARD, width_of
from xlbudget.workbook.lint.looks import CellLook
from xlbudget.workbook.lint.profile import Profile, ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.shown_number import shown_number
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read.address import MOST_COLUMNS, parted

WIDTHS = Family()
_LINES = 5 / 7  # of a column's width, between what it holds and its edges
_INDENT = 9 / 7
_TOLERANCE = 0.5  # of a digit: letters differ a little from program to program
_WIDEST_LETTER = 1.8
_SHOWN = 40


@WIDTHS.rule(
    "L11",
    "Column too narrow",
    ours(Severity.FATAL, Severity.WARNING),
    wants="A number fits its column, Excel shows #### otherwise; and words are not cut off by the"
    " cell beside them",
    fix="Make the column wider (double-click the right edge of its letter), or wrap the text",
    source="UK Analysis Function",
)
def _narrow(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        yield from _numbers(subject, leaf)
        yield from _words(subject, leaf)


def _numbers(subject: Subject, leaf: Leaf) -> Iterator[Fault]:
    """Give the numbers that do not fit; of a column and a look, the largest are tried first."""
    alike: defaultdict[tuple[int, int], dict[float, str]] = defaultdict(dict)
    styles = leaf.styles
    for ref, value in leaf.sheet.cells.values.items():
        if isinstance(value, float) and (place := parted(ref)):
            alike[place[1], styles.get(ref, 0)].setdefault(value, ref)
    for (column, style), values in alike.items():
        look, width = subject.looks.of(style), leaf.width(column) - _LINES
        has_words = '"' in look.number or "[" in look.number
        tried = values if has_words else (max(values), min(values))
        if width <= 0 or look.shrinks or all(_needed(one, look) <= width for one in tried):
            continue
        for value, ref in values.items():
            if (needed := _needed(value, look)) > width:
                shown = shown_number(value, look.number)
                saw = f"{shown} needs a width of {needed:.1f} digits, the column has {width:.1f}"
                yield Fault(saw, leaf.name, ref)


def _needed(value: float, look: CellLook) -> float:
    shown = shown_number(value, look.number)
    return 0 if shown is None else _room(shown, look) - _TOLERANCE


def _room(words: str, look: CellLook) -> float:
    return width_of(words, look.size, is_bold=look.is_bold) + look.indent * _INDENT


def _words(subject: Subject, leaf: Leaf) -> Iterator[Fault]:
    """Give the words that run into a cell that holds something.

    In our workbooks these are the words of the template: what people type, and what follows from
    it, has a column that they may widen, and other columns in which it can be read.
    """
    for ref, value in leaf.sheet.cells.values.items():
        place = parted(ref) if isinstance(value, str) and value else None
        look = subject.looks.of(leaf.styles.get(ref))
        is_theirs = ref in leaf.sheet.cells.formulas or not look.is_locked
        if place is None or not _flows(look) or (is_theirs and subject.profile is not Profile.ANY):
            continue
        words, own = str(value), leaf.width(place[1]) - _LINES
        if own <= 0 or "\n" in words or len(words) * _WIDEST_LETTER * look.size / STANDARD < own:
            continue
        needed = _room(words, look) - _TOLERANCE
        if needed > (there := _free(leaf, place, look, needed)):
            shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
            saw = f"{shown!r} needs a width of about {needed:.0f} digits, it has {there:.0f}"
            yield Fault(saw, leaf.name, ref)


def _flows(look: CellLook) -> bool:
    return not look.wraps and not look.shrinks and look.align not in {"fill", "justify"}


def _free(leaf: Leaf, place: tuple[int, int], look: CellLook, needed: float) -> float:
    """Return the width of a cell and of the blank cells beside it, until it is enough."""
    (row, column), step = place, -1 if look.align == "right" else 1
    room = leaf.width(column) - _LINES
    while room < needed and 1 <= column + step <= MOST_COLUMNS:
        column += step
        if (row, column) in leaf.grid:
            break
        room += leaf.width(column)
    return room
