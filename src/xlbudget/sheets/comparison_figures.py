"""The sheet Figures of a comparison: headline figures, and the totals of each heading."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xlbudget.analysis.breakdown import Amounts
from xlbudget.analysis.comparison import Comparison
from xlbudget.analysis.figure_changes import FigureChange, FigureGroup
from xlbudget.analysis.headline_changes import HeadlineChange
from xlbudget.model.field import Kind
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
    keyed,
    ref,
    row_range,
)
from xlbudget.sheets.words import NONE

TITLE = "Figures"
HEADLINES = "HeadlineFigures"
BEFORE, AFTER, CHANGE = "Before", "After", "Change"
TOTAL = "total"


def figures_sheet(comparison: Comparison, between: str) -> Sheet:
    """Return the sheet Figures."""
    groups = (_group(group, comparison.years) for group in comparison.groups)
    return Sheet(
        title=TITLE,
        role=Role.OUTPUT,
        says=f"Read what the change does to the figures of the plan. {between}",
        tables=(_headlines(comparison), *groups),
        landscape=True,
        protected=False,
    )


def year_header(year: int) -> str:
    """Return the header of the change in a fiscal year."""
    return f"Change FY {year}"


def _headlines(comparison: Comparison) -> Table:
    return Table(
        name=HEADLINES,
        heading="Headline figures ($)",
        says="Each over its own plan, "
        f"FY {_span(comparison.old_years)} before and FY {_span(comparison.new_years)} after.",
        columns=_columns(),
        rows=tuple(_headline(str(k), one) for k, one in enumerate(comparison.headlines)),
    )


def _headline(key: str, one: HeadlineChange) -> Row:
    old, new = ref(HEADLINES, key, BEFORE), ref(HEADLINES, key, AFTER)
    formula = f'=IF(COUNT({old},{new})=2,{new}-{old},"{NONE}")'
    change = Calculated(formula, NONE if one.change is None else one.change)
    cells: tuple[Cell, ...] = (one.label, _or_none(one.old), _or_none(one.new), change)
    form = Form.PLAIN if one.kind is Kind.YEAR else Form.DOLLARS
    return Row(key=key, cells=cells, form=form)


def _group(group: FigureGroup, years: tuple[int, ...]) -> Table:
    name = f"Figures{group.name.capitalize()}"
    shown = [row for row in group.rows if any((*row.old, *row.new))]
    rows = [_row(name, str(k), row, years) for k, row in enumerate(shown)]
    if group.adds_up and rows:
        first, last = rows[0].key, rows[-1].key
        rows.append(_total(name, shown, f"{first}..{last}", years))
    return Table(
        name=name,
        heading=f"Cash cost: {group.title[0].lower()}{group.title[1:]} ($)",
        says=f"Over the years that both plans cover, FY {_span(years)}." if years else "",
        columns=_columns(*years),
        rows=tuple(rows),
    )


def _columns(*years: int) -> tuple[Column, ...]:
    def money(header: str) -> Column:
        return Column(header=header, part=Part.OUTPUT, form=Form.DOLLARS, width=14)

    return (
        Column(header="Figure", part=Part.LABEL, width=46),
        *(money(header) for header in (BEFORE, AFTER, CHANGE)),
        *(money(year_header(year)) for year in years),
    )


def _row(table: str, key: str, row: FigureChange, years: tuple[int, ...]) -> Row:
    changes = row_range(table, key, year_header(years[0]), year_header(years[-1]))
    change = Calculated(f"=SUM({changes})", _sum(row.change))
    after = Calculated(f"={ref(table, key, BEFORE)}+{ref(table, key, CHANGE)}", _sum(row.new))
    return keyed(key, (row.label, _sum(row.old), after, change, *row.change))


def _total(table: str, rows: list[FigureChange], span: str, years: tuple[int, ...]) -> Row:
    headers = (BEFORE, AFTER, CHANGE, *(year_header(year) for year in years))
    sums = zip(*(_amounts(row) for row in rows), strict=True)
    cells: Iterator[Cell] = (
        Calculated(f"=SUM({ref(table, span, header)})", sum(column, Decimal(0)))
        for header, column in zip(headers, sums, strict=True)
    )
    return Row(key=TOTAL, cells=("All", *cells), emphasis=Emphasis.TOTAL)


def _amounts(row: FigureChange) -> Amounts:
    return (_sum(row.old), _sum(row.new), _sum(row.change), *row.change)


def _sum(amounts: Amounts) -> Decimal:
    return sum(amounts, Decimal(0))


def _or_none(value: Decimal | int | None) -> Cell:
    return NONE if value is None else value


def _span(years: tuple[int, ...]) -> str:
    return f"{years[0]} to {years[-1]}" if years else NONE
