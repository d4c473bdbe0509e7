"""Which fiscal year a day belongs to."""

from __future__ import annotations

from xlbudget import finance
from xlbudget.catalogue.function import Function, Parameter
from xlbudget.catalogue.kind import Kind
from xlbudget.catalogue.unit import Unit

FUNCTIONS = (
    Function(
        name="XLB_FISCAL_YEAR",
        family="Fiscal years",
        says="The fiscal year that holds a day, named by the calendar year in which it ends.",
        python=finance.fiscal_year,
        parameters=(
            Parameter("day", Unit.DATE, "The day.", Kind.DATE),
            Parameter("start_month", Unit.MONTHS, "Month in which the fiscal year starts."),
        ),
        returns=Unit.FISCAL_YEAR,
        example=(("2026-07-01",), 2027.0),
    ),
)
