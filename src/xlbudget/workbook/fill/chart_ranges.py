"""Whether the charts of a template reach over all that a budget has to show."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.plan import Chart
from xlbudget.workbook.elements import elements
from xlbudget.workbook.fill.charts import chart_parts
from xlbudget.workbook.fill.code import FillCode
from xlbudget.workbook.parts import Package, read_part
from xlbudget.workbook.spelling import spelled

_RANGE = re.compile(r"(.*![$][A-Z]+[$])(\d+)(?::[$]([A-Z]+)[$](\d+))?")


def chart_ranges(package: Package) -> frozenset[str]:
    """Return the ranges that the charts of a template show."""
    return frozenset(
        spelled(found.text)
        for part in chart_parts(package)
        for found in elements(read_part(package, part), ("f",), f"{package.place}: {part}")
    )


def too_short(layout: Layout, ranges: Collection[str], file: str) -> Iterator[Finding]:
    """Yield the charts of a book that show fewer rows in a template than the budget has.

    Args:
        layout: The book of the budget, its tables where the template has them.
        ranges: The ranges that the charts of the template show.
        file: The name of the template.

    """
    for placed in layout.sheets:
        for item in placed.charts:
            if not all(_is_shown(one, ranges) for one in _wanted(layout, item.chart)):
                yield Finding(
                    Severity.WARNING,
                    FillCode.CHART,
                    Place(file=file, sheet=placed.sheet.title),
                    f"The chart {item.chart.name} does not reach over all rows of the budget",
                    "A chart shows every record that it is about",
                    "Widen its data range in Excel, or take a fresh template: xlbudget template",
                )


def _wanted(layout: Layout, chart: Chart) -> Iterator[str]:
    yield spelled(layout.absolute(chart.categories))
    yield from (spelled(layout.absolute(series.values)) for series in chart.series)


def _is_shown(wanted: str, ranges: Collection[str]) -> bool:
    """Return whether a range is shown, or one that begins there and goes on further down."""
    if wanted in ranges:
        return True
    found = _RANGE.fullmatch(wanted)
    return found is not None and any(_goes_on(found, other) for other in ranges)


def _goes_on(wanted: re.Match[str], other: str) -> bool:
    shown = _RANGE.fullmatch(other)
    if shown is None or shown.group(1, 2, 3) != wanted.group(1, 2, 3):
        return False
    return int(shown[4] or shown[2]) >= int(wanted[4] or wanted[2])
