"""A block by fiscal year: a label, one column beside it, a column for each year, the total.

Every timeline has its years in the same columns, so that a year is found at the same place on
every sheet; a row has one formula across the years.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Emphasis,
    Form,
    Part,
    Row,
    Table,
    row_range,
)

Figure = Decimal | float | int | str
LABEL_WIDTH, BESIDE_WIDTH, YEAR_WIDTH = 38.0, 14.0, 13.0
TOTAL = "Total"
NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """A row of a timeline.

    ``formula`` gives the formula of year k, counted from 1; ``values`` are what Python computed,
    one per year.  ``total`` says whether the years are summed at the right: not for rates and
    balances.
    """

    key: str
    label: Cell
    formula: Callable[[int], str]
    values: Sequence[Figure | None]
    beside: Cell = None
    form: Form | None = None
    emphasis: Emphasis = Emphasis.NONE
    total: bool = True


def timeline(
    context: Context,
    *,
    name: str,
    heading: str,
    rows: Sequence[YearRow],
    beside: str = "Unit",
    beside_form: Form = Form.TEXT,
    label: str = "Row",
    says: str = "",
    year_form: Form = Form.DOLLARS,
) -> Table:
    """Return a timeline table.

    Args:
        context: The facts that builders share.
        name: Name of the Excel table, by which tokens find it.
        heading: Heading above the block.
        rows: Its rows; the total of a row is the sum of its years, or blank.
        beside: Header of the second column: ``Prior year`` or ``Unit``.
        beside_form: How the second column is shown.
        label: Header of the first column.
        says: One sentence below the heading.
        year_form: How the years are shown, unless a row says otherwise.

    """
    years = [
        Column(header=year_header(k), form=year_form, width=YEAR_WIDTH) for k in context.numbers
    ]
    return Table(
        name=name,
        heading=heading,
        says=says,
        columns=(
            Column(header=label, part=Part.LABEL, form=Form.TEXT, width=LABEL_WIDTH),
            Column(header=beside, form=beside_form, width=BESIDE_WIDTH),
            *years,
            Column(header=TOTAL, form=Form.DOLLARS, width=YEAR_WIDTH),
        ),
        rows=tuple(_row(context, name, row) for row in rows),
        labels=(None, None, *fiscal_years(context), None),
    )


def fiscal_years(context: Context) -> tuple[Cell, ...]:
    """Return the fiscal years of the plan, by formula from the base year."""
    return tuple(
        Calculated(f"=BaseYear+{k - 1}" if k > 1 else "=BaseYear", year)
        for k, year in zip(context.numbers, context.years, strict=True)
    )


def shown(value: Figure | None) -> Figure:
    """Return a figure as a sheet shows it: None is the word "none"."""
    return NONE if value is None else value


def _row(context: Context, name: str, row: YearRow) -> Row:
    cells: list[Cell] = [row.label, row.beside]
    cells += [
        Calculated(row.formula(k), shown(value))
        for k, value in zip(context.numbers, row.values, strict=True)
    ]
    cells.append(_total(context, name, row) if row.total else None)
    return Row(key=row.key, cells=tuple(cells), emphasis=row.emphasis, form=row.form)


def _total(context: Context, name: str, row: YearRow) -> Calculated:
    last = year_header(len(context.years))
    total = sum(value for value in row.values if isinstance(value, Decimal | float | int))
    return Calculated(f"=SUM({row_range(name, row.key, year_header(1), last)})", total)
