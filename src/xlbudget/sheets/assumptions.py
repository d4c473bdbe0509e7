"""The sheet Assumptions: the district's frame, and every rate and constant once."""

from __future__ import annotations

from xlbudget.model import Assumption, District
from xlbudget.model.defaults import with_defaults
from xlbudget.model.field import Kind, fields_of
from xlbudget.sheets.context import Context
from xlbudget.sheets.plan import (
    Cell,
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
from xlbudget.sheets.record_table import record_table

FRAME = "Frame"
VALUE = "Value"
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
    district = context.budget.district
    rows = []
    for field in fields_of(District):
        value = getattr(district, field.name)
        shown: Cell = None if value == "" else value
        if field.kind is Kind.YEAR:
            form = Form.YEAR
        else:
            form = Form.DATE if field.kind is Kind.DATE else Form.WHOLE
        says = field.says
        if field.name in _FIXED:
            says += " Fixed when the workbook is made: make a new one to change it."
        rows.append(Row(key=field.name, cells=(field.header, shown, says), form=form))
    return Table(
        name=FRAME,
        heading="District and plan",
        columns=(
            Column(header="Fact", part=Part.LABEL, form=Form.TEXT, width=30),
            Column(header=VALUE, part=Part.INPUT, form=Form.NUMBER, width=24),
            Column(header="Meaning", part=Part.LABEL, form=Form.TEXT, width=34),
        ),
        rows=tuple(rows),
    )


def _rates(context: Context) -> Table:
    return record_table(
        Assumption,
        with_defaults(context.budget.assumptions),
        context.years,
        context.labels,
        name="Assumptions",
        heading="Rates and constants",
        spare_rows=context.spare_records,
        widths={"key": 30.0, "value": 24.0, "unit": 34.0, "basis": 40.0, "source": 60.0},
    )
