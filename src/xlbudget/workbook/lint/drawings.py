"""Charts and pictures on a sheet: their words, their titles, their axes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlbudget.workbook.contents import relations_of
from xlbudget.workbook.elements import Element, elements
from xlbudget.workbook.lint.area import address
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.read.limits import read_small

_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_INNER = ("from", "row", "col", "cNvPr", "chart", "pic", "graphicFrame", "sp", "decorative")
_CHART = (
    *("chartSpace", "plotArea", "valAx", "catAx", "dateAx", "title", "scaling", "min", "barChart"),
    *("autoTitleDeleted",),
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart or picture.

    Attributes:
        kind: "chart" or "picture".
        name: Its name.
        alt: Its words for those who cannot see.
        cell: The cell at its upper left corner.
        is_decorative: Whether it is marked to mean nothing.
        is_titled: Whether the chart has a title.
        has_axes: Whether the chart has an axis of values.
        names_values: Whether that axis has a title.
        cut_at: Where bars begin, when that is not zero.

    """

    kind: str
    name: str
    alt: str
    cell: str
    is_decorative: bool = False
    is_titled: bool = True
    has_axes: bool = False
    names_values: bool = True
    cut_at: float = 0.0


def drawn_on(leaf: Leaf) -> Iterator[Drawn]:
    """Give the charts and pictures of a sheet."""
    package = leaf.package
    for relation in leaf.relations:
        if relation.kind != "drawing" or relation.target not in package.members:
            continue
        part = relation.target
        charts = {one.id: one.target for one in relations_of(package, part, read_small)}
        data = read_small(package, part)
        for anchor in elements(data, (*_ANCHORS, *_INNER), f"{package.place}: {part}"):
            yield from _drawn(leaf, anchor, charts)


def _drawn(leaf: Leaf, anchor: Element, charts: dict[str, str]) -> Iterator[Drawn]:
    corner = anchor.child("from")
    row, column = (_number(corner, name) for name in ("row", "col"))
    cell = address(row + 1, column + 1)
    for frame in anchor.inside:
        if frame.name not in {"graphicFrame", "pic"}:
            continue
        facts = found.facts if (found := frame.child("cNvPr")) else {}
        words = facts.get("descr", "") or facts.get("title", "")
        decorative = found is not None and any(
            one.name == "decorative" and one.facts.get("val") in {"1", "true"}
            for one in found.inside
        )
        name = facts.get("name", "")
        if frame.name == "pic":
            yield Drawn("picture", name, words, cell, decorative)
        elif held := frame.child("chart"):
            link = next((text for key, text in held.facts.items() if key.endswith(":id")), "")
            yield _chart(leaf, charts.get(link, ""), name, words, cell)


def _chart(leaf: Leaf, part: str, name: str, words: str, cell: str) -> Drawn:
    package = leaf.package
    if part not in package.members:
        return Drawn("chart", name, words, cell)
    roots = elements(read_small(package, part), _CHART, f"{package.place}: {part}")
    held = roots[0] if roots else None
    plot = held.child("plotArea") if held else None
    axes = [one for one in plot.inside if one.name == "valAx"] if plot else []
    bars = bool(plot and plot.child("barChart"))
    lows = [
        float(low.facts.get("val", "0"))
        for axis in axes
        if (scaling := axis.child("scaling")) and (low := scaling.child("min"))
    ]
    return Drawn(
        "chart",
        name,
        words,
        cell,
        is_titled=held is not None and held.child("title") is not None,
        has_axes=bool(axes),
        names_values=any(axis.child("title") for axis in axes),
        cut_at=max([low for low in lows if low > 0], default=0.0) if bars else 0.0,
    )


def _number(corner: Element | None, name: str) -> int:
    held = corner.child(name) if corner else None
    return int(held.text.strip() or 0) if held else 0
