"""How the book value of a thing falls, year by year."""

from __future__ import annotations

from xlbudget import finance
from xlbudget.catalogue.function import Function, Parameter, across
from xlbudget.catalogue.unit import Unit

_FAMILY = "Depreciation"

_COST = Parameter("cost", Unit.DOLLARS, "Dollars paid.")
_RESIDUAL = Parameter("residual_value", Unit.DOLLARS, "Dollars that remain at the end of service.")
_LIFE = Parameter("service_life", Unit.YEARS, "Years of service, 1 or more.")
_MONTHS = Parameter(
    "first_year_months", Unit.MONTHS, "Months of use in the first fiscal year, 1 to 12."
)

FUNCTIONS = (
    Function(
        name="XLB_STRAIGHT_LINE",
        family=_FAMILY,
        says="Depreciation that is the same in every full year: a row of fiscal years.",
        python=finance.straight_line,
        parameters=(_COST, _RESIDUAL, _LIFE, _MONTHS),
        returns=Unit.DOLLARS_PER_YEAR,
        example=((10_000.0, 1_000.0, 2.0, 3.0), ((1_125.0, 4_500.0, 3_375.0),)),
        lays_out=across,
        unlike="SLN gives one year; this one gives all, with a first year of few months.",
    ),
    Function(
        name="XLB_SUM_OF_YEARS",
        family=_FAMILY,
        says="Depreciation that falls by equal steps: a row of fiscal years.",
        python=finance.sum_of_years,
        parameters=(_COST, _RESIDUAL, _LIFE, _MONTHS),
        returns=Unit.DOLLARS_PER_YEAR,
        example=(
            (10_000.0, 1_000.0, 5.0),
            ((3_000.0, 2_400.0, 1_800.0, 1_200.0, 600.0),),
        ),
        lays_out=across,
        unlike="SYD gives one year; this one gives all, with a first year of few months.",
    ),
    Function(
        name="XLB_DECLINING_BALANCE",
        family=_FAMILY,
        says="Depreciation that is a constant share of the book value: a row of fiscal years.",
        python=finance.declining_balance,
        parameters=(
            _COST,
            _RESIDUAL,
            _LIFE,
            Parameter("factor", Unit.RATIO, "The share is this over the life; 2 is the double."),
            _MONTHS,
        ),
        returns=Unit.DOLLARS_PER_YEAR,
        example=((10_000.0, 1_000.0, 5.0), ((4_000.0, 2_400.0, 1_440.0, 864.0, 296.0),)),
        lays_out=across,
        unlike="DDB gives one year; this one gives all, with a first year of few months.",
    ),
)
