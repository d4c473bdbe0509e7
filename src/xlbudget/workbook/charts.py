"""Charts: the finding in the cell above, the series below, and words for those who cannot see."""

from __future__ import annotations

from xlsxwriter.chart import Chart as XlsxChart
from xlsxwriter.worksheet import Worksheet

from xlbudget.sheets.layout import CHART_ROWS, Layout, PlacedChart, PlacedSheet, widths_of
from xlbudget.sheets.plan import Chart
from xlbudget.workbook import look
from xlbudget.workbook.package import BudgetWorkbook

CHART_WIDTH, ROW_PIXELS, FINDING_HEIGHT = 620, 20, 50
_KINDS = {
    "stacked columns": {"type": "column", "subtype": "stacked"},
    "columns": {"type": "column"},
    "bars": {"type": "bar"},
    "lines": {"type": "line"},
    "stacked bars": {"type": "bar", "subtype": "stacked"},
}
_FONT = {"name": look.FONT, "size": 10, "color": look.INK, "bold": False}


def insert_charts(
    workbook: BudgetWorkbook, page: Worksheet, layout: Layout, placed: PlacedSheet
) -> None:
    """Insert the charts of a sheet, each below the cell that states its finding."""
    for item in placed.charts:
        chart = item.chart
        wraps = placed.sheet.chart_step == 1
        shown = workbook.look(*look.strong(wrapped=wraps))
        formula = layout.formula(chart.finding.formula, placed.sheet.title)
        if wraps:
            page.set_row(item.row, FINDING_HEIGHT)
        page.write_formula(item.row, item.column, formula, shown, chart.finding.value)
        drawn = _drawn(workbook, layout, chart)
        width = CHART_WIDTH if placed.sheet.charts_across == 1 else _width(placed, item)
        drawn.set_size({"width": width, "height": CHART_ROWS * ROW_PIXELS - 10})
        page.insert_chart(
            item.row + 1, item.column, drawn, {"description": chart.alt, "object_position": 2}
        )


def _width(placed: PlacedSheet, item: PlacedChart) -> int:
    widths = widths_of(placed.sheet)
    span = widths[item.column : item.column + placed.sheet.chart_step]
    return int(sum(width * 7 + 5 for width in span)) - 12


def _drawn(workbook: BudgetWorkbook, layout: Layout, chart: Chart) -> XlsxChart:
    drawn = workbook.add_chart(dict(_KINDS[chart.kind]))
    lines = None
    for i, series in enumerate(chart.series):
        facts: dict[str, object] = {
            "name": series.name,
            "categories": layout.absolute(chart.categories),
            "values": layout.absolute(series.values),
        }
        color = look.SERIES[(i if series.color is None else series.color) % len(look.SERIES)]
        if series.line or chart.kind == "lines":
            facts |= {"line": {"color": color, "width": 2.25, "dash_type": look.DASHES[i % 6]}}
        else:
            facts |= {"fill": {"color": color}, "border": {"color": "#FFFFFF"}, "gap": 60}
        if series.line:
            lines = lines or workbook.add_chart({"type": "line"})
            lines.add_series(facts)
        else:
            drawn.add_series(facts)
    if lines is not None:
        drawn.combine(lines)
    _axes(drawn, chart)
    return drawn


def _axes(drawn: XlsxChart, chart: Chart) -> None:
    value: dict[str, object] = {
        "name": chart.y_title,
        "num_format": chart.number,
        "major_gridlines": {"visible": True, "line": {"color": look.LINE, "width": 0.75}},
        "line": {"none": True},
        "name_font": _FONT,
        "num_font": _FONT,
    }
    if chart.from_zero:
        value["min"] = 0
    bars = "bars" in chart.kind
    category: dict[str, object] = {
        "name": "" if bars else chart.x_title,  # names speak for themselves, and need the room
        "name_font": _FONT,
        "num_font": _FONT,
        "label_position": "low",
        "line": {"color": look.MUTED},
    }
    if "bars" in chart.kind:  # XlsxWriter calls the horizontal axis x, and bars lie along it
        drawn.set_x_axis(value)
        drawn.set_y_axis(category | {"reverse": True, "crossing": "max"})
    else:
        drawn.set_x_axis(category)
        drawn.set_y_axis(value)
    drawn.set_title({"none": True})
    many = len(chart.series) > 1
    drawn.set_legend({"position": "bottom", "font": _FONT} if many else {"none": True})
    drawn.set_chartarea({"border": {"none": True}})
