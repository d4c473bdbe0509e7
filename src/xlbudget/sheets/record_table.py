"""The table of a kind of record: its columns and rows, from the record's own description."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from xlbudget.model.field import Field, Kind, fields_of
from xlbudget.sheets.choice_lists import list_for
from xlbudget.sheets.labels import LABELED
from xlbudget.sheets.plan import Calculated, Cell, Column, Form, Part, Row, Table

FORMS = {
    Kind.ID: Form.TEXT,
    Kind.TEXT: Form.WRAPPED,
    Kind.CHOICE: Form.TEXT,
    Kind.MONEY: Form.CENTS,
    Kind.NUMBER: Form.PLAIN,
    Kind.WHOLE: Form.WHOLE,
    Kind.SHARE: Form.SHARE,
    Kind.RATE: Form.RATE,
    Kind.YEAR: Form.YEAR,
    Kind.DATE: Form.DATE,
    Kind.YES_NO: Form.TEXT,
    Kind.TAGS: Form.WRAPPED,
}
WIDTHS = {Kind.TEXT: 30.0, Kind.ID: 11.0, Kind.CHOICE: 20.0, Kind.TAGS: 22.0, Kind.MONEY: 13.0}
NARROW, LABEL_WIDTH, CENTS_FREE = 11.0, 30.0, Form.DOLLARS

YEARLY = frozenset(
    {
        "Year",
        "Enrollment",
        "Allocation",
        "Amount",
        "Payment",
        "Planned",
        "Actual",
        "Wanted",
        "Wanted recurring",
        "Paid",
        "Paid recurring",
        "Left",
        "Factor",
        "Ownership",
        "Lost",
    }
)
Added = tuple[Column, Callable[[Any], Cell]]


def record_columns(
    record: type, years: Sequence[int], widths: Mapping[str, float] | None = None
) -> list[Column]:
    """Return the input columns of a record type; a yearly field gives one column a year."""
    made: list[Column] = []
    for i, field in enumerate(fields_of(record)):
        part = Part.KEY if i == 0 else Part.INPUT
        width = (widths or {}).get(field.name, _width(field))
        made.extend(input_column(field, header, part, width) for header in headers_of(field, years))
    return made


def headers_of(field: Field, years: Sequence[int]) -> list[str]:
    """Return the headers of a field: one, or one per year of the plan."""
    if not field.yearly:
        return [field.header]
    return [f"{field.header} {k + 1}" for k in range(len(years))]


def record_cells(
    record: Any,  # noqa: ANN401 - any record type
    years: Sequence[int],
    labels: Mapping[str, Mapping[str, str]],
) -> list[Cell]:
    """Return the cells of a record, in the order of its columns."""
    cells: list[Cell] = []
    for field in fields_of(record.__class__):
        value = getattr(record, field.name)
        if field.yearly:
            cells.extend(value.get(year) for year in years)
        else:
            cells.append(_cell(field, value, labels))
    return cells


def year_labels(columns: Sequence[Column], years: Sequence[int]) -> tuple[Cell, ...]:
    """Return the fiscal years above the yearly columns, by formula from the base year."""
    labels = tuple(_year_label(column, years) for column in columns)
    return labels if any(label is not None for label in labels) else ()


def record_table(
    record: type,
    records: Sequence[object],
    years: Sequence[int],
    labels: Mapping[str, Mapping[str, str]],
    *,
    name: str,
    spare_rows: int,
    heading: str = "",
    says: str = "",
    added: Sequence[Added] = (),
    widths: Mapping[str, float] | None = None,
) -> Table:
    """Return the table of a kind of record.

    Args:
        record: The record type; its fields give the columns.
        records: The records, one row each.
        years: Fiscal years of the plan.
        labels: Labels by kind of record and id, for columns that name other records.
        name: Name of the Excel table.
        spare_rows: Empty rows left for more.
        heading: Heading of the block, if it is not the sheet's only one.
        says: One sentence below the heading.
        added: Calculated columns that follow, each with a function from record to value.
        widths: Widths of single columns by field name.

    """
    columns = [*record_columns(record, years, widths), *(column for column, _ in added)]
    rows = tuple(
        Row(
            key=str(getattr(item, fields_of(record)[0].name)) + f"#{i}",
            cells=(*record_cells(item, years, labels), *(value(item) for _, value in added)),
        )
        for i, item in enumerate(records)
    )
    blanks = [None] * (len(columns) - len(added))
    return Table(
        name=name,
        heading=heading,
        says=says,
        columns=tuple(columns),
        rows=rows,
        labels=year_labels(columns, years),
        spare_rows=spare_rows,
        spare_cells=(*blanks, *(value(None) for _, value in added)),
        filtered=True,
    )


def input_column(field: Field, header: str, part: Part, width: float) -> Column:
    """Return the input column of a field: what it takes, and what it says."""
    return Column(
        header=header,
        part=part,
        form=_form(field),
        width=width,
        says=field.says,
        choices=_choices(field),
        low=field.low,
        high=field.high,
        unit=field.unit,
    )


def _form(field: Field) -> Form:
    if field.refers in LABELED:
        return Form.LABEL
    return CENTS_FREE if field.yearly and field.kind is Kind.MONEY else FORMS[field.kind]


def _choices(field: Field) -> str:
    if field.refers in LABELED:
        return LABELED[field.refers].list_name
    if field.refers:
        return f"{field.refers}List"
    if field.kind is Kind.YES_NO:
        return "YesNoList"
    return list_for(field.choices) if field.kind is Kind.CHOICE else ""


def _width(field: Field) -> float:
    if field.refers in LABELED:
        return LABEL_WIDTH
    return max(WIDTHS.get(field.kind, NARROW), len(max(field.header.split(), key=len)) + 3)


def _cell(field: Field, value: Any, labels: Mapping[str, Mapping[str, str]]) -> Cell:  # noqa: ANN401 - any field's value
    if field.refers:
        return labels.get(field.refers, {}).get(value, value) or None
    if field.kind is Kind.YES_NO:
        return "yes" if value else "no"
    if field.kind is Kind.TAGS:
        return ";".join(value) or None
    return None if value == "" else value


def _year_label(column: Column, years: Sequence[int]) -> Cell:
    stem, _, number = column.header.rpartition(" ")
    if not number.isdigit() or stem not in YEARLY:
        return None
    k = int(number)
    return Calculated(f"=BaseYear+{k - 1}" if k > 1 else "=BaseYear", years[0] + k - 1)
