"""The calculated columns of Line items: each a formula, and the value that analysis gives."""

from __future__ import annotations

from xlbudget.sheets.context import Context
from xlbudget.sheets.line_basis import basis_columns
from xlbudget.sheets.line_column import NO_END, SLOTS, TABLE, LineColumn
from xlbudget.sheets.line_horizon import horizon_columns
from xlbudget.sheets.line_marks import mark_columns
from xlbudget.sheets.line_names import id_columns, reach_columns
from xlbudget.sheets.line_sources import payer_columns, source_columns
from xlbudget.sheets.line_timing import timing_columns
from xlbudget.sheets.line_years import year_columns

__all__ = ["NO_END", "SLOTS", "TABLE", "LineColumn", "line_columns"]


def line_columns(context: Context) -> list[LineColumn]:
    """Return the calculated columns of Line items, scenarios apart, in table order."""
    return [
        *id_columns(context),
        *reach_columns(context, "Goal"),
        *reach_columns(context, "Source"),
        *basis_columns(context),
        *timing_columns(context),
        *horizon_columns(context),
        *mark_columns(context),
        *source_columns(context),
        *year_columns(context),
        *payer_columns(context),
    ]
