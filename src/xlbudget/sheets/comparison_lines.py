"""The sheet Lines of a comparison: each line that differs, field by field, with its effect."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xlbudget.analysis.comparison import Comparison, LineChange
from xlbudget.analysis.record_changes import Change
from xlbudget.model.table import text_of
from xlbudget.sheets.comparison_figures import year_header
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Emphasis,
    Form,
    Part,
    Role,
    Row,
    Sheet,
    Table,
    column_range,
    keyed,
    ref,
    row_range,
)

TITLE = "Lines"
LINES, SUMS, FIELDS = "LineChanges", "ChangesByKind", "FieldChanges"
CHANGE, TOTAL, COUNT, ALL = "What became", "Effect on cost", "Number", "all"
NO_LINE = "no line differs"
_WHICH = {
    Change.ADDED: "stand in the budget after only",
    Change.REMOVED: "stand in the budget before only",
    Change.CHANGED: "stand in both with other fields or cost",
}


def lines_sheet(comparison: Comparison, between: str) -> Sheet:
    """Return the sheet Lines."""
    return Sheet(
        title=TITLE,
        role=Role.OUTPUT,
        says=f"Read which lines differ, and what that does to the cost of each year. {between}",
        tables=(_sums(comparison), _lines(comparison), _fields(comparison)),
        landscape=True,
        protected=False,
    )


def _sums(comparison: Comparison) -> Table:
    money = (TOTAL, *map(year_header, comparison.years))
    rows = [_sum_of(change, comparison, money) for change in Change]
    span = f"{Change.ADDED}..{Change.CHANGED}"
    cells = [
        Calculated(f"=SUM({ref(SUMS, span, header)})", _whole(header, comparison))
        for header in (COUNT, *money)
    ]
    rows.append(Row(key=ALL, cells=("all", "that differ", *cells), emphasis=Emphasis.TOTAL))
    return Table(
        name=SUMS,
        heading="Effect of the lines that differ ($)",
        says=f"{comparison.same_lines} lines are the same in both budgets.",
        columns=(
            Column(header="Lines", part=Part.LABEL, width=14),
            Column(header="Which", part=Part.LABEL, width=44),
            Column(header=COUNT, part=Part.OUTPUT, form=Form.WHOLE, width=12),
            *(_money(header) for header in money),
        ),
        rows=tuple(rows),
    )


def _sum_of(change: Change, comparison: Comparison, money: tuple[str, ...]) -> Row:
    lines, kinds = comparison.lines_that(change), column_range(LINES, CHANGE)
    count = Calculated(f'=COUNTIF({kinds},"{change}")', len(lines))
    sums = (
        Calculated(
            f'=SUMIFS({column_range(LINES, header)},{kinds},"{change}")',
            sum((_effects(line)[place] for line in lines), Decimal(0)),
        )
        for place, header in enumerate(money)
    )
    return keyed(change.value, (change.value, _WHICH[change], count, *sums))


def _whole(header: str, comparison: Comparison) -> Decimal | int:
    if header == COUNT:
        return len(comparison.lines)
    place = (TOTAL, *map(year_header, comparison.years)).index(header)
    return sum((_effects(line)[place] for line in comparison.lines), Decimal(0))


def _effects(line: LineChange) -> tuple[Decimal, ...]:
    return (line.total, *line.effect)


def _lines(comparison: Comparison) -> Table:
    years = comparison.years
    columns = (
        Column(header="Line", part=Part.LABEL, width=14),
        Column(header="Description", part=Part.LABEL, form=Form.WRAPPED, width=44),
        Column(header=CHANGE, part=Part.LABEL, width=12),
        *(_money(header) for header in (TOTAL, *map(year_header, years))),
    )
    rows = [_line(line, place, years) for place, line in enumerate(comparison.lines)]
    none = keyed("none", (NO_LINE, "", "", *(Decimal(0) for _ in columns[3:])))
    return Table(
        name=LINES,
        heading="Lines that differ ($)",
        columns=columns,
        rows=tuple(rows) or (none,),
        filtered=True,
    )


def _line(line: LineChange, place: int, years: tuple[int, ...]) -> Row:
    key, record = str(place), line.record
    total: Cell = line.total
    if years:
        span = row_range(LINES, key, year_header(years[0]), year_header(years[-1]))
        total = Calculated(f"=SUM({span})", line.total)
    return keyed(key, (record.record_id, record.label, record.change.value, total, *line.effect))


def _fields(comparison: Comparison) -> Table:
    return Table(
        name=FIELDS,
        heading="Field by field",
        says="Of the lines that stand in both budgets.",
        columns=(
            Column(header="Line", part=Part.LABEL, width=14),
            Column(header="Description", part=Part.LABEL, form=Form.WRAPPED, width=44),
            Column(header=CHANGE, part=Part.LABEL, width=12),
            Column(header="Field", part=Part.LABEL, width=14),
            Column(header="Before", part=Part.LABEL, width=14),
            Column(header="After", part=Part.LABEL, width=14),
        ),
        rows=tuple(_field_rows(comparison)) or (keyed("none", (NO_LINE, *[""] * 5)),),
        filtered=True,
    )


def _field_rows(comparison: Comparison) -> Iterator[Row]:
    for place, line in enumerate(comparison.lines_that(Change.CHANGED)):
        record = line.record
        names = (record.record_id, record.label, record.change.value)
        for field in record.fields:
            values = (field.name, _cell(field.old), _cell(field.new))
            yield keyed(f"{place} {field.name}", (*names, *values))


def _cell(value: object) -> Cell:
    """Return a value as a cell: a number stays one, so that people can go on with it."""
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return value
    return text_of(value)


def _money(header: str) -> Column:
    return Column(header=header, part=Part.OUTPUT, form=Form.CENTS, width=14)
