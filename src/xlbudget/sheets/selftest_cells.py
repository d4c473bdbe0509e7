"""The sheet Cells of the self-test: real cells of every sort, which some of its tests read."""

from __future__ import annotations

from datetime import date

from xlbudget.sheets.layout import column_letters
from xlbudget.sheets.plan import (
    Calculated,
    Cell,
    Column,
    Form,
    Part,
    Role,
    Row,
    Sheet,
    Table,
    keyed,
    ref,
)

FLOWS = (-16_000.0, 2_000.0, 4_000.0, 5_000.0, 5_000.0, 5_000.0, 5_000.0)
DATED = (-10_000.0, 2_750.0, 4_250.0, 3_250.0, 2_750.0)
DAYS = (
    date(2008, 1, 1),
    date(2008, 3, 1),
    date(2008, 10, 30),
    date(2009, 2, 15),
    date(2009, 4, 1),
)
LINES = ("Chromebooks", "Carts", "Fiber")
GOALS = ("G01", "", "G02")
RATE = 0.09
TITLE = "Cells"
_GAP = 3
_PERIODS = ("Now", *(f"Year {year}" for year in range(1, len(FLOWS))))


def cells_sheet() -> Sheet:
    """Return the sheet of cells."""
    return Sheet(
        title=TITLE,
        role=Role.DATA,
        says="Cells of every sort. Tests on the first sheet read them; leave them as they are.",
        tables=(_columns(), _across(), _singles()),
        landscape=True,
        protected=False,
    )


def column_of(header: str, count: int) -> str:
    """Return the token of the first cells of a column."""
    return ref("FlowCells", f"Now..{_PERIODS[count - 1]}", header)


def across() -> str:
    """Return the token of the flows that stand in a row."""
    return ref("FlowRow", "flows", f"{_PERIODS[0]}..{_PERIODS[-1]}")


def single(name: str) -> str:
    """Return the token of a single cell."""
    return ref("SingleCells", name, "Cell")


def whole_column(header: str) -> str:
    """Return a whole column of the sheet, title and all."""
    letters = column_letters([column.header for column in _columns().columns].index(header))
    return f"{TITLE}!${letters}:${letters}"


def _columns() -> Table:
    rows = [
        (
            _PERIODS[i],
            f"{flow:.0f}",
            flow,
            flow,
            None if i == _GAP else flow,
            *_of(DATED, i),
            *_of(DAYS, i),
            *_of(LINES, i),
            *_of(GOALS, i),
        )
        for i, flow in enumerate(FLOWS)
    ]
    return Table(
        name="FlowCells",
        heading="Cells in columns",
        columns=(
            _column("Period", Form.TEXT, 26),
            _column("Stored as text", Form.TEXT, 16),
            _column("Flow", Form.NUMBER),
            _column("As currency", Form.CURRENCY),
            _column("With a blank", Form.NUMBER),
            _column("Flow on a day", Form.NUMBER),
            _column("Day", Form.DATE),
            _column("Line item", Form.TEXT, 16),
            _column("Goal", Form.TEXT),
        ),
        rows=tuple(keyed(str(row[0]), row) for row in rows),
    )


def _across() -> Table:
    return Table(
        name="FlowRow",
        heading="Cells in a row",
        columns=tuple(_column(period, Form.NUMBER) for period in _PERIODS),
        rows=(keyed("flows", FLOWS),),
    )


def _singles() -> Table:
    said: tuple[tuple[str, Cell, Form], ...] = (
        ("A rate in percent", RATE, Form.RATE),
        ("A truth value", Calculated("=TRUE()", value=True), Form.PLAIN),
        ("A date", date(2026, 7, 1), Form.DATE),
        ("An error", Calculated("=1/0", "#DIV/0!"), Form.PLAIN),
    )
    return Table(
        name="SingleCells",
        heading="Single cells",
        columns=(_column("What it holds", Form.TEXT, 26), _column("Cell", Form.PLAIN)),
        rows=tuple(Row(key=name, cells=(name, cell), form=form) for name, cell, form in said),
    )


def _column(header: str, form: Form, width: float = 14) -> Column:
    return Column(header=header, part=Part.CALCULATION, form=form, width=width)


def _of(values: tuple[Cell, ...], place: int) -> tuple[Cell]:
    return (values[place] if place < len(values) else None,)
