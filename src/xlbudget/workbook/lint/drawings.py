"""Charts and pictures on a sheet: their words, their titles, their axes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from xlbudget.workbook.contents import relations_of
from xlbudget.workbook.elements import Element, elements
from xlbudget.workbook.lint.area import address
from xlbudget.workbook.lint.leaf import Leaf
from xlbudget.workbook.read.limits import read_small

_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_INNER = ("from", "row", "col", "cNvPr", "chart", "pic", "graphicFrame", "sp", "decorative")
_CHART = (
    *("chartSpace", "plotArea", "valAx", "catAx", "dateAx", "serAx", "title", "t", "v", "scaling"),
    *("min", "delete", "barChart", "barDir", "grouping", "lineChart", "areaChart", "ser", "val"),
    "pt",
)
_AXES = ("valAx", "catAx", "dateAx", "serAx")
_SPREAD = 1 / 6  # Excel lets an axis begin above zero where amounts differ by less of the largest


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
        unnamed: The axes without a title: "value", "category".
        cut_at: Where bars begin, when that is not zero.
        may_be_cut: Whether bars are so alike that a program begins their axis above zero.

    """

    kind: str
    name: str
    alt: str
    cell: str
    is_decorative: bool = False
    is_titled: bool = True
    unnamed: tuple[str, ...] = ()
    cut_at: float = 0.0
    may_be_cut: bool = False


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
    axes = (
        [one for one in plot.inside if one.name in _AXES and not _is_on(one, "delete")]
        if plot
        else []
    )
    bars = [one for one in plot.inside if one.name == "barChart"] if plot else []
    lows = [
        float(_told(scaling, "min") or 0)
        for axis in axes
        if axis.name == "valAx" and (scaling := axis.child("scaling")) and scaling.child("min")
    ]
    lies = any(_told(one, "barDir") == "bar" for one in bars)
    return Drawn(
        "chart",
        name,
        words,
        cell,
        is_titled=held is not None and _says(held),
        unnamed=tuple(dict.fromkeys(_unnamed(axes, lies=lies))),
        cut_at=max([low for low in lows if low > 0], default=0.0) if bars else 0.0,
        may_be_cut=bool(bars) and not lows and _are_alike(plot.inside if plot else []),
    )


def _unnamed(axes: list[Element], *, lies: bool) -> Iterator[str]:
    """Give the axes without a title; the names beside bars that lie speak for themselves."""
    for axis in axes:
        kind = "value" if axis.name == "valAx" else "category"
        if not _says(axis) and not (lies and kind == "category"):
            yield kind


def _says(element: Element) -> bool:
    """Return whether a chart or an axis has a title with words in it."""
    title = element.child("title")
    return title is not None and any(one.text.strip() for one in title.inside)


def _are_alike(groups: list[Element]) -> bool:
    """Return whether the stored amounts of bars are all so large that zero may be left out."""
    amounts: list[float] = []
    for group in groups:
        series = [_amounts(one) for one in group.inside if one.name == "ser"]
        if _told(group, "grouping") == "percentStacked":
            return False
        if _told(group, "grouping") == "stacked":
            points = {point for one in series for point in one}
            amounts += [sum(one.get(point, 0.0) for one in series) for point in points]
        else:
            amounts += [amount for one in series for amount in one.values()]
    most = max(amounts, default=0.0)
    return len(amounts) > 1 and min(amounts) > 0 and most - min(amounts) < most * _SPREAD


def _amounts(series: Element) -> dict[str, float]:
    """Return the stored amounts of a series by their number."""
    held = series.child("val")
    found: dict[str, float] = {}
    for point in held.inside if held else []:
        value = point.child("v") if point.name == "pt" else None
        with suppress(ValueError):
            if value is not None:
                found[point.facts.get("idx", "")] = float(value.text)
    return found


def _told(element: Element, name: str) -> str:
    held = element.child(name)
    return held.facts.get("val", "") if held else ""


def _is_on(element: Element, name: str) -> bool:
    held = element.child(name)
    return held is not None and held.facts.get("val", "1") in {"1", "true"}


def _number(corner: Element | None, name: str) -> int:
    held = corner.child(name) if corner else None
    return int(held.text.strip() or 0) if held else 0
