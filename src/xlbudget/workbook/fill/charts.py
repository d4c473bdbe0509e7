"""What a template keeps of its cells elsewhere: the copies that charts and text boxes hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from xlbudget.workbook.contents import relations_of
from xlbudget.workbook.elements import Edit, Element, elements, spliced
from xlbudget.workbook.parts import Package, read_part

_CACHES = {"strCache", "numCache", "multiLvlStrCache", "lvl"}
_REFERENCES = ("strRef", "numRef", "multiLvlStrRef", "strDim", "numDim")
_INSIDE = ("f", "pt", *_CACHES)
_SHEET = re.compile(r"(?:'((?:[^']|'')*)'|([^\W\d][\w.]*))!")
_DRAWING = re.compile(r"xl/drawings/[^/]+\.xml")
_CHARTS = {"chart", "chartEx"}


def settled_charts(package: Package, changing: Collection[str]) -> dict[str, bytes]:
    """Return the charts of a template without their copies of cells that may change.

    A spreadsheet draws a chart from its cells; the copy is for who cannot read them.  It would
    show another district's figures and words.  A chart without such a copy is not returned.

    Args:
        package: The template.
        changing: The tabs whose cells may change.

    """
    settled = {}
    for part in chart_parts(package):
        data = read_part(package, part)
        place = f"{package.place}: {part}"
        found = elements(data, (*_REFERENCES, *_INSIDE), place)
        edits = [edit for one in found for edit in _edits(one, changing)]
        if edits:
            settled[part] = spliced(data, edits)
    return settled


def settled_boxes(package: Package) -> dict[str, bytes]:
    """Return the drawings of a template whose text boxes show a cell, without what it showed."""
    settled = {}
    for part in drawing_parts(package):
        data = read_part(package, part)
        if b"textlink=" not in data:
            continue
        shapes = elements(data, ("sp", "t"), f"{package.place}: {part}")
        linked = (one for one in shapes if one.name == "sp" and one.facts.get("textlink"))
        texts = [text for one in linked for text in one.inside if text.text]
        if texts:
            settled[part] = spliced(data, ((one.opened, one.closed, b"") for one in texts))
    return settled


def drawing_parts(package: Package) -> list[str]:
    """Return the names of the parts that hold charts, pictures and text boxes."""
    return [name for name in package.members if _DRAWING.fullmatch(name)]


def stored_copies(package: Package) -> list[str]:
    """Return the parts that hold copies of data which filling does not reach: of pivot tables."""
    return [name for name in package.members if "/pivotCache/" in name and "_rels" not in name]


def chart_parts(package: Package) -> Iterator[str]:
    """Yield the names of the parts that hold a chart on a sheet."""
    seen: set[str] = set()
    for relation in (one for name in drawing_parts(package) for one in relations_of(package, name)):
        target = relation.target
        if relation.kind in _CHARTS and target in package.members and target not in seen:
            seen.add(target)
            yield target


def _edits(reference: Element, changing: Collection[str]) -> Iterator[Edit]:
    """Yield the edits that take the copies out of a reference of a chart."""
    if reference.name not in _REFERENCES:
        return
    formula = reference.child("f")
    named = [one or two for one, two in _SHEET.findall(formula.text)] if formula else []
    tabs = {name.replace("''", "'") for name in named}
    if tabs and not tabs & set(changing):
        return
    for inner in reference.inside:
        if inner.name in _CACHES and any(one.name == "pt" for one in _all(inner)):
            yield inner.start, inner.end, b""


def _all(element: Element) -> Iterator[Element]:
    for inner in element.inside:
        yield inner
        yield from _all(inner)
