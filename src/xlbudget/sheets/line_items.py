"""The sheet Line items: every cost once, what is still missing, what it costs in each year."""

from __future__ import annotations

from xlbudget.model import LineItem
from xlbudget.model.field import fields_of
from xlbudget.sheets.context import Context, year_header
from xlbudget.sheets.line_columns import LineColumn, line_columns
from xlbudget.sheets.line_links import link_columns
from xlbudget.sheets.line_losses import loss_columns
from xlbudget.sheets.line_scenarios import scenario_columns
from xlbudget.sheets.missing import COMPLETE, missing_formula, still_missing
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Form,
    Headline,
    Role,
    Row,
    Sheet,
    Table,
)
from xlbudget.sheets.record_table import record_cells, record_columns, year_labels

NAME = "LineItems"
TITLE = "Line items"
SHOWN_LAST = "status"  # the last field of the printed part
WIDTHS = {
    "line_id": 9.0,
    "description": 34.0,
    "program_id": 26.0,
    "school_id": 22.0,
    "justification": 34.0,
    "goal_1": 28.0,
    "source_1": 26.0,
    "cost_type": 16.0,
    "quantity": 10.0,
    "notes": 34.0,
}


def line_items_sheet(context: Context) -> Sheet:
    """Return the sheet Line items: the lines as they stand, and room for more."""
    table = _table(context)
    shown = [column.header for column in table.columns].index(year_header(1)) + 1
    first = context.analysis.cash_flow.cost[0]
    return Sheet(
        title=TITLE,
        role=Role.DATA,
        says="List every cost once. Fill the cream or framed cells; the rest follows. "
        "Column B says in words what a line still lacks. Header row and first column stay in view.",
        headlines=(
            Headline("Lines", Calculated(f"=COUNTA({NAME}[Line])", len(table.rows)), Form.WHOLE),
            Headline("Asked, year 1 ($)", Calculated(f"=SUM({NAME}[Year 1])", first)),
            _incomplete(table),
        ),
        tables=(table,),
        frozen_columns=1,
        print_columns=shown,
        landscape=True,
        protected=False,
    )


def _table(context: Context) -> Table:
    years = context.years
    inputs = record_columns(LineItem, years, WIDTHS)
    added = [
        *line_columns(context),
        *link_columns(context),
        *loss_columns(context),
        *scenario_columns(context),
    ]
    places = _places(inputs, added)
    columns = [column for column, _ in places]
    rows = tuple(_row(context, i, places, len(inputs)) for i in range(len(context.budget.lines)))
    blank = _row(context, None, places, len(inputs)).cells
    return Table(
        name=NAME,
        columns=tuple(columns),
        rows=rows,
        labels=year_labels(columns, years),
        spare_rows=context.room.spare(NAME, len(rows)),
        spare_cells=blank,
        filtered=True,
    )


def _places(
    inputs: list[Column], added: list[LineColumn]
) -> list[tuple[Column, int | LineColumn | None]]:
    """Return the columns in reading order, each with where its cells come from.

    The line's id, then what is missing, then the inputs that every line needs, then the cost by
    year, then the rest.  A number is the place among the inputs; None is "still missing".
    """
    split = [field.name for field in fields_of(LineItem)].index(SHOWN_LAST) + 1
    cash = [item for item in added if item.column.header.startswith("Year ")]
    rest = [item for item in added if not item.column.header.startswith("Year ")]
    numbered: list[tuple[Column, int | LineColumn | None]] = list(
        zip(inputs, range(len(inputs)), strict=True)
    )
    missing = Column(
        header="Still missing",
        form=Form.WRAPPED,
        width=20,
        formula=missing_formula(),
        good=COMPLETE,
        says="What the line still lacks, in words.",
    )
    return [
        numbered[0],
        (missing, None),
        *numbered[1:split],
        *((item.column, item) for item in cash),
        *numbered[split:],
        *((item.column, item) for item in rest),
    ]


def _row(
    context: Context,
    index: int | None,
    places: list[tuple[Column, int | LineColumn | None]],
    width: int,
) -> Row:
    line = None if index is None else context.budget.lines[index]
    given: list[Cell] = [None] * width
    if line is not None:
        given = record_cells(line, context.years, context.labels)
    cells: list[Cell] = []
    for _, source in places:
        if source is None:
            cells.append(still_missing(line))
        elif isinstance(source, int):
            cells.append(given[source])
        else:
            cells.append(source.value(index))
    return Row(key=line.line_id if line else "spare", cells=tuple(cells))


def _incomplete(table: Table) -> Headline:
    place = [column.header for column in table.columns].index("Still missing")
    count = sum(row.cells[place] != COMPLETE for row in table.rows)
    formula = f'=COUNTA({NAME}[Line])-COUNTIF({NAME}[Still missing],"{COMPLETE}")'
    return Headline("Lines that lack something", Calculated(formula, count), Form.WHOLE)
