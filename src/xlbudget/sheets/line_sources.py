"""The columns of Line items that tell who pays: until when, which successor, in which year."""

from __future__ import annotations

from collections.abc import Callable

from xlbudget.model import LineItem
from xlbudget.model.split import last_paying_year
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.line_column import NO_END, SLOTS, TABLE, LineColumn, line_column
from xlbudget.sheets.plan import Cell, Form, label_of, this, whole


def source_columns(context: Context) -> list[LineColumn]:
    """Return until when the line's sources pay, and from when its successor."""
    return [
        *(_ends(context, f"Source {slot}", f"source_{slot}") for slot in SLOTS),
        _successor_from(context),
        _ends(context, "Successor", "successor"),
        _successor_allowed(context),
    ]


def payer_columns(context: Context) -> list[LineColumn]:
    """Return who pays each slot of the line in each year."""
    return [_payer(context, slot, k) for slot in SLOTS for k in context.numbers]


def _ends(context: Context, header: str, name: str) -> LineColumn:
    formula, value = _of_source("Ends", f"{header} id"), _last_years(context, name)
    return line_column(context, f"{header} ends", formula, value, blank=0, form=Form.YEAR)


def _successor_from(context: Context) -> LineColumn:
    def value(line: LineItem) -> int:
        source = context.sources.get(line.successor)
        return (source.first_fiscal_year or 0) if source else 0

    formula = _of_source("First fiscal year", "Successor id")
    return line_column(context, "Successor from", formula, value, blank=0, form=Form.YEAR)


def _successor_allowed(context: Context) -> LineColumn:
    match = f"MATCH({this('Successor id')},{whole('Source', 'Funding')},0)"
    allowed = f"INDEX({whole('Allowed areas', 'Funding')},{match})"
    area = this("Area")

    def value(line: LineItem) -> int:
        source = context.sources.get(line.successor)
        return int(bool(source and (not source.allowed_areas or line.area in source.allowed_areas)))

    return line_column(
        context,
        "Successor allowed",
        f'=IFERROR(({allowed}="")+ISNUMBER(SEARCH({area},{allowed}))*({area}<>"")>0,FALSE)*1',
        value,
        blank=0,
        form=Form.WHOLE,
    )


def _payer(context: Context, slot: int, k: int) -> LineColumn:
    year, ends = label_of(TABLE, year_header(k), fixed=True), this(f"Source {slot} ends")
    name, fiscal_year = f"source_{slot}", context.years[k - 1]
    last_year = _last_years(context, name)

    def value(line: LineItem) -> Cell:
        if fiscal_year <= last_year(line):
            return str(getattr(line, name))
        return line.successor if last_year(line) else ""

    return line_column(
        context,
        f"Payer {slot} of year {k}",
        f'=IF({year}<={ends},{this(f"Source {slot} id")},IF({ends}=0,"",{this("Successor id")}))',
        value,
        blank="",
    )


def _of_source(column: str, header: str) -> str:
    """Return the formula of a figure of the source whose id stands in a column of this row."""
    return f"=SUMIFS({whole(column, 'Funding')},{whole('Source', 'Funding')},{this(header)})"


def _last_years(context: Context, name: str) -> Callable[[LineItem], int]:
    """Return what gives the last year in which a line's source pays: 0 without a source."""
    start = context.budget.district.fiscal_year_start_month
    ends = {
        source.source_id: last_paying_year(source, start) or NO_END
        for source in context.budget.sources
    }
    return lambda line: ends.get(getattr(line, name), 0)
