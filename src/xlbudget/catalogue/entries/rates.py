"""Which rate goes with which dollars, and with which term."""

from __future__ import annotations

from xlbudget import finance
from xlbudget.catalogue.function import Function, Parameter, across
from xlbudget.catalogue.kind import Kind
from xlbudget.catalogue.unit import Unit

_FAMILY = "Rates and prices"

_NOMINAL = Parameter("nominal", Unit.RATE, "Rate per year as quoted by a bank.")
_REAL = Parameter("real", Unit.RATE, "Rate per year for dollars of constant value.")
_INFLATION = Parameter("inflation", Unit.RATE, "Growth of prices per year.")

FUNCTIONS = (
    Function(
        name="XLB_REAL_RATE",
        family=_FAMILY,
        says="The rate for dollars of constant value.",
        python=finance.real_rate,
        parameters=(_NOMINAL, _INFLATION),
        returns=Unit.RATE,
        example=((0.044484, 0.022), 0.022),
        twin="(1+{nominal})/(1+{inflation})-1",
    ),
    Function(
        name="XLB_NOMINAL_RATE",
        family=_FAMILY,
        says="The rate for dollars as they will be paid.",
        python=finance.nominal_rate,
        parameters=(_REAL, _INFLATION),
        returns=Unit.RATE,
        example=((0.022, 0.022), 0.044484),
        twin="(1+{real})*(1+{inflation})-1",
    ),
    Function(
        name="XLB_INFLATION",
        family=_FAMILY,
        says="The growth of prices that a real and a nominal rate imply.",
        python=finance.implied_inflation,
        parameters=(_REAL, _NOMINAL),
        returns=Unit.RATE,
        example=((0.022, 0.044484), 0.022),
        twin="(1+{nominal})/(1+{real})-1",
    ),
    Function(
        name="XLB_RATE_FOR_TERM",
        family=_FAMILY,
        says="The rate that a table of published rates gives for a term.",
        python=finance.rate_for_term,
        parameters=(
            Parameter("table", Unit.TABLE, "Two columns: term in years, and rate.", Kind.PAIRS),
            Parameter("term", Unit.YEARS, "Length of the analysis in years, above 0."),
        ),
        returns=Unit.RATE,
        example=((((3.0, 0.059), (5.0, 0.060)), 4.0), 0.0595),
    ),
    Function(
        name="XLB_ESCALATE",
        family=_FAMILY,
        says="Amounts in prices of the base year, raised by a price index: a row of years.",
        python=finance.escalate,
        parameters=(
            Parameter("values", Unit.DOLLARS, "Amounts in base-year prices.", Kind.NUMBERS),
            Parameter("index", Unit.LEVEL, "Price level of each year.", Kind.NUMBERS),
        ),
        returns=Unit.DOLLARS,
        example=(((100.0, 100.0, 100.0), (1.0, 1.25, 1.5)), ((100.0, 125.0, 150.0),)),
        lays_out=across,
    ),
)
