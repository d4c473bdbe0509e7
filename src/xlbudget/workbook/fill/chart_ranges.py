"""Whether the charts of a template reach over all that a budget has to show."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from xlbudget.model.finding import Finding, Place, Severity
from xlbudget.sheets.layout import Layout
from xlbudget.sheets.plan import Calculated, Chart, Spilled
from xlbudget.workbook.elements import elements
from xlbudget.workbook.fill.charts import chart_parts
from xlbudget.workbook.fill.code import FillCode
from xlbudget.workbook.parts import Package, read_part
from xlbudget.workbook.spelling import spelled

_RANGE = re.compile(r"(.*!)([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")  # as ``spelled`` has it


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
            wanted = list(_wanted(layout, item.chart))
            if set(wanted) <= set(ranges):
                continue
            rows = _rows_told(layout, item.chart, wanted[0])
            if not all(_is_shown(one, rows, ranges) for one in wanted):
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


def _rows_told(layout: Layout, chart: Chart, categories: str) -> int:
    """Return how many rows of a chart tell something: those behind them are spare, and blank."""
    table = layout.tables[chart.categories.lstrip("{$").partition("|")[0]]
    _, row, column = layout.place(chart.categories)
    found = _RANGE.fullmatch(categories)
    if found is None or row < table.first_row:
        return 0
    first, at = row - table.first_row, table.columns.index(column)
    rows = int(found[5] or found[3]) - int(found[3]) + 1
    told = [row.cells[at] for row in table.table.rows[first : first + rows]]
    values = [cell.value if isinstance(cell, (Calculated, Spilled)) else cell for cell in told]
    return max((i for i, value in enumerate(values, 1) if value not in {None, ""}), default=0)


def _is_shown(wanted: str, rows: int, ranges: Collection[str]) -> bool:
    """Return whether a range is shown, or one that begins there and has as many rows."""
    found = _RANGE.fullmatch(wanted)
    if wanted in ranges or found is None:
        return wanted in ranges
    sheet, column, first, right, last = found.groups()
    least = min(int(first) + max(rows, 1) - 1, int(last or first))
    shown = filter(None, map(_RANGE.fullmatch, ranges))
    return any(
        other.group(1, 2, 3) == (sheet, column, first)
        and (other[4] or column) == (right or column)
        and int(other[5] or first) >= least
        for other in shown
    )
