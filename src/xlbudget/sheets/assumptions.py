"""The sheet Assumptions: the district's frame, and every rate and constant once."""

from __future__ import annotations

from xlbudget.model import Assumption, District
from xlbudget.model.defaults import with_defaults
from xlbudget.model.field import fields_of
from xlbudget.sheets.context import Context
from xlbudget.sheets.plan import (
    Column,
    Form,
    Name,
    Part,
    Role,
    Row,
    Sheet,
    Table,
    ref,
    text,
)
from xlbudget.sheets.record_table import input_column, record_table

FRAME = "Frame"
VALUE = "Value"
FRAME_WIDTH = 24.0
_FIXED = ("horizon_years",)


def assumptions_sheet(context: Context) -> Sheet:
    """Return the sheet Assumptions."""
    return Sheet(
        title="Assumptions",
        role=Role.INPUT,
        says="State every rate and constant once, with its unit, basis, source and date. "
        "All formulas read them here.",
        tables=(_frame(context), _rates(context)),
        landscape=True,
        protected=False,
    )


def assumption_names() -> tuple[Name, ...]:
    """Return the names by which formulas read the frame."""
    cells = {
        "BaseYear": ("base_fiscal_year", "First fiscal year of the plan."),
        "StartMonth": ("fiscal_year_start_month", "Month in which the fiscal year starts."),
        "Horizon": ("horizon_years", "Years that the plan covers."),
    }
    return (
        *(
            Name(name, ref(FRAME, key, VALUE, fixed=True), says)
            for name, (key, says) in cells.items()
        ),
        Name("LastYear", "BaseYear+Horizon-1", "Last fiscal year of the plan."),
        Name(
            "Once",
            ref("Constants", "once", VALUE, fixed=True),
            "Interval of a cost that comes once.",
        ),
        Name(
            "NoEnd",
            ref("Constants", "no_end", VALUE, fixed=True),
            "Last year of a source that goes on.",
        ),
    )


def rate(key: str) -> str:
    """Return the formula text that reads an assumption by its key."""
    return f"SUMIFS(Assumptions[Value],Assumptions[Key],{text(key)})"


def _frame(context: Context) -> Table:
    rows = []
    for field in fields_of(District):
        value = getattr(context.budget.district, field.name)
        fixed = field.name in _FIXED
        says = f"{field.says} Fixed when the workbook is made." if fixed else field.says
        part = Part.LABEL if fixed else Part.INPUT
        rows.append(
            Row(
                key=field.name,
                cells=(field.header, None if value == "" else value, says),
                takes=input_column(field, field.header, part, FRAME_WIDTH),
            )
        )
    return Table(
        name=FRAME,
        heading="District and plan",
        columns=(
            Column(header="Fact", part=Part.LABEL, form=Form.TEXT, width=30),
            Column(header=VALUE, part=Part.INPUT, form=Form.PLAIN, width=FRAME_WIDTH),
            Column(header="Meaning", part=Part.LABEL, form=Form.TEXT, width=34),
        ),
        rows=tuple(rows),
    )


def _rates(context: Context) -> Table:
    rates = with_defaults(context.budget.assumptions)
    return record_table(
        Assumption,
        rates,
        context.years,
        context.labels,
        name="Assumptions",
        heading="Rates and constants",
        spare_rows=context.room.spare("Assumptions", len(rates)),
        widths={"key": 30.0, "value": 24.0, "unit": 34.0, "basis": 40.0, "source": 60.0},
    )
