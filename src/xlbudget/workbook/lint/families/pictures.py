"""Charts and pictures: words for those who cannot see them, and axes that mislead nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlbudget.model.finding import Severity
from xlbudget.workbook.lint.area import address
from xlbudget.workbook.lint.drawings import Drawn, drawn_on
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.lint.profile import ours
from xlbudget.workbook.lint.rule import Family, Fault
from xlbudget.workbook.lint.subject import Subject
from xlbudget.workbook.read.address import parted

PICTURES = Family()
_LEAST_LETTERS, _LEAST_WORDS = 20, 4
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_BY_PROGRAM = re.compile(
    r"description automatically generated|[\w -]+\.(png|jpe?g|gif|svg|bmp)$", re.IGNORECASE
)


@PICTURES.rule(
    "L09",
    "Chart or picture without words",
    ours(Severity.FATAL, Severity.WARNING),
    wants=f"A chart or picture has a text of {_LEAST_LETTERS} letters or more that says what it"
    " shows, and a title or a sentence above it; the axes of a chart say their units, and bars"
    " begin at zero",
    fix="Right-click it, choose Edit Alt Text; add axis titles; let the axis begin at 0",
    source="Microsoft accessibility checker; UK Analysis Function 10; WCAG 2.1, 1.1.1",
)
def _alt_text(subject: Subject) -> Iterator[Fault]:
    for leaf in subject.leaves:
        for drawn in drawn_on(leaf):
            if not drawn.is_decorative and (said := _lacking(drawn)):
                saw = f"The {drawn.kind} {drawn.name} has {said}"
                dropped = drawn.kind == "chart" and not drawn.alt.strip()
                yield Fault(saw, leaf.name, drawn.cell, may_be_dropped=dropped)
            if drawn.kind == "chart":
                yield from _chart(leaf, drawn)


def _lacking(drawn: Drawn) -> str:
    """Return what is wrong with the words of a chart or picture; "" where they say something."""
    words = drawn.alt.strip()
    if not words:
        return "no words for those who cannot see"
    if _BY_PROGRAM.search(words):
        return f"the words {words!r}, which a program wrote"
    says = (
        len(_LETTER.findall(words)) >= _LEAST_LETTERS and len(_WORD.findall(words)) >= _LEAST_WORDS
    )
    return "" if says else f"only {words!r}, which says nothing of what it shows"


def _chart(leaf: Leaf, drawn: Drawn) -> Iterator[Fault]:
    if not drawn.is_titled and not leaf.text(_above(drawn.cell)):
        saw = f"The chart {drawn.name} has no title, and no sentence above it"
        yield Fault(saw, leaf.name, drawn.cell)
    for axis in drawn.unnamed:
        saw = f"The {axis} axis of {drawn.name} does not say what it measures"
        yield Fault(saw, leaf.name, drawn.cell)
    if drawn.cut_at:
        saw = f"The bars of {drawn.name} begin at {drawn.cut_at:g}, not at 0"
        yield Fault(saw, leaf.name, drawn.cell)
    elif drawn.may_be_cut:
        saw = f"The bars of {drawn.name} are so alike that a program begins them above 0"
        yield Fault(saw, leaf.name, drawn.cell)


def _above(cell: str) -> str:
    place = parted(cell)
    return address(max(place[0] - 1, 1), place[1]) if place else ""
